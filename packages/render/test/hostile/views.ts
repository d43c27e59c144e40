import type { PassPackage } from "@passwright/pass";
import { drawBack } from "../../src/back/draw-back.ts";
import { type Drawing, drawFront } from "../../src/layout/draw-front.ts";
import { drawStackHeader } from "../../src/layout/draw-stack-header.ts";
import { drawNotice, type NoticeContent } from "../../src/notice/draw-notice.ts";
import { drawWatch } from "../../src/watch/draw-watch.ts";

/** What an update says, in the words of the pass. */
function noticeOf({ data, files }: PassPackage): NoticeContent {
  const text = (key: string): string => (typeof data[key] === "string" ? data[key] : JSON.stringify(data[key] ?? ""));
  return {
    kind: "update",
    title: text("organizationName"),
    text: text("description"),
    moment: text("logoText"),
    icon: files.get("icon.png") ?? null,
  };
}

export const NOW = new Date("2026-01-02T03:04:05Z");

/** Every way in which a pass is drawn. */
export const VIEWS: Readonly<Record<string, (pass: PassPackage) => Promise<Drawing>>> = {
  front: (pass) => drawFront(pass, { now: NOW }),
  "classic front": (pass) => drawFront(pass, { now: NOW, look: "classic" }),
  back: (pass) => drawBack(pass, { now: NOW }),
  stack: (pass) => drawStackHeader(pass, { now: NOW }),
  watch: (pass) => drawWatch(pass, { now: NOW }),
  "all of the watch": (pass) => drawWatch(pass, { now: NOW, layout: "scroll" }),
  "notice on a phone": (pass) => drawNotice(noticeOf(pass)),
  "notice on a watch": (pass) => drawNotice({ ...noticeOf(pass), device: "watch", button: noticeOf(pass).text }),
};
