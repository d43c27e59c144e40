import type { PassPackage } from "@passwright/pass";
import type { Drawing } from "@passwright/render";
import type { FaceOptions } from "./draw-face.ts";
import { findRelevanceNotice, findUpdateNotice, type NoticeReader } from "./find-notice.ts";
import { loadRenderer } from "./renderer.ts";

export const NOTICE_DEVICES = ["phone", "watch"] as const;
export type NoticeDevice = (typeof NOTICE_DEVICES)[number];

export interface NoticeOptions extends FaceOptions {
  readonly device: NoticeDevice;
  /** The version that the device holds, for the notice of an update; null for that of relevance. */
  readonly before: PassPackage | null;
}

/**
 * Draws what the lock screen says of a pass: of its update when there is a version before, else where and when it is relevant.
 *
 * @throws {UsageError} when it says nothing.
 */
export async function drawNoticeOf(pass: PassPackage, options: NoticeOptions): Promise<Drawing> {
  const { locale = "en", timeZone = "UTC", now = new Date(0), before, device, dark } = options;
  const reader: NoticeReader = { device, languages: [locale].flat(), timeZone, now };
  const notice = before === null ? findRelevanceNotice(pass, reader) : findUpdateNotice(before, pass, reader);
  const { drawNotice } = await loadRenderer();
  // An update is shown as it comes.
  const moment = notice.kind === "update" ? "now" : null;
  const content = { ...notice, moment, icon: iconOf(pass, reader.languages) };
  return drawNotice(content, { ...options, colourScheme: dark ? "dark" : "light" });
}

function iconOf(pass: PassPackage, languages: readonly string[]): Uint8Array | null {
  const localizer = pass.localize(...languages);
  const path = ["icon@3x.png", "icon@2x.png", "icon.png"].map((name) => localizer.file(name)).find((found) => found !== null);
  return path === undefined ? null : (pass.files.get(path) ?? null);
}
