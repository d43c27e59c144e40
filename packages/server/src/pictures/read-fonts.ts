import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { PassPackage } from "@passwright/pass";
import type { SceneFontPack } from "@passwright/render";
import { InstallationError } from "../installation/installation-error.ts";
import type { Logger } from "../logging/logger.ts";

/** Folder of fonts in the data folder. */
export const FONT_FOLDER = "fonts";

const FILE = /\.(?:ttf|otf|woff)$/iu;
/** All of them lie in memory, and each unpacked beside it: one of all Japanese is 1.3 MB as WOFF. */
const LIMITS = { files: 200, bytes: 64 * 1024 * 1024 } as const;

/**
 * Reads the fonts that pictures are drawn with where ours have no letters: Arabic, Hebrew, Thai, Chinese, Japanese, Korean. The order
 * of their names is that of preference. What is no font is told in the log and left out.
 *
 * @param named - The folder of the settings; null: that in the data folder, if it is there.
 * @throws {InstallationError} `ERR_SERVER_CONFIG` for a folder that was named and cannot be read.
 */
export async function readFonts(
  { dataFolder, named }: { readonly dataFolder: string; readonly named: string | null },
  log: Logger,
): Promise<readonly SceneFontPack[]> {
  const folder = named ?? join(dataFolder, FONT_FOLDER);
  const names = await readdir(folder).catch((cause: unknown) => {
    if (named === null) return [];
    throw new InstallationError("ERR_SERVER_CONFIG", `${named} (--fonts) is no folder that can be read.`, { cause });
  });
  const fonts: SceneFontPack[] = [];
  let left: number = LIMITS.bytes;
  for (const file of names.filter((name) => !name.startsWith(".")).toSorted()) {
    const bytes = FILE.test(file) && fonts.length < LIMITS.files ? await readFile(join(folder, file)).catch(() => null) : null;
    const font = bytes === null || bytes.length > left ? null : await openFont(file, bytes);
    if (font === null) {
      const todo = "Only TrueType, OpenType and WOFF are read (no WOFF2), 200 files and 64 MB of them at most.";
      log.warn("font cannot be used", { file, todo });
      continue;
    }
    left -= font.bytes.length;
    fonts.push(font);
  }
  if (fonts.length > 0) log.info("fonts", { fonts: fonts.map(({ name }) => name) });
  return fonts;
}

/** Tried here, with a pass of one letter: found out by a visitor, it would cost every picture. */
async function openFont(file: string, bytes: Uint8Array): Promise<SceneFontPack | null> {
  const { drawFront, RenderError, weightOfFontName } = await import("@passwright/render");
  const name = file.slice(0, -extname(file).length);
  const font = { name, weight: weightOfFontName(name), bytes };
  const pass = PassPackage.fromFiles({ "pass.json": '{"generic":{"primaryFields":[{"key":"a","value":"\u0627"}]}}' });
  try {
    await drawFront(pass, { fonts: [font] });
    return font;
  } catch (error) {
    if (error instanceof RenderError && error.code === "ERR_RENDER_FONT_INVALID") return null;
    throw error;
  }
}
