import { createHarfBuzzFace } from "./harfbuzz-face.ts";
import { loadInterCuts, type InterCut, type InterCuts } from "./inter/inter-cuts.ts";
import { itemize, type TextItem, type TextUnit } from "./itemize.ts";
import { readEmojiArt } from "./emoji/read-emoji-art.ts";
import type { EmojiArt, EmojiSource } from "./emoji/emoji-art.ts";
import type { SceneFontPack } from "./font-pack.ts";
import { track, trackingOf } from "./tracking.ts";
import type { ShapedRun, ShapedText } from "./shaped-text.ts";
import type { ShapingFace } from "./shaping-face.ts";

export type TextWeight = "light" | "regular" | "semibold";

/** Sets lines of text. */
export interface Typesetter {
  /** Width of a line, points. */
  measure(text: string, weight: TextWeight, size: number): number;
  /** A line at a weight, in the cut for its size; cleaned by the caller. */
  set(text: string, weight: TextWeight, size: number): ShapedText;
  /** The longest beginning that fits into `width` points with "…" behind it; the whole when it fits. */
  fit(text: string, weight: TextWeight, size: number, width: number): ShapedText;
}

export interface TypesetterOptions {
  readonly packs: readonly SceneFontPack[];
  readonly emoji: EmojiSource | null;
  /** Told of characters that no font has, once per text. */
  readonly onMissing: (characters: readonly string[], text: string) => void;
}

/** From this size on the display cuts are nearer to Apple's letters; measured, see docs/decisions/0021. */
const DISPLAY_FROM = 18;
const WEIGHTS: Readonly<Record<TextWeight, number>> = { light: 300, regular: 400, semibold: 600 };
/** An emoji is a quarter wider than its size. Measured in the corpus. */
const EMOJI_ADVANCE = 1.25;
const MISSING_ADVANCE = 0.7;
const EMOJI = /^\p{RGI_Emoji}$/v;
const MAYBE_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}+$/u;

/** What sets a unit: a face, a picture, nothing to see, or nothing at hand. */
type Setter = ShapingFace | EmojiArt | "hidden" | "missing";

/** Loads the fonts. Throws `ERR_RENDER_FONT_INVALID` for a pack that is no font. */
export async function createTypesetter(options: TypesetterOptions): Promise<Typesetter> {
  const [cuts, packs] = await Promise.all([loadInterCuts(), Promise.all(options.packs.map(createHarfBuzzFace))]);
  return buildTypesetter(cuts, packs, options);
}

function buildTypesetter(cuts: InterCuts, packs: readonly ShapingFace[], options: TypesetterOptions): Typesetter {
  const lines = new Map<string, ShapedText>();
  const pictures = new Map<string, EmojiArt | null>();
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

  const pictureOf = (sequence: string): EmojiArt | null => {
    const known = pictures.get(sequence);
    if (known !== undefined) return known;
    const svg = options.emoji?.(sequence) ?? null;
    const art = svg === null ? null : readEmojiArt(svg);
    pictures.set(sequence, art);
    return art;
  };

  const setterOf = (grapheme: string, inter: ShapingFace, ranked: readonly ShapingFace[]): Setter => {
    if (MAYBE_EMOJI.test(grapheme) && EMOJI.test(grapheme)) {
      const art = pictureOf(grapheme);
      if (art !== null) return art;
    }
    if (IGNORABLE.test(grapheme)) return "hidden";
    const hasAll = (face: ShapingFace): boolean =>
      Array.from(grapheme).every((character) => IGNORABLE.test(character) || face.glyphOf(character.codePointAt(0) ?? 0) !== 0);
    if (hasAll(inter)) return inter;
    return ranked.find(hasAll) ?? "missing";
  };

  const unitsOf = (text: string, inter: ShapingFace, weight: TextWeight): TextUnit<Setter>[] => {
    const ranked = packs.toSorted((a, b) => Math.abs(a.weight - WEIGHTS[weight]) - Math.abs(b.weight - WEIGHTS[weight]));
    const units: TextUnit<Setter>[] = [];
    for (const { segment } of segmenter.segment(text)) {
      const kind = setterOf(segment, inter, ranked);
      const last = units.at(-1)?.kind;
      // What is not seen, and a space, stay with the font before them, for the letters around them may join.
      const stays = kind === "hidden" || (segment === " " && typeof last === "object" && "shape" in last && last.glyphOf(32) !== 0);
      units.push({ text: segment, kind: stays && last !== undefined ? last : kind });
    }
    return units;
  };

  const layOut = (text: string, weight: TextWeight, cut: InterCut): ShapedText => {
    const inter = cuts[cut];
    if (isPlain(text, inter)) {
      const run = setItem({ text, kind: inter, level: 0 }, 0);
      return toLine(text, run === null ? [] : [run], "ltr");
    }
    const units = unitsOf(text, inter, weight);
    const missing = units.flatMap((unit) => (unit.kind === "missing" ? [unit.text] : []));
    if (missing.length > 0) options.onMissing([...new Set(missing)], text);
    const { items, direction } = itemize(text, units);
    const runs: ShapedRun[] = [];
    let x = 0;
    for (const item of items) {
      const run = setItem(item, x);
      if (run === null) continue;
      runs.push(run);
      x += run.width;
    }
    return toLine(text, runs, direction);
  };

  const setPlain = (text: string, weight: TextWeight, size: number): ShapedText => {
    const cut: InterCut = `${isDisplay(size) ? "display" : "text"}-${weight}`;
    const key = `${cut}\n${text}`;
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line = layOut(text, weight, cut);
    lines.set(key, line);
    return line;
  };

  const set = (text: string, weight: TextWeight, size: number): ShapedText => {
    const line = setPlain(text, weight, size);
    return isDisplay(size) ? line : track(line, trackingOf(size));
  };

  const measure = (text: string, weight: TextWeight, size: number): number => {
    if (text === "") return 0;
    const { width, tracked } = setPlain(text, weight, size);
    return (isDisplay(size) ? width : width + tracked * trackingOf(size)) * size;
  };

  return {
    measure,
    set,
    fit(text, weight, size, width) {
      const whole = set(text, weight, size);
      if (whole.width * size <= width) return whole;
      const graphemes = Array.from(segmenter.segment(text), ({ segment }) => segment);
      let low = 0;
      let high = graphemes.length - 1;
      const cutAt = (count: number): ShapedText => set(`${graphemes.slice(0, count).join("").trimEnd()}…`, weight, size);
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (cutAt(middle).width * size <= width) low = middle;
        else high = middle - 1;
      }
      return cutAt(low);
    },
  };
}

function isDisplay(size: number): boolean {
  return size >= DISPLAY_FROM;
}

function toLine(text: string, runs: readonly ShapedRun[], direction: "ltr" | "rtl"): ShapedText {
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const tracked = runs.reduce((sum, run) => sum + (run.kind === "glyphs" && run.face.isTracked ? run.glyphs.length : 0), 0);
  return { text, width, tracked, direction, runs };
}

/** Latin, Greek and Cyrillic letters that Inter has, none of them an emoji or of another direction. */
function isPlain(text: string, inter: ShapingFace): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x2044 || (unit > 0x52f && unit < 0x1e80) || inter.glyphOf(unit) === 0) return false;
  }
  return true;
}

function setItem(item: TextItem<Setter>, x: number): ShapedRun | null {
  const { text, kind } = item;
  if (kind === "hidden") return null;
  if (kind === "missing") return { kind: "missing", x, width: Array.from(text).length * MISSING_ADVANCE, text };
  if (!("shape" in kind)) {
    return { kind: "emoji", art: kind, x, width: EMOJI_ADVANCE, text };
  }
  const direction = (item.level & 1) === 1 ? "rtl" : "ltr";
  const glyphs = kind.shape(text, direction);
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0) / kind.unitsPerEm;
  return { kind: "glyphs", face: kind, x, width, glyphs, text, direction };
}
