import { release } from "../picture/release.ts";
import type { Polygons } from "./outline.ts";

/** How much of each pixel of a rectangle a shape covers, 0 to 255, row by row. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** So many pixels of a shape are summed up at a time: rows of a face in bands, most letters in one. */
const BAND_PIXELS = 1 << 16;

/** Memory for one shape after the other: what is painted at once needs none of its own. */
export class CoverageScratch {
  #sums = new Float32Array(0);
  #values = new Uint8Array(0);

  /** The values that were taken last stay with whoever has them. */
  giveAway(): void {
    this.#values = new Uint8Array(0);
  }

  /** Gives its memory back; the values that were taken last go with it. */
  release(): void {
    release(this.#sums);
    release(this.#values);
  }

  /** At least so many zeros; the caller leaves zeros behind. */
  takeSums(count: number): Float32Array {
    if (this.#sums.length < count) {
      release(this.#sums);
      this.#sums = new Float32Array(count);
    }
    return this.#sums;
  }

  /** So many bytes, whatever was in them; those that were handed out before are these. */
  takeValues(count: number): Uint8Array {
    if (this.#values.length < count) {
      release(this.#values);
      this.#values = new Uint8Array(count);
    }
    return this.#values.subarray(0, count);
  }
}

/**
 * The exact area of each pixel inside polygons, by the nonzero rule. Each edge adds its signed area to the pixels it
 * crosses and its height to those right of it; a running sum along the row then is the winding, fractions included.
 * Where contours of one direction overlap it is cut at 1. Only `+ − × ÷` are used: the same bytes in every runtime.
 *
 * @returns null when nothing lies within `width` × `height` pixels. Its values last until `scratch` is used again.
 */
export function coverPolygons(
  { points, starts }: Polygons,
  width: number,
  height: number,
  scratch = new CoverageScratch(),
): Coverage | null {
  let minX = width;
  let minY = height;
  let maxX = 0;
  let maxY = 0;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
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
  const values = scratch.takeValues(box.width * box.height);
  // One column more takes what lies right of the last pixel.
  const rows = Math.min(box.height, Math.ceil(BAND_PIXELS / (box.width + 1)));
  const sums = scratch.takeSums((box.width + 1) * rows);
  for (let row = 0; row < box.height; row += rows) {
    const band: Band = { sums, left, top, width: box.width, from: row, end: Math.min(box.height, row + rows) };
    for (let contour = 0; contour < starts.length; contour += 1) {
      const from = starts[contour] ?? 0;
      const end = starts[contour + 1] ?? points.length;
      for (let at = from, before = end - 2; at < end; before = at, at += 2) addEdge(band, points, before, at);
    }
    sumRows(band, values);
  }
  return { ...box, values };
}

/** Rows of a shape that are summed up together. */
interface Band {
  readonly sums: Float32Array;
  /** Of the shape. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly from: number;
  readonly end: number;
}

/** The same for an upright rectangle with sharp corners, most of all that is painted: two lines of shares multiplied. */
export function coverBox(
  x: number,
  y: number,
  right: number,
  bottom: number,
  width: number,
  height: number,
  scratch = new CoverageScratch(),
): Coverage | null {
  const columns = coverSpan(x, right, width);
  const rows = coverSpan(y, bottom, height);
  if (columns === null || rows === null) return null;
  const [across, down] = [columns.values.length, rows.values.length];
  const values = scratch.takeValues(across * down);
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
function sumRows({ sums, width, from, end }: Band, values: Uint8Array): void {
  for (let row = from, to = from * width; row < end; row += 1) {
    const start = (row - from) * (width + 1);
    let winding = 0;
    let covered = 0;
    for (let at = start; at < start + width; at += 1, to += 1) {
      const step = sums[at] ?? 0;
      if (step !== 0) {
        sums[at] = 0;
        winding += step;
        covered = Math.min(1, Math.abs(winding)) * 255 + 0.5;
      }
      values[to] = covered;
    }
    sums[start + width] = 0;
  }
}

/**
 * Adds the edge between two points, row by row. What lies left of the box counts at its left side, what lies right of it at its
 * right. Points are handed over as places in an array, and nothing is apart that would be handed a piece of a row: engines put
 * each fraction that is an argument into memory of its own.
 */
function addEdge(band: Band, points: Float64Array, before: number, at: number): void {
  const { sums, width, from, end } = band;
  const x0 = (points[before] ?? 0) - band.left;
  const y0 = (points[before + 1] ?? 0) - band.top;
  const x1 = (points[at] ?? 0) - band.left;
  const y1 = (points[at + 1] ?? 0) - band.top;
  if (y0 === y1) return;
  const isDown = y0 < y1;
  const direction = isDown ? 1 : -1;
  const topX = isDown ? x0 : x1;
  const topY = isDown ? y0 : y1;
  const bottomX = isDown ? x1 : x0;
  const bottomY = isDown ? y1 : y0;
  if (bottomY <= from || topY >= end) return;
  const slope = (bottomX - topX) / (bottomY - topY);
  const firstY = Math.max(from, topY);
  const lastY = Math.min(end, bottomY);
  for (let row = Math.floor(firstY); row < lastY; row += 1) {
    const fromY = Math.max(firstY, row);
    const toY = Math.min(lastY, row + 1);
    const fromX = topX + (fromY - topY) * slope;
    const toX = topX + (toY - topY) * slope;
    const start = (row - from) * (width + 1);
    let high = (toY - fromY) * direction;
    let left = Math.min(fromX, toX);
    let right = Math.max(fromX, toX);
    if (left >= width) continue;
    if (right <= 0) {
      sums[start] = (sums[start] ?? 0) + high;
      continue;
    }
    if (left < 0 || right > width) {
      // The parts outside are upright lines at the box's sides.
      const share = high / (right - left);
      if (left < 0) sums[start] = (sums[start] ?? 0) - left * share;
      left = Math.max(0, left);
      right = Math.min(width, right);
      high = share * (right - left);
    }
    const first = Math.floor(left);
    if (right <= first + 1) {
      // Within one pixel: its own area right of the piece, the whole height for those after it.
      const area = high * (first + 1 - (left + right) / 2);
      sums[start + first] = (sums[start + first] ?? 0) + area;
      sums[start + first + 1] = (sums[start + first + 1] ?? 0) + high - area;
      continue;
    }
    const share = high / (right - left);
    // `done` is what earlier columns already carry on into this one.
    let done = 0;
    for (let column = first; column < right; column += 1) {
      const enter = Math.max(left, column);
      const leave = Math.min(right, column + 1);
      const part = (leave - enter) * share;
      const area = part * (column + 1 - (enter + leave) / 2);
      sums[start + column] = (sums[start + column] ?? 0) + area + done;
      done = part - area;
    }
    const after = Math.ceil(right);
    sums[start + after] = (sums[start + after] ?? 0) + done;
  }
}
