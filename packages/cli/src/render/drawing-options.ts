import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { EmojiSource, SceneFontPack } from "@passwright/render";
import { type Command, Option } from "commander";
import { UsageError } from "../exit-code.ts";
import { collect, parseDateOption, parseLocaleOption, parseTimeZoneOption, readOptionFile } from "../input/parse-options.ts";
import type { Io } from "../io.ts";
import { type FaceOptions, WATCH_LAYOUTS, type WatchLayout } from "./draw-face.ts";
import { parseScreenWidth } from "./screen-width.ts";

/** What every command that draws can be told. */
export interface DrawingCliOptions {
  readonly locale?: readonly string[];
  readonly timeZone?: string;
  readonly now?: string;
  readonly width?: string;
  readonly dark?: boolean;
  readonly layout?: WatchLayout;
  readonly classic?: boolean;
  readonly font?: readonly string[];
  readonly emoji?: string;
}

/** Adds them; without `screens` those of paper, which has neither a dark mode nor a Watch. */
export function addDrawingOptions(command: Command, { screens = true }: { readonly screens?: boolean } = {}): Command {
  command
    .option("--locale <tag>", "language of the reader, as de or pt-BR; en by default (may be repeated, best first)", collect)
    .option("--time-zone <name>", "time zone for dates, as Europe/Oslo; the machine's by default")
    .option("--now <date>", "the moment it is shown at")
    .option("--width <points>", "the phone: points across its screen or a name, as 402 or iphone-16-pro; 390 by default");
  if (screens) {
    command
      .option("--dark", "the phone is in dark mode")
      .addOption(
        new Option("--layout <layout>", "on the Watch: a card of the carousel, or all of the pass")
          .choices(WATCH_LAYOUTS)
          .default("carousel"),
      );
  }
  return command
    .option("--classic", "the old look, also of a pass that asks for a newer one")
    .option(
      "--font <file>",
      "TrueType, OpenType or WOFF font for scripts beyond Latin, Greek and Cyrillic (may be repeated)",
      collect,
    )
    .option("--emoji <folder>", "pictures of emoji, called as Twemoji calls them: 1f389.svg");
}

/** What the options say, with all that they name read. */
export async function readDrawingOptions(io: Io, options: DrawingCliOptions): Promise<FaceOptions> {
  const { width, emoji, locale = ["en"] } = options;
  return {
    locale: locale.map(parseLocaleOption),
    timeZone: parseTimeZoneOption(options.timeZone),
    now: parseDateOption(io, options.now, "--now"),
    dark: options.dark === true,
    layout: options.layout ?? "carousel",
    look: options.classic === true ? "classic" : "newest",
    fonts: await Promise.all((options.font ?? []).map((path) => readFont(io, path))),
    ...(width === undefined ? {} : { screenWidth: parseScreenWidth(width) }),
    ...(emoji === undefined ? {} : { emoji: await openEmoji(resolve(io.workingDirectory, emoji), emoji) }),
  };
}

async function readFont(io: Io, path: string): Promise<SceneFontPack> {
  const name = basename(path, extname(path));
  const { weightOfFontName } = await import("@passwright/render");
  return { name, weight: weightOfFontName(name), bytes: await readOptionFile(io, path, "--font") };
}

async function openEmoji(folder: string, name: string): Promise<EmojiSource> {
  const facts = await stat(folder).catch(() => null);
  if (facts?.isDirectory() !== true) throw new UsageError(`--emoji ${name}: no such folder`);
  return (sequence) => {
    const codes = Array.from(sequence, (character) => character.codePointAt(0) ?? 0);
    const file = codes.filter((code) => code !== 0xfe0f).map((code) => code.toString(16));
    try {
      return readFileSync(join(folder, `${file.join("-")}.svg`), "utf8");
    } catch {
      // Most sequences have no picture; the renderer asks for each once.
      return null;
    }
  };
}
