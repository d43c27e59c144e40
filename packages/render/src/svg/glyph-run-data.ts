import { PathText } from "../scene/path-text.ts";
import type { SceneGlyphRun } from "../scene/scene.ts";

const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** The outlines of a run as path data in the scene's points. */
export function glyphRunData(run: SceneGlyphRun): string {
  const scale = run.size / run.font.unitsPerEm;
  const path = new PathText();
  for (const glyph of run.glyphs) {
    const { commands, coordinates } = run.font.outlineOf(glyph.id);
    const left = run.x + glyph.x;
    const base = run.y + glyph.y;
    let at = 0;
    for (const command of commands) {
      const count = COUNTS[command];
      if (count === undefined) continue;
      path.sign(command);
      const end = at + count;
      for (let index = at; index < end; index += 2) {
        if (index > at) path.sign(" ");
        path.number(left + (coordinates[index] ?? 0) * scale, 2);
        path.sign(" ");
        path.number(base - (coordinates[index + 1] ?? 0) * scale, 2);
      }
      at = end;
    }
  }
  return path.toString();
}
