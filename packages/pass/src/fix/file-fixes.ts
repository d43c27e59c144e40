import { isJunkFile, isMacArchiveJunk } from "../check/junk-file.ts";
import { PassError } from "../errors.ts";
import { IMAGES } from "../model/images.ts";
import { parseStrings } from "../strings/parse-strings.ts";
import { writeStrings } from "../strings/write-strings.ts";
import type { FixerInput, SourceFix } from "./source-fix.ts";

/** Removes what file managers leave behind: Wallet refuses a pass with a file that the manifest does not list. */
export function removeJunkFiles({ files }: FixerInput): SourceFix[] {
  const junk = [...files.keys()].filter(isJunkFile);
  for (const file of junk) files.delete(file);
  return junk.map((file) => ({ rule: isMacArchiveJunk(file) ? "zip-macosx" : "zip-ds-store", file, did: "removed" }));
}

/** `en_US.lproj` becomes `en-US.lproj`, unless that folder is there already. */
export function renameLanguageFolders({ files }: FixerInput): SourceFix[] {
  const fixes: SourceFix[] = [];
  const folders = new Set(
    [...files.keys()].filter((file) => file.includes(".lproj/")).map((file) => file.slice(0, file.indexOf("/"))),
  );
  for (const folder of folders) {
    const [, language, region] = /^([a-z]{2,3})_([A-Za-z0-9]+)\.lproj$/.exec(folder) ?? [];
    const target = `${language}-${region}.lproj`;
    if (language === undefined || folders.has(target)) continue;
    for (const file of [...files.keys()].filter((path) => path.startsWith(`${folder}/`)))
      move(files, file, target + file.slice(folder.length));
    fixes.push({ rule: "strings-locale-case", file: folder, did: `renamed to ${target}` });
  }
  return fixes;
}

const KNOWN_IMAGES = /* @__PURE__ */ new Map(
  Object.keys(IMAGES).flatMap((name) =>
    ["", "@2x", "@3x"].map((scale) => [`${name}${scale}.png`.toLowerCase(), `${name}${scale}.png`] as const),
  ),
);

/** `Icon@2X.png` becomes `icon@2x.png`: file names are case sensitive on a device. */
export function renameImages({ files }: FixerInput): SourceFix[] {
  const fixes: SourceFix[] = [];
  // A list of its own, for the files change meanwhile.
  const paths = [...files.keys()];
  for (const file of paths) {
    const slash = file.lastIndexOf("/") + 1;
    const name = file.slice(slash);
    const right = KNOWN_IMAGES.get(name.toLowerCase());
    const target = file.slice(0, slash) + (right ?? name);
    if (right === undefined || right === name || files.has(target)) continue;
    move(files, file, target);
    fixes.push({ rule: "image-name", file, did: `renamed to ${target}` });
  }
  return fixes;
}

/** Translations that hold more than ASCII are written again as UTF-16 with a byte order mark, which every system reads. */
export function reencodeStrings({ files }: FixerInput): SourceFix[] {
  const fixes: SourceFix[] = [];
  for (const [file, bytes] of files) {
    if (!file.endsWith(".lproj/pass.strings")) continue;
    const strings = readStrings(bytes);
    if (strings === null) continue;
    const isUtf16 = strings.encoding !== "utf-8" && strings.hasByteOrderMark;
    const isPlain = strings.encoding === "utf-8" && !strings.hasByteOrderMark && bytes.every((byte) => byte < 0x80);
    if (isUtf16 || isPlain) continue;
    files.set(file, writeStrings(strings.entries));
    const was = `${strings.encoding.toUpperCase()}${strings.hasByteOrderMark ? " with" : " without"} byte order mark`;
    fixes.push({ rule: "strings-encoding", file, did: `written again as UTF-16 with byte order mark (was ${was})` });
  }
  return fixes;
}

function readStrings(bytes: Uint8Array): ReturnType<typeof parseStrings> | null {
  try {
    return parseStrings(bytes);
  } catch (error) {
    if (error instanceof PassError) return null;
    throw error;
  }
}

function move(files: Map<string, Uint8Array>, from: string, to: string): void {
  const bytes = files.get(from);
  if (bytes === undefined) return;
  files.delete(from);
  files.set(to, bytes);
}
