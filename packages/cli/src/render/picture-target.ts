import { mkdir, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { type PictureFormat, pictureFormatOf } from "./picture-format.ts";
import { createPictureNames } from "./picture-name.ts";

/** Where pictures go. */
export interface PictureTarget {
  readonly format: PictureFormat;
  /** Room for one picture alone: a file that was named, or standard output. */
  readonly isOne: boolean;
  /** The path for the picture of a pass's face. */
  pathFor(passName: string, face: string): string;
}

/**
 * Decides where pictures go. `-o` names a file by its ending, `-` standard output, and anything else a folder, which is made;
 * without it one picture is written beside where the person works.
 *
 * @throws {UsageError} for many pictures and room for one, and for an ending that is no picture's.
 */
export async function choosePictureTarget(
  io: Io,
  out: string | undefined,
  format: PictureFormat | undefined,
  isMany: boolean,
): Promise<PictureTarget> {
  const nameFor = createPictureNames();
  if (out === undefined) {
    if (isMany) throw new UsageError("many pictures need a folder", "Name it with -o.");
    const used = format ?? "svg";
    return { format: used, isOne: true, pathFor: (passName, face) => nameFor(passName, face, used) };
  }
  const told = out === "-" ? null : pictureFormatOf(out);
  const used = format ?? told ?? "svg";
  if (out === "-" || (told !== null && !(await isFolder(io, out)))) {
    if (isMany) throw new UsageError(`-o ${out} has room for one picture`, "Name a folder for many.");
    if (told !== null && told !== used) throw new UsageError(`-o ${out} and --format ${used} do not fit each other`);
    return { format: used, isOne: true, pathFor: () => out };
  }
  if (!isMany && !out.endsWith("/") && extname(out) !== "" && !(await isFolder(io, out))) {
    throw new UsageError(`-o ${out}: pictures are .svg or .png`, "End the name of a folder with a slash.");
  }
  await mkdir(resolve(io.workingDirectory, out), { recursive: true });
  return { format: used, isOne: false, pathFor: (passName, face) => join(out, nameFor(passName, face, used)) };
}

async function isFolder(io: Io, path: string): Promise<boolean> {
  const facts = await stat(resolve(io.workingDirectory, path)).catch(() => null);
  return facts?.isDirectory() === true;
}
