import type { FontFace } from "./font-face.ts";

/** A glyph as shaping places it, in font units, y up. */
export interface PlacedGlyph {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
  /** UTF-16 index of its first character in the text that was shaped. */
  readonly cluster: number;
}

/** A face that can set a text of one direction; glyphs come in visual order. */
export interface ShapingFace extends FontFace {
  /** Its letters stand apart and may be moved: not where they join. */
  readonly isTracked: boolean;
  shape(text: string, direction: "ltr" | "rtl"): readonly PlacedGlyph[];
}
