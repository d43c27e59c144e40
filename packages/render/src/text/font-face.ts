/**
 * One cut of a font: its measures in units of the em and the outlines of its glyphs. Y is up, as in fonts.
 */
export interface FontFace {
  /** Unique among the fonts of a drawing, such as `inter-light`. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly unitsPerEm: number;
  /** Height of the capitals. */
  readonly capHeight: number;
  /** The font file (TrueType or OpenType), for outputs that embed it. */
  readonly bytes: Uint8Array;
  /** The glyph of a character (code point); 0 when there is none. */
  glyphOf(codePoint: number): number;
  /** Width of a glyph. */
  advanceOf(glyph: number): number;
  /** Correction of the distance between two glyphs. */
  kerningOf(left: number, right: number): number;
  outlineOf(glyph: number): GlyphOutline;
}

/** Commands M, L, Q, C, Z, and their coordinates one after the other: 2, 2, 4, 6 and 0 of them. */
export interface GlyphOutline {
  readonly commands: string;
  readonly coordinates: readonly number[];
}
