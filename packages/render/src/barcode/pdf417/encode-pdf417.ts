import { type MatrixSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { createModuleGrid, setModule } from "../module-grid.ts";
import { pdf417Check } from "./pdf417-error-correction.ts";
import { clusterPatterns, PATTERN_WIDTH, toPattern } from "./pdf417-patterns.ts";
import { type Pdf417Shape, pdf417Shape } from "./pdf417-shape.ts";
import { spellPdf417 } from "./pdf417-spelling.ts";

/** iOS draws level 2, in all four codes that were read from screenshots of it. */
const CHECK_LEVEL = 2;
/** 2^(level + 1): ISO/IEC 15438:2015, 5.7, table 7. */
const CHECK_CODEWORDS = 8;

/** Data, length and check codewords of the largest symbol (5.6). */
const MAX_CODEWORDS = 928;
/** What they hold at level 2 in one mode: 918 codewords after the switch, of six bytes in five or 44 digits in fifteen. */
const MAX_BYTES = 1101;
const MAX_DIGITS = 2692;

/** Fills a symbol (5.9). */
const FILL = 900;

/** Start and stop patterns as widths of bars and spaces (5.3.2). */
const START = toPattern([8, 1, 1, 1, 1, 1, 1, 3]);
const STOP = toPattern([7, 1, 1, 3, 1, 1, 1, 2, 1]);
const STOP_WIDTH = 18;

/** PDF417 at level 2, of the shape that Wallet gives it, without an ECI. */
export function encodePdf417(bytes: Uint8Array): MatrixSymbol | UnfitSymbol {
  const limit = bytes.every((byte) => byte >= 0x30 && byte <= 0x39) ? MAX_DIGITS : MAX_BYTES;
  // Nothing packs more tightly than digits, so that more is known not to fit without a search.
  const data = bytes.length > MAX_DIGITS ? null : spellPdf417(bytes);
  const shape = data === null ? null : pdf417Shape(data.length + 1 + CHECK_CODEWORDS, MAX_CODEWORDS);
  if (data === null || shape === null) return unfit({ code: "too-long", length: bytes.length, limit });
  const length = shape.rows * shape.columns - CHECK_CODEWORDS;
  // The length counts itself and the fill, not the check codewords (5.5).
  const fill = Array.from({ length: length - data.length - 1 }, () => FILL);
  const codewords = [length, ...data, ...fill];
  return drawRows([...codewords, ...pdf417Check(codewords, CHECK_CODEWORDS)], shape);
}

/** Start, left indicator, codewords, right indicator and stop of each row (5.3.3 and 5.11.3). */
function drawRows(codewords: readonly number[], { rows, columns, width, rowHeight }: Pdf417Shape): MatrixSymbol {
  const clusters = clusterPatterns();
  const grid = createModuleGrid(width, rows);
  for (let row = 0; row < rows; row += 1) {
    const patterns = clusters[row % 3] ?? [];
    // Three facts by turns, each side one step apart; every indicator also counts its rows in threes.
    const facts = [Math.floor((rows - 1) / 3), CHECK_LEVEL * 3 + ((rows - 1) % 3), columns - 1];
    const indicator = (turn: number) => Math.floor(row / 3) * 30 + (facts[turn % 3] ?? 0);
    const values = [indicator(row), ...codewords.slice(row * columns, (row + 1) * columns), indicator(row + 2)];
    let x = 0;
    const draw = (pattern: number, modules: number) => {
      for (let bit = modules - 1; bit >= 0; bit -= 1, x += 1) setModule(grid, x, row, (pattern >> bit) & 1);
    };
    draw(START, PATTERN_WIDTH);
    for (const value of values) draw(patterns[value] ?? 0, PATTERN_WIDTH);
    draw(STOP, STOP_WIDTH);
  }
  return { kind: "matrix", ...grid, rowHeight };
}
