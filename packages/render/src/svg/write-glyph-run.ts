import type { ByteText } from "../scene/byte-text.ts";
import type { SceneGlyphRun } from "../scene/scene.ts";

/** Whether a run has something to see: a space has not. */
export function hasOutline({ font, glyphs }: SceneGlyphRun): boolean {
  return glyphs.some(({ id }) => font.outlineOf(id).commands !== "");
}

/** Writes the outlines of a run as path data in the scene's points. */
export function writeGlyphRun(run: SceneGlyphRun, path: ByteText): void {
  const scale = run.size / run.font.unitsPerEm;
  for (const glyph of run.glyphs) {
    path.outline(run.font.outlineOf(glyph.id), run.x + glyph.x, run.y + glyph.y, scale);
  }
}
