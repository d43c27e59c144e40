import type { ShapingFace, PlacedGlyph } from "./shaping-face.ts";
import type { EmojiArt } from "./emoji/emoji-art.ts";

/** A part of a line, in em at the size 1; `x` counts from the left end of the line. */
export type ShapedRun = ShapedGlyphs | ShapedEmoji | MissingGlyphs;

export interface ShapedGlyphs {
  readonly kind: "glyphs";
  readonly face: ShapingFace;
  readonly x: number;
  readonly width: number;
  /** In units of the face. */
  readonly glyphs: readonly PlacedGlyph[];
  readonly text: string;
  readonly direction: "ltr" | "rtl";
}

export interface ShapedEmoji {
  readonly kind: "emoji";
  readonly art: EmojiArt;
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

/** Characters that no font at hand has: drawn as frames, and reported. */
export interface MissingGlyphs {
  readonly kind: "missing";
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

/** A line of text of one weight, ready to be drawn at any size. */
export interface ShapedText {
  readonly text: string;
  readonly width: number;
  /** Glyphs that take part in tracking: those of Inter. */
  readonly tracked: number;
  readonly direction: "ltr" | "rtl";
  readonly runs: readonly ShapedRun[];
}
