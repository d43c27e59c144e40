import type { SceneGlyphRun } from "../../scene/scene.ts";
import { hex4, num } from "../file/pdf-syntax.ts";
import type { BookFont } from "../font/font-book.ts";
import { clampAdvance } from "../font/build-true-type.ts";

/** A difference from a glyph's own width below this, in thousandths of the em, is not seen. */
const UNSEEN = 0.5;

/** A run of glyphs as a text object, on a page whose y runs down: letters are turned back upright. */
export function textOperators(run: SceneGlyphRun, font: BookFont, texts: readonly string[]): string {
  const { glyphs, size, x, y } = run;
  const em = 1000 / run.font.unitsPerEm;
  const parts = [`BT /${font.name} ${num(size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm`];
  let row = "";
  let codes = "";
  let rise = 0;
  let pen = 0;
  const flushCodes = (): void => {
    if (codes !== "") row += `<${codes}>`;
    codes = "";
  };
  const flushRow = (): void => {
    flushCodes();
    if (row !== "") parts.push(`[${row}] TJ`);
    row = "";
  };
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.y !== rise) {
      flushRow();
      rise = glyph.y;
      parts.push(`${num(-rise)} Ts`);
    }
    const wanted = (glyph.x / size) * 1000;
    if (Math.abs(wanted - pen) > UNSEEN) {
      flushCodes();
      row += num(pen - wanted);
      pen = wanted;
    }
    codes += hex4(font.codeOf(glyph.id, texts[index] ?? ""));
    pen += clampAdvance(run.font.advanceOf(glyph.id)) * em;
  }
  flushRow();
  if (rise !== 0) parts.push("0 Ts");
  return `${parts.join(" ")} ET`;
}
