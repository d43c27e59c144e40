import type { ColourScheme } from "../back/back-metrics.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { Typesetter } from "../text/typesetter.ts";
import { BANNER, NOTICE_COLOURS } from "./notice-metrics.ts";
import { iconNode, noticeBlock, type NoticePicture, type NoticeText } from "./notice-page.ts";

/** A notice on the lock screen of a phone: icon, name of the issuer, text. Both kinds look alike; an update says when it came. */
export function paintBanner(type: Typesetter, notice: NoticeText, width: number, scheme: ColourScheme): NoticePicture {
  const { margin, padding, radius, icon, iconRadius, gap, size, line, momentSize, mostLines } = BANNER;
  const colours = NOTICE_COLOURS[scheme];
  const x = margin + padding + icon + gap;
  const right = width - margin - padding;
  const momentRoom = notice.moment === "" ? 0 : Math.min((right - x) / 2, type.measure(notice.moment, "regular", momentSize) + gap);
  const common = { size, line, align: "natural", colour: colours.text } as const;
  const moment = noticeBlock(type, notice.moment, momentRoom, {
    ...common,
    weight: "regular",
    size: momentSize,
    mostLines: 1,
    colour: colours.secondary,
  });
  const title = noticeBlock(type, notice.title, right - x - momentRoom, { ...common, weight: "semibold", mostLines: 1 });
  const text = noticeBlock(type, notice.text, right - x, { ...common, weight: "regular", mostLines });
  const content = Math.max(icon, title.height + text.height);
  const sheet = content + 2 * padding;
  const height = sheet + 2 * margin;
  const top = margin + padding + (content - title.height - text.height) / 2;
  const stops = colours.wallpaper.map((colour, offset) => ({ offset, colour }));
  const nodes: SceneNode[] = [
    { kind: "rect", x: 0, y: 0, width, height, radius: 0, fill: { kind: "linear", x1: 0, y1: 0, x2: 0, y2: height, stops } },
    { kind: "rect", x: margin, y: margin, width: width - 2 * margin, height: sheet, radius, fill: colours.sheet },
    iconNode(notice.icon, margin + padding, margin + padding + (content - icon) / 2, icon, iconRadius),
    ...title.paint(x, top),
    ...moment.paint(right - momentRoom + gap, top),
    ...text.paint(x, top + title.height),
  ];
  return { width, height, nodes };
}
