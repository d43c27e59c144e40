import { createModuleGrid, type ModuleGrid, setModule } from "../module-grid.ts";
import type { AztecLayers } from "./aztec-layers.ts";

/** Lines of the reference grid of a full symbol lie so far apart. */
const GRID_STEP = 16;

/** Draws a symbol: core with mode message, reference grid, data layers (ISO/IEC 24778:2008, 7.2 and 7.3.3). */
export function drawAztec(size: AztecLayers, modeBits: readonly number[], layerBits: readonly number[]): ModuleGrid {
  const { isCompact, layers } = size;
  const inner = (isCompact ? 11 : 14) + 4 * layers;
  // Counted without the reference grid, which is let in between.
  const half = Math.floor(inner / 2);
  const width = isCompact ? inner : inner + 1 + 2 * Math.floor((half - 1) / (GRID_STEP - 1));
  const grid = createModuleGrid(width);
  const centre = (width - 1) / 2;
  if (!isCompact) drawReferenceGrid(grid, centre);
  drawCore(grid, centre, isCompact, modeBits);

  const placeOf = (place: number): number => {
    if (isCompact) return place;
    // Skips the line through the centre and every sixteenth beside it.
    const away = place < half ? half - 1 - place : place - half;
    const distance = away + 1 + Math.floor(away / (GRID_STEP - 1));
    return place < half ? centre - distance : centre + distance;
  };
  let bit = 0;
  for (let layer = 0; layer < layers; layer += 1) {
    const edge = 2 * layer;
    const length = inner - 2 * edge - 2;
    // Four sides, each down, right, up or left from its corner, in dominoes across the two modules of the layer.
    for (let side = 0; side < 4; side += 1) {
      for (let along = 0; along < length; along += 1) {
        for (let across = 0; across < 2; across += 1) {
          const [x, y] = turn([edge + across, edge + along], side, inner - 1);
          setModule(grid, placeOf(x), placeOf(y), layerBits[bit] ?? 0);
          bit += 1;
        }
      }
    }
  }
  return grid;
}

/** A place turned anticlockwise by so many quarters of the symbol: the left side becomes the bottom one. */
function turn([x, y]: readonly [number, number], quarters: number, last: number): readonly [number, number] {
  switch (quarters) {
    case 0:
      return [x, y];
    case 1:
      return [y, last - x];
    case 2:
      return [last - x, last - y];
    default:
      return [last - y, x];
  }
}

function drawReferenceGrid(grid: ModuleGrid, centre: number): void {
  for (let line = centre % GRID_STEP; line < grid.width; line += GRID_STEP) {
    for (let at = centre % 2; at < grid.width; at += 2) {
      setModule(grid, at, line, 1);
      setModule(grid, line, at, 1);
    }
  }
}

/** Bull's eye, orientation marks, and the mode message clockwise around them. */
function drawCore(grid: ModuleGrid, centre: number, isCompact: boolean, modeBits: readonly number[]): void {
  const radius = isCompact ? 5 : 7;
  for (let down = -radius; down <= radius; down += 1) {
    for (let across = -radius; across <= radius; across += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(across));
      setModule(grid, centre + across, centre + down, ring < radius && ring % 2 === 0);
    }
  }
  for (const [x, y] of [
    [-radius, -radius],
    [1 - radius, -radius],
    [-radius, 1 - radius],
    [radius, -radius],
    [radius, 1 - radius],
    [radius, radius - 1],
  ] as const) {
    setModule(grid, centre + x, centre + y, 1);
  }
  const perSide = modeBits.length / 4;
  for (const [at, bit] of modeBits.entries()) {
    const step = (at % perSide) - Math.floor(perSide / 2);
    // In a full symbol the middle of each side belongs to the reference grid.
    const along = !isCompact && step >= 0 ? step + 1 : step;
    const [x, y] = turn([along, -radius], (4 - Math.floor(at / perSide)) % 4, 0);
    setModule(grid, centre + x, centre + y, bit);
  }
}
