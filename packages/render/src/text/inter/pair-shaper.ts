import type { FontFace } from "../font-face.ts";
import type { PlacedGlyph, ShapingFace } from "../shaping-face.ts";
import { type Spacing, spacingOf } from "./sf-spacing.ts";

/**
 * Sets text of scripts whose letters stand side by side: one glyph per character, pair kerning, and the corrections of
 * width. Characters that are not seen (joiners, direction marks) take no room.
 */
export function createPairShaper(face: FontFace, spacing: Spacing): ShapingFace {
  return {
    ...face,
    isTracked: true,
    shape(text, direction) {
      const glyphs: PlacedGlyph[] = [];
      let previous = 0;
      let cluster = 0;
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        const id = face.glyphOf(codePoint);
        if (id !== 0) {
          const kern = previous === 0 ? 0 : face.kerningOf(previous, id);
          const last = glyphs.at(-1);
          if (last !== undefined && kern !== 0) glyphs[glyphs.length - 1] = { ...last, advance: last.advance + kern };
          const extra = spacingOf(character, spacing) * face.unitsPerEm;
          glyphs.push({ id, dx: extra / 2, dy: 0, advance: face.advanceOf(id) + extra, cluster });
          previous = id;
        }
        cluster += character.length;
      }
      return direction === "rtl" ? glyphs.toReversed() : glyphs;
    },
  };
}
