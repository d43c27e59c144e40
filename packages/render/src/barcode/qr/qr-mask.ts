import type { ModuleGrid } from "../module-grid.ts";

/** Where each of the eight masks inverts the data: ISO/IEC 18004:2015, 7.8.2, table 10 (i is the row, j the column). */
const MASKS: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** How many masks there are. */
export const QR_MASKS = MASKS.length;

/** Inverts the modules that a mask chooses, all but the reserved ones. Doing it twice undoes it. */
export function applyMask(grid: ModuleGrid, reserved: ModuleGrid, mask: number): void {
  const isInverted = MASKS[mask] ?? (() => false);
  const { width, modules } = grid;
  for (let at = 0; at < modules.length; at += 1) {
    if (reserved.modules[at] === 0 && isInverted(Math.floor(at / width), at % width)) modules[at] = 1 - (modules[at] ?? 0);
  }
}

/** Points of the four rules by which a mask is judged; the fewer, the easier to scan: ISO/IEC 18004:2015, 7.8.3, table 11. */
export function maskPenalty(grid: ModuleGrid): number {
  const { width: size, modules } = grid;
  let penalty = 0;
  for (let line = 0; line < size; line += 1) {
    penalty += linePenalty(modules, line * size, 1, size) + linePenalty(modules, line, size, size);
  }
  for (let at = 0; at < modules.length - size; at += 1) {
    if ((at + 1) % size === 0) continue;
    const sum = (modules[at] ?? 0) + (modules[at + 1] ?? 0) + (modules[at + size] ?? 0) + (modules[at + size + 1] ?? 0);
    if (sum === 0 || sum === 4) penalty += 3;
  }
  const dark = modules.reduce((sum, module) => sum + module, 0);
  // Ten points for each step of 5 % away from half. The nearest step counts: so iOS comes to its choice of mask in each of ten
  // screenshots, which counting whole steps alone does not explain.
  return penalty + Math.round(Math.abs((dark * 20) / modules.length - 10)) * 10;
}

/** The proportions of a finder, 1:1:3:1:1, with four light modules before or after. */
const FINDER_BEFORE = 0b00001011101;
const FINDER_AFTER = 0b10111010000;

/** Of a row or a column: `size` modules from `start`, `step` apart. */
function linePenalty(modules: Uint8Array, start: number, step: number, size: number): number {
  let penalty = 0;
  let run = 0;
  let window = 0;
  let before = -1;
  for (let at = 0; at < size; at += 1) {
    const module = modules[start + at * step] ?? 0;
    run = module === before ? run + 1 : 1;
    before = module;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
    window = ((window << 1) | module) & 0b11111111111;
    if (at >= 10 && (window === FINDER_BEFORE || window === FINDER_AFTER)) penalty += 40;
  }
  return penalty;
}
