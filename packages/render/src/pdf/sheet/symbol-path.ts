import type { MatrixSymbol } from "../../barcode/barcode-symbol.ts";
import { seg } from "../../layout/geometry.ts";

/** Where the modules of a symbol stand, and how large they are. */
export interface SymbolPlace {
  readonly x: number;
  readonly y: number;
  readonly column: number;
  readonly row: number;
}

/** Dark modules as rectangles of one path, those side by side in one: what is painted in one piece has no seams. */
export function symbolPath({ width, height, modules }: MatrixSymbol, { x, y, column, row }: SymbolPlace): string {
  let data = "";
  for (let line = 0; line < height; line += 1) {
    for (let start = 0; start < width; start += 1) {
      if (modules[line * width + start] !== 1) continue;
      let end = start;
      while (end < width && modules[line * width + end] === 1) end += 1;
      const [left, right] = [x + start * column, x + end * column];
      const [top, bottom] = [y + line * row, y + (line + 1) * row];
      data += `${seg("M", left, top)}${seg("L", right, top)}${seg("L", right, bottom)}${seg("L", left, bottom)}Z`;
      start = end;
    }
  }
  return data;
}
