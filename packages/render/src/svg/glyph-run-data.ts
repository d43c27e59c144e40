import type { SceneGlyphRun } from "../scene/scene.ts";

const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** The outlines of a run as path data in the scene's points. */
export function glyphRunData(run: SceneGlyphRun): string {
  const scale = run.size / run.font.unitsPerEm;
  const parts: string[] = [];
  for (const glyph of run.glyphs) {
    const { commands, coordinates } = run.font.outlineOf(glyph.id);
    const [left, base] = [run.x + glyph.x, run.y + glyph.y];
    let at = 0;
    for (const command of commands) {
      const count = COUNTS[command] ?? 0;
      let part = command;
      for (let index = 0; index < count; index += 2) {
        const x = left + (coordinates[at] ?? 0) * scale;
        const y = base - (coordinates[at + 1] ?? 0) * scale;
        part += `${index === 0 ? "" : " "}${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
        at += 2;
      }
      parts.push(part);
    }
  }
  return parts.join("");
}
