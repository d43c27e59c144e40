import { deriveScales, type ImageScaler } from "../template/image-scaler.ts";
import { reencodeStrings, removeJunkFiles, renameImages, renameLanguageFolders } from "./file-fixes.ts";
import { makeJsonStrict, rewriteColours, rewriteDates } from "./pass-json-fixes.ts";
import type { Fixer, SourceFix } from "./source-fix.ts";

/** In this order: files get their right names before what is in them is looked at. */
const FIXERS: readonly Fixer[] = [
  removeJunkFiles,
  renameLanguageFolders,
  renameImages,
  makeJsonStrict,
  rewriteColours,
  rewriteDates,
  reencodeStrings,
];

export interface FixOptions {
  /** Makes the missing scales of images; without it they stay missing. */
  readonly scaler?: ImageScaler;
}

/** A source folder after mending. */
export interface FixedSource {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was done, in order; empty when there was nothing to mend. */
  readonly fixes: readonly SourceFix[];
}

/**
 * Mends in a source folder what has a single right answer: commas and comments in pass.json, hex colours, offsets of dates
 * without a colon, files that file managers left behind, names in the wrong case, `en_US.lproj`, translations in an encoding
 * that not every system reads, and missing scales of images. What an edit of pass.json does not touch stays byte for byte;
 * everything else is left for a person to decide. Mending twice changes nothing more.
 *
 * @param files a source folder by path; it is not changed.
 *
 * @example
 * ```ts
 * const { files, fixes } = await fixSource(await readFolder("ticket.pass"));
 * for (const { file, did } of fixes) console.log(`${file}: ${did}`);
 * ```
 */
export async function fixSource(files: ReadonlyMap<string, Uint8Array>, options: FixOptions = {}): Promise<FixedSource> {
  const mended = new Map(files);
  const fixes: SourceFix[] = [];
  for (const fixer of FIXERS) fixes.push(...(await fixer({ files: mended })));
  if (options.scaler !== undefined) {
    for (const { path, from, bytes } of await deriveScales(mended, options.scaler)) {
      mended.set(path, bytes);
      fixes.push({ rule: path.includes("icon") ? "image-icon-2x3x" : "image-1x-only", file: path, did: `made from ${from}` });
    }
  }
  return { files: mended, fixes };
}
