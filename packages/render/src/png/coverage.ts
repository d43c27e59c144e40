import type { Polygons } from "./outline.ts";

/** How much of each pixel of a rectangle a shape covers, 0 to 255, row by row. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Room for the sums of one shape after the other, all zeros between them: the largest is as large as the drawing. */
export class CoverageScratch {
  #sums = new Float32Array(0);

  /** At least so many zeros; the caller leaves zeros behind. */
  take(count: number): Float32Array {
    if (this.#sums.length < count) this.#sums = new Float32Array(count);
    return this.#sums;
  }
}

/**
 * The exact area of each pixel inside polygons, by the nonzero rule. Each edge adds its signed area to the pixels it
 * crosses and its height to those right of it; a running sum along the row then is the winding, fractions included.
 * Where contours of one direction overlap it is cut at 1. Only `+ − × ÷` are used: the same bytes in every runtime.
 *
 * @returns null when nothing lies within `width` × `height` pixels.
 */
export function coverPolygons(
  { points, starts }: Polygons,
  width: number,
  height: number,
  scratch = new CoverageScratch(),
): Coverage | null {
  let [minX, minY, maxX, maxY] = [width, height, 0, 0];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  const left = Math.max(0, Math.floor(minX));
  const top = Math.max(0, Math.floor(minY));
  const right = Math.min(width, Math.ceil(maxX));
  const bottom = Math.min(height, Math.ceil(maxY));
  // Written this way round, numbers that are none (NaN) draw nothing.
  if (!(right > left && bottom > top)) return null;
  const box = { left, top, width: right - left, height: bottom - top };
  // One column more takes what lies right of the last pixel.
  const sums = scratch.take((box.width + 1) * box.height);
  for (let contour = 0; contour < starts.length; contour += 1) {
    const from = starts[contour] ?? 0;
    const end = starts[contour + 1] ?? points.length;
    let [x, y] = [(points[end - 2] ?? 0) - left, (points[end - 1] ?? 0) - top];
    for (let at = from; at < end; at += 2) {
      const [nextX, nextY] = [(points[at] ?? 0) - left, (points[at + 1] ?? 0) - top];
      addEdge(sums, box.width, box.height, x, y, nextX, nextY);
      [x, y] = [nextX, nextY];
    }
  }
  return { ...box, values: sumRows(sums, box.width, box.height) };
}

/** The same for an upright rectangle with sharp corners, most of all that is painted: two lines of shares multiplied. */
export function coverBox(x: number, y: number, right: number, bottom: number, width: number, height: number): Coverage | null {
  const columns = coverSpan(x, right, width);
  const rows = coverSpan(y, bottom, height);
  if (columns === null || rows === null) return null;
  const [across, down] = [columns.values.length, rows.values.length];
  const values = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1) {
    const share = rows.values[row] ?? 0;
    if (share === 1) {
      if (row > 0 && rows.values[row - 1] === 1) values.copyWithin(row * across, (row - 1) * across, row * across);
      else
        for (let column = 0; column < across; column += 1)
          values[row * across + column] = (columns.values[column] ?? 0) * 255 + 0.5;
      continue;
    }
    for (let column = 0; column < across; column += 1) {
      values[row * across + column] = (columns.values[column] ?? 0) * share * 255 + 0.5;
    }
  }
  return { left: columns.first, top: rows.first, width: across, height: down, values };
}

/** Of each pixel along a line of `size`, the share between `from` and `to`. */
function coverSpan(from: number, to: number, size: number): { readonly first: number; readonly values: Float64Array } | null {
  const first = Math.max(0, Math.floor(from));
  const end = Math.min(size, Math.ceil(to));
  // Written this way round, numbers that are none (NaN) draw nothing.
  if (!(end > first)) return null;
  const share = (_: unknown, at: number): number => Math.min(to, first + at + 1) - Math.max(from, first + at);
  return { first, values: Float64Array.from({ length: end - first }, share) };
}

/** Reads the sums and leaves zeros in their place. */
function sumRows(sums: Float32Array, width: number, height: number): Uint8Array {
  const values = new Uint8Array(width * height);
  for (let row = 0, to = 0; row < height; row += 1) {
    let winding = 0;
    let covered = 0;
    for (let at = row * (width + 1), end = at + width; at < end; at += 1, to += 1) {
      const step = sums[at] ?? 0;
      if (step !== 0) {
        sums[at] = 0;
        winding += step;
        covered = Math.min(1, Math.abs(winding)) * 255 + 0.5;
      }
      values[to] = covered;
    }
    sums[row * (width + 1) + width] = 0;
  }
  return values;
}

/** Adds one edge, row by row. What lies left of the box counts at its left side, what lies right of it at its right. */
function addEdge(sums: Float32Array, width: number, height: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const direction = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  const firstY = Math.max(0, topY);
  const lastY = Math.min(height, bottomY);
  for (let row = Math.floor(firstY); row < lastY; row += 1) {
    const fromY = Math.max(firstY, row);
    const toY = Math.min(lastY, row + 1);
    const fromX = topX + (fromY - topY) * slope;
    const toX = topX + (toY - topY) * slope;
    addRow(sums, row * (width + 1), width, Math.min(fromX, toX), Math.max(fromX, toX), (toY - fromY) * direction);
  }
}

/** A piece of an edge within one row, from `left` to `right`, `high` pixels high (its sign is the direction). */
function addRow(sums: Float32Array, start: number, width: number, left: number, right: number, high: number): void {
  if (left >= width) return;
  if (right <= 0) {
    sums[start] = (sums[start] ?? 0) + high;
    return;
  }
  if (left < 0 || right > width) {
    // The parts outside are upright lines at the box's sides.
    const share = high / (right - left);
    if (left < 0) sums[start] = (sums[start] ?? 0) - left * share;
    const [from, to] = [Math.max(0, left), Math.min(width, right)];
    addRow(sums, start, width, from, to, share * (to - from));
    return;
  }
  const first = Math.floor(left);
  if (right <= first + 1) {
    // Within one pixel: its own area right of the piece, the whole height for those after it.
    const area = high * (first + 1 - (left + right) / 2);
    sums[start + first] = (sums[start + first] ?? 0) + area;
    sums[start + first + 1] = (sums[start + first + 1] ?? 0) + high - area;
    return;
  }
  const share = high / (right - left);
  // `done` is what earlier columns already carry on into this one.
  let done = 0;
  for (let column = first; column < right; column += 1) {
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const part = (to - from) * share;
    const area = part * (column + 1 - (from + to) / 2);
    sums[start + column] = (sums[start + column] ?? 0) + area + done;
    done = part - area;
  }
  const after = Math.ceil(right);
  sums[start + after] = (sums[start + after] ?? 0) + done;
}
