import type { SceneGlyphRun } from "../../scene/scene.ts";
import { hex4, num } from "../file/pdf-syntax.ts";
import type { BookFont } from "../font/font-book.ts";
import { runClusters } from "../font/run-clusters.ts";

/** A difference from a glyph's own width below this, in thousandths of the em, is not seen. */
const UNSEEN = 0.5;

/** A run of glyphs as a text object, on a page whose y runs down: letters are turned back upright. */
export function textOperators(run: SceneGlyphRun, font: BookFont): string {
  const { size, x, y } = run;
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
  for (const cluster of runClusters(run)) {
    if (cluster.y !== rise) {
      flushRow();
      rise = cluster.y;
      parts.push(`${num(-rise)} Ts`);
    }
    const wanted = (cluster.x / size) * 1000;
    if (Math.abs(wanted - pen) > UNSEEN) {
      flushCodes();
      row += num(pen - wanted);
      pen = wanted;
    }
    const code = font.codeOf(cluster.parts, cluster.text);
    codes += hex4(code);
    pen += font.widthOf(code);
  }
  flushRow();
  if (rise !== 0) parts.push("0 Ts");
  const object = `${parts.join(" ")} ET`;
  // As all writers do it, and the way in which readers look for words: letters stand as they are seen, and a mark says that they
  // are read the other way round (ISO 32000-1, 14.8.2.3.3).
  return run.direction === "rtl" ? `/ReversedChars BMC ${object} EMC` : object;
}
