import type { Operations } from "@passwright/server/client";
import type { Command } from "commander";
import { UsageError } from "../exit-code.ts";
import { pictureFormatOf } from "../render/picture-format.ts";
import { FACES, type FaceName } from "../render/draw-face.ts";

/** Which face of a pass a server is to draw, and for whom. */
export interface PictureCliOptions {
  readonly face?: string;
  readonly scale?: string;
  readonly locale?: string;
  readonly timeZone?: string;
}

export function addPictureOptions(command: Command): Command {
  return command
    .option("--face <face>", `${FACES.join(", ")}; front when absent`)
    .option("--scale <n>", "pixels for a point of a PNG: 1, 2 or 3; 2 when absent")
    .option("--locale <tag>", "language of the reader, such as de-CH")
    .option("--time-zone <zone>", "zone in which dates are shown, such as Europe/Berlin");
}

/** What the server is asked for; the ending of the file's name tells the format, PNG when it tells none. */
export function toPictureQuery(out: string, options: PictureCliOptions): NonNullable<Operations["drawPass"]["query"]> {
  const { face, scale, locale, timeZone } = options;
  if (face !== undefined && !FACES.includes(face as FaceName)) throw new UsageError(`--face is none of ${FACES.join(", ")}`);
  if (scale !== undefined && !/^[123]$/u.test(scale)) throw new UsageError("--scale is 1, 2 or 3");
  return {
    format: pictureFormatOf(out) ?? "png",
    ...(face !== undefined && { face: face as FaceName }),
    ...(scale !== undefined && { scale: Number(scale) }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  };
}
