import { expect, test } from "vitest";
import { createModuleGrid, type ModuleGrid } from "../../src/barcode/module-grid.ts";
import { applyMask, maskPenalty } from "../../src/barcode/qr/qr-mask.ts";

const SIZE = 21;

/** A chessboard, which no rule punishes, with rows of one's own in it. */
function chessboard(rows: Readonly<Record<number, string>> = {}): ModuleGrid {
  const modules = Uint8Array.from({ length: SIZE * SIZE }, (_, at) => {
    const [x, y] = [at % SIZE, Math.floor(at / SIZE)];
    return Number(rows[y]?.[x] ?? (x + y) % 2);
  });
  return { width: SIZE, height: SIZE, modules };
}

test("a chessboard has no points", () => {
  expect(maskPenalty(chessboard())).toBe(0);
});

test("a light symbol has the points of runs, blocks and proportion", () => {
  const runs = 2 * SIZE * (3 + SIZE - 5);
  const blocks = (SIZE - 1) * (SIZE - 1) * 3;
  expect(maskPenalty(createModuleGrid(SIZE))).toBe(runs + blocks + 100);
});

test("a dark symbol has as many as a light one", () => {
  const { width, height, modules } = createModuleGrid(SIZE);
  expect(maskPenalty({ width, height, modules: modules.fill(1) })).toBe(maskPenalty(createModuleGrid(SIZE)));
});

test("a run of five modules has three points, each further one a point", () => {
  //                                     row 10 of the chessboard is 010101010101010101010
  expect(maskPenalty(chessboard({ 10: "010101010101010101010" }))).toBe(0);
  expect(maskPenalty(chessboard({ 10: "010111110101010101010" }))).toBe(3);
  expect(maskPenalty(chessboard({ 10: "010111111101010101010" }))).toBe(5);
  expect(maskPenalty(chessboard({ 10: "011110101010101010101" }))).toBe(0);
});

test("the shape of a finder costs forty points for four light modules on either side", () => {
  const before = "010100001011101010101";
  const after = "010101011101000010101";
  const finders = (rows: Readonly<Record<number, string>>) => Math.floor(maskPenalty(chessboard(rows)) / 40);
  expect(finders({ 10: before })).toBe(1);
  expect(finders({ 10: after })).toBe(1);
  expect(finders({ 10: "010101010111010100101" })).toBe(0);
});

test("the proportion has ten points for each twentieth away from half, by the nearest", () => {
  const size = 50;
  const proportion = (dark: number) => {
    const modules = Uint8Array.from({ length: size * size }, (_, at) => Number(at % size < dark));
    const acrossRuns = size * (dark - 2 + (size - dark) - 2);
    const downRuns = size * (size - 2);
    const blocks = (size - 1) * (size - 2) * 3;
    return maskPenalty({ width: size, height: size, modules }) - acrossRuns - downRuns - blocks;
  };
  // A column is two fifths of a twentieth.
  expect([25, 24, 26, 23, 27, 22, 21, 20].map(proportion)).toEqual([0, 0, 0, 10, 10, 10, 20, 20]);
});

test("masking twice undoes it and leaves reserved modules alone", () => {
  const grid = chessboard();
  const reserved = createModuleGrid(SIZE);
  reserved.modules.fill(1, 0, SIZE);
  const before = grid.modules.slice();
  for (let mask = 0; mask < 8; mask += 1) {
    applyMask(grid, reserved, mask);
    expect(grid.modules).not.toEqual(before);
    expect(grid.modules.subarray(0, SIZE)).toEqual(before.subarray(0, SIZE));
    applyMask(grid, reserved, mask);
    expect(grid.modules).toEqual(before);
  }
});
