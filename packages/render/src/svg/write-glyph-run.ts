import type { ByteText } from "../scene/byte-text.ts";
import type { SceneGlyphRun } from "../scene/scene.ts";

const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** Whether a run has something to see: a space has not. */
export function hasOutline({ font, glyphs }: SceneGlyphRun): boolean {
  return glyphs.some(({ id }) => font.outlineOf(id).commands !== "");
}

/** Writes the outlines of a run as path data in the scene's points. */
export function writeGlyphRun(run: SceneGlyphRun, path: ByteText): void {
  const scale = run.size / run.font.unitsPerEm;
  for (const glyph of run.glyphs) {
    const { commands, coordinates } = run.font.outlineOf(glyph.id);
    const left = run.x + glyph.x;
    const base = run.y + glyph.y;
    let at = 0;
    for (let index = 0; index < commands.length; index += 1) {
      const command = commands[index] ?? "";
      const count = COUNTS[command];
      if (count === undefined) continue;
      path.sign(command);
      const end = at + count;
      for (let place = at; place < end; place += 2) {
        if (place > at) path.sign(" ");
        path.number(left + (coordinates[place] ?? 0) * scale, 2);
        path.sign(" ");
        path.number(base - (coordinates[place + 1] ?? 0) * scale, 2);
      }
      at = end;
    }
  }
}
