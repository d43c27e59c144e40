import type { SceneNode } from "../scene/scene.ts";
import type { Typesetter } from "../text/typesetter.ts";
import { WATCH_NOTICE, WATCH_NOTICE_COLOURS } from "./notice-metrics.ts";
import { iconNode, noticeBlock, type NoticePicture, type NoticeText } from "./notice-page.ts";

/**
 * A notice on a watch: a relevant pass as a sheet of Notification Center, an update as a message with a button below it that leads to the pass.
 * Source: Wallet Developer Guide, Designing Passes for Apple Watch, notifications.
 */
export function paintWatchNotice(type: Typesetter, notice: NoticeText, width: number): NoticePicture {
  return notice.kind === "update" ? paintMessage(type, notice, width) : paintSheet(type, notice, width);
}

const TEXT = {
  weight: "regular",
  size: WATCH_NOTICE.size,
  line: WATCH_NOTICE.line,
  mostLines: WATCH_NOTICE.mostLines,
  align: "natural",
  colour: WATCH_NOTICE_COLOURS.text,
} as const;

const TITLE = { ...TEXT, weight: "semibold", size: WATCH_NOTICE.titleSize, line: WATCH_NOTICE.titleLine, mostLines: 2 } as const;

function paintSheet(type: Typesetter, { icon, title, text }: NoticeText, width: number): NoticePicture {
  const { margin, padding, radius, icon: side, gap } = WATCH_NOTICE;
  const x = margin + padding;
  const beside = x + side + gap;
  const name = noticeBlock(type, title, width - margin - padding - beside, TITLE);
  const words = noticeBlock(type, text, width - 2 * x, TEXT);
  const head = Math.max(side, name.height);
  const sheet = head + (words.height === 0 ? 0 : gap + words.height) + 2 * padding;
  const nodes: SceneNode[] = [
    { kind: "rect", x: margin, y: margin, width: width - 2 * margin, height: sheet, radius, fill: WATCH_NOTICE_COLOURS.sheet },
    iconNode(icon, x, margin + padding, side, side / 4.5),
    ...name.paint(beside, margin + padding + (head - name.height) / 2),
    ...words.paint(x, margin + padding + head + gap),
  ];
  return onScreen(nodes, width, sheet + 2 * margin);
}

function paintMessage(type: Typesetter, { icon, title, text, button }: NoticeText, width: number): NoticePicture {
  const { margin, padding, largeIcon, gap, button: buttonHeight } = WATCH_NOTICE;
  const x = margin + padding;
  const room = width - 2 * x;
  const name = noticeBlock(type, title, room, { ...TITLE, align: "center" });
  const words = noticeBlock(type, text, room, TEXT);
  const label = noticeBlock(type, button, room, { ...TEXT, align: "center", mostLines: 1 });
  let y: number = margin + padding;
  const nodes: SceneNode[] = [iconNode(icon, (width - largeIcon) / 2, y, largeIcon, largeIcon / 2)];
  y += largeIcon + gap;
  nodes.push(...name.paint(x, y));
  y += name.height + gap;
  nodes.push(...words.paint(x, y));
  y += words.height + padding;
  if (button !== "") {
    const radius = buttonHeight / 2;
    const box = { x: margin, y, width: width - 2 * margin, height: buttonHeight, radius };
    nodes.push(
      { kind: "rect", ...box, fill: WATCH_NOTICE_COLOURS.sheet },
      ...label.paint(x, y + (buttonHeight - label.height) / 2),
    );
    y += buttonHeight + margin;
  }
  return onScreen(nodes, width, y);
}

function onScreen(nodes: readonly SceneNode[], width: number, height: number): NoticePicture {
  return {
    width,
    height,
    nodes: [{ kind: "rect", x: 0, y: 0, width, height, radius: 0, fill: WATCH_NOTICE_COLOURS.screen }, ...nodes],
  };
}
