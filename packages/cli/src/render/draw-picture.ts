import { PassPackage } from "@passwright/pass";
import type { Drawing } from "@passwright/render";
import { UsageError } from "../exit-code.ts";
import { readOneInput } from "../input/read-input.ts";
import type { Io } from "../io.ts";
import { drawFace, type FaceName } from "./draw-face.ts";
import { drawNoticeOf, type NoticeOptions } from "./draw-notice.ts";
import { openSourcePass } from "./source-pass.ts";

/** What can be drawn of a pass: a side of it, or what the lock screen says about it. */
export type PictureName = FaceName | "notice";

/** Draws one picture. Throws as the renderer does, and for a notice that there is none of. */
export function drawPicture(name: PictureName, pass: PassPackage, options: NoticeOptions): Promise<Drawing> {
  return name === "notice" ? drawNoticeOf(pass, options) : drawFace(name, pass, options);
}

/** Reads the version of a pass that `--before` names. */
export async function readVersionBefore(io: Io, path: string, now: Date): Promise<PassPackage> {
  const input = await readOneInput(io, path);
  const pass = input.kind === "folder" ? await openSourcePass(input.files, now) : await PassPackage.read(input.bytes);
  if (!pass.files.has("pass.json")) throw new UsageError(`--before ${path} is no pass`);
  return pass;
}
