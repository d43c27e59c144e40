import { createModuleGrid, moduleAt, type ModuleGrid, setModule } from "../module-grid.ts";
import { alignmentCentres, type QrVersion } from "./qr-versions.ts";

/** A symbol whose fixed patterns are drawn, and which of its modules they take. */
export interface QrDrawing {
  readonly grid: ModuleGrid;
  readonly reserved: ModuleGrid;
}

/** Finders with separators, timing, alignment, version information, and room for the format: ISO/IEC 18004:2015, 6.3. */
export function drawFixedPatterns(version: QrVersion): QrDrawing {
  const { size } = version;
  const drawing = { grid: createModuleGrid(size), reserved: createModuleGrid(size) };
  for (let at = 0; at < size; at += 1) {
    put(drawing, at, 6, at % 2 === 0);
    put(drawing, 6, at, at % 2 === 0);
  }
  const far = size - 4;
  for (const [x, y] of [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const) {
    drawSquares(drawing, [x, y], 4, [true, true, false, true, false]);
  }
  const centres = alignmentCentres(version.version);
  const last = centres.at(-1);
  for (const y of centres) {
    for (const x of centres) {
      const isFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!isFinder) drawSquares(drawing, [x, y], 2, [true, false, true]);
    }
  }
  drawFormat(drawing, 0);
  if (version.version >= 7) drawVersion(drawing, version.version);
  return drawing;
}

/**
 * The format information of level M and a mask, in both of its places, and the module that is always dark:
 * ISO/IEC 18004:2015, 7.9.
 */
export function drawFormat(drawing: QrDrawing, mask: number): void {
  // Level M is 00, so the five data bits are the mask's number.
  const bits = withRemainder(mask, 10, 0b10100110111) ^ 0b101010000010010;
  const { width: size } = drawing.grid;
  for (let at = 0; at < 15; at += 1) {
    const isDark = ((bits >> at) & 1) === 1;
    // Around the first finder, past the timing lines: up the column, then left along the row.
    const [nearX, nearY] = at < 8 ? [8, at < 6 ? at : at + 1] : [at === 8 ? 7 : 14 - at, 8];
    put(drawing, nearX, nearY, isDark);
    // Again beside the other two.
    const [farX, farY] = at < 8 ? [size - 1 - at, 8] : [8, size - 15 + at];
    put(drawing, farX, farY, isDark);
  }
  put(drawing, 8, size - 8, true);
}

/** Fills the free modules with codewords: upwards and downwards by turns in double columns from the right (7.7.3). */
export function drawCodewords({ grid, reserved }: QrDrawing, codewords: readonly number[]): void {
  const { width: size } = grid;
  let bit = 0;
  for (let right = size - 1, isUpward = true; right >= 1; right -= 2, isUpward = !isUpward) {
    // The vertical timing line is passed over.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (moduleAt(reserved, x, y) === 1) continue;
        setModule(grid, x, y, ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
        bit += 1;
      }
    }
  }
}

/** Concentric squares around a module, of radius 0 and up, each dark or light. */
function drawSquares(drawing: QrDrawing, [x, y]: readonly [number, number], radius: number, isDark: readonly boolean[]): void {
  for (let down = -radius; down <= radius; down += 1) {
    for (let across = -radius; across <= radius; across += 1) {
      put(drawing, x + across, y + down, isDark[Math.max(Math.abs(across), Math.abs(down))] ?? false);
    }
  }
}

/** Six by three modules beside two of the finders: ISO/IEC 18004:2015, 7.10. */
function drawVersion(drawing: QrDrawing, version: number): void {
  const bits = withRemainder(version, 12, 0b1111100100101);
  const edge = drawing.grid.width - 11;
  for (let at = 0; at < 18; at += 1) {
    const isDark = ((bits >> at) & 1) === 1;
    const [along, across] = [Math.floor(at / 3), edge + (at % 3)];
    put(drawing, along, across, isDark);
    put(drawing, across, along, isDark);
  }
}

/** A number followed by its remainder by a generator polynomial of the given degree (BCH codes of annexes C and D). */
function withRemainder(value: number, degree: number, generator: number): number {
  let rest = value << degree;
  for (let bit = 31; bit >= degree; bit -= 1) if (((rest >>> bit) & 1) === 1) rest ^= generator << (bit - degree);
  return (value << degree) | rest;
}

function put({ grid, reserved }: QrDrawing, x: number, y: number, isDark: boolean): void {
  setModule(grid, x, y, isDark);
  setModule(reserved, x, y, true);
}
