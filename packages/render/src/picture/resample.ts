import { createPicture, type Picture } from "./picture.ts";
import { release } from "./release.ts";
import { fromPremultiplied, isOpaque, premultiplied } from "./premultiply.ts";

/** A part of a picture in its pixels; fractions are allowed, and so are parts that hang out (the edge goes on). */
export interface PictureRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How pixels are weighed: `cubic` keeps edges (Catmull-Rom), `linear` is for what is smooth already. */
export type ResampleKernel = "cubic" | "linear";

/** Weights are whole numbers that sum up to this, so that every runtime computes the same. */
const WEIGHT_BITS = 14;
const WEIGHT_ONE = 1 << WEIGHT_BITS;

/** Between the two passes samples keep so many bits more than 8: overshoot of cubic weights still fits into 16. */
const EXTRA_BITS = 6;

/**
 * A part of a picture at another size: a separable filter that widens with the reduction, over colours multiplied by alpha,
 * so that hidden colours do not shine through. Works on sRGB values as they are, as CoreGraphics does.
 *
 * @param width Pixels of the result, as `height`.
 */
export function resample(
  picture: Picture,
  region: PictureRegion,
  width: number,
  height: number,
  kernel: ResampleKernel = "cubic",
): Picture {
  const isWhole = region.x === 0 && region.y === 0 && region.width === picture.width && region.height === picture.height;
  if (isWhole && width === picture.width && height === picture.height) return picture;
  const opaque = isOpaque(picture);
  if (opaque && isCut(picture, region, width, height)) return cut(picture, region, width, height);
  const source = opaque ? picture.rgba : premultiplied(picture);
  const columns = weigh(region.x, region.width, picture.width, width, kernel);
  const rows = weigh(region.y, region.height, picture.height, height, kernel);
  // Only the rows that are asked for go through the first pass.
  const firstRow = rows.starts.reduce((least, start) => Math.min(least, start), picture.height);
  const lastRow = rows.starts.reduce((most, start) => Math.max(most, start + rows.taps), 0);
  const channels = opaque ? 3 : 4;
  const wide = new Int16Array(width * channels * Math.max(0, lastRow - firstRow));
  squeezeRows(source, picture.width, firstRow, lastRow, columns, wide, width, channels);
  const result = createPicture(width, height);
  squeezeColumns(wide, firstRow, rows, result, channels);
  release(wide);
  if (opaque) return result;
  release(source);
  const straight = fromPremultiplied(result);
  release(result.rgba);
  return straight;
}

/** Whether the part lies pixel on pixel: a picture of the right scale of which the edges are cut off. */
function isCut(picture: Picture, { x, y, ...span }: PictureRegion, width: number, height: number): boolean {
  const isWithin = x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height;
  return isWithin && Number.isInteger(x) && Number.isInteger(y) && span.width === width && span.height === height;
}

function cut(picture: Picture, { x, y }: PictureRegion, width: number, height: number): Picture {
  const result = createPicture(width, height);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * picture.width + x) * 4;
    result.rgba.set(picture.rgba.subarray(from, from + width * 4), row * width * 4);
  }
  return result;
}

/** For each place of the result: its first source place, and `taps` weights from there. */
interface Weights {
  readonly starts: Int32Array;
  readonly taps: number;
  readonly weights: Int16Array;
}

const KERNELS = {
  cubic: { radius: 2, weight: catmullRom },
  linear: { radius: 1, weight: (x: number) => Math.max(0, 1 - Math.abs(x)) },
} as const;

function catmullRom(x: number): number {
  const t = Math.abs(x);
  if (t < 1) return 1 + t * t * (1.5 * t - 2.5);
  return t < 2 ? 2 + t * (-4 + t * (2.5 - 0.5 * t)) : 0;
}

function weigh(from: number, span: number, sourceSize: number, size: number, kernel: ResampleKernel): Weights {
  const { radius, weight } = KERNELS[kernel];
  const step = span / size;
  const spread = Math.max(1, step);
  // As many places as can lie inside of the kernel; at its ends the weight is 0.
  const taps = Math.min(sourceSize, Math.ceil(2 * radius * spread));
  const starts = new Int32Array(size);
  const weights = new Int16Array(size * taps);
  const exact = new Float64Array(taps);
  for (let place = 0; place < size; place += 1) {
    const centre = from + (place + 0.5) * step - 0.5;
    const first = Math.floor(centre - radius * spread) + 1;
    const start = Math.max(0, Math.min(first, sourceSize - taps));
    starts[place] = start;
    exact.fill(0);
    let sum = 0;
    for (let at = first; at < centre + radius * spread; at += 1) {
      const value = weight((at - centre) / spread);
      // Beyond the edge its last pixel goes on.
      const tap = Math.max(0, Math.min(at, sourceSize - 1)) - start;
      exact[Math.max(0, Math.min(tap, taps - 1))] = (exact[Math.max(0, Math.min(tap, taps - 1))] ?? 0) + value;
      sum += value;
    }
    let rest = WEIGHT_ONE;
    let largest = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const whole = Math.round(((exact[tap] ?? 0) / sum) * WEIGHT_ONE);
      weights[place * taps + tap] = whole;
      rest -= whole;
      if ((exact[tap] ?? 0) > (exact[largest] ?? 0)) largest = tap;
    }
    // What rounding lost goes where it shows least, so that a plain area stays what it is.
    weights[place * taps + largest] = (weights[place * taps + largest] ?? 0) + rest;
  }
  return { starts, taps, weights };
}

function squeezeRows(
  source: Uint8ClampedArray,
  sourceWidth: number,
  firstRow: number,
  lastRow: number,
  { starts, taps, weights }: Weights,
  wide: Int16Array,
  width: number,
  channels: 3 | 4,
): void {
  const shift = WEIGHT_BITS - EXTRA_BITS;
  const half = 1 << (shift - 1);
  const hasAlpha = channels === 4;
  let to = 0;
  for (let row = firstRow; row < lastRow; row += 1) {
    const rowStart = row * sourceWidth * 4;
    for (let column = 0; column < width; column += 1, to += channels) {
      let at = rowStart + (starts[column] ?? 0) * 4;
      let red = half;
      let green = half;
      let blue = half;
      let alpha = half;
      for (let tap = column * taps, end = tap + taps; tap < end; tap += 1, at += 4) {
        const weight = weights[tap] ?? 0;
        red += (source[at] ?? 0) * weight;
        green += (source[at + 1] ?? 0) * weight;
        blue += (source[at + 2] ?? 0) * weight;
        if (hasAlpha) alpha += (source[at + 3] ?? 0) * weight;
      }
      wide[to] = red >> shift;
      wide[to + 1] = green >> shift;
      wide[to + 2] = blue >> shift;
      if (hasAlpha) wide[to + 3] = alpha >> shift;
    }
  }
}

/** `wide` has `channels` samples a pixel: alpha that is 255 everywhere need not be computed. */
function squeezeColumns(
  wide: Int16Array,
  firstRow: number,
  { starts, taps, weights }: Weights,
  { width, height, rgba }: Picture,
  channels: 3 | 4,
): void {
  const stride = width * channels;
  const sums = new Int32Array(stride);
  for (let row = 0; row < height; row += 1) {
    const start = ((starts[row] ?? 0) - firstRow) * stride;
    sums.fill(1 << (WEIGHT_BITS + EXTRA_BITS - 1));
    for (let tap = 0; tap < taps; tap += 2) {
      const at = row * taps + tap;
      addRows(sums, wide, start + tap * stride, weights[at] ?? 0, tap + 1 < taps ? (weights[at + 1] ?? 0) : 0);
    }
    if (channels === 4) finishRow(sums, rgba, row * stride);
    else finishOpaqueRow(sums, rgba, row * width * 4);
  }
}

/** Adds two rows by their weights; sums are read and written once for both. A row with the weight 0 may lie beyond the last one. */
function addRows(sums: Int32Array, wide: Int16Array, from: number, upper: number, lower: number): void {
  const stride = sums.length;
  const first = upper === 0 ? 0 : from;
  const second = lower === 0 ? 0 : from + stride;
  for (let at = 0; at < stride; at += 1) {
    sums[at] = ((sums[at] ?? 0) + (wide[first + at] ?? 0) * upper + (wide[second + at] ?? 0) * lower) | 0;
  }
}

function finishRow(sums: Int32Array, rgba: Uint8ClampedArray, to: number): void {
  for (let at = 0; at < sums.length; at += 1) rgba[to + at] = (sums[at] ?? 0) >> (WEIGHT_BITS + EXTRA_BITS);
}

function finishOpaqueRow(sums: Int32Array, rgba: Uint8ClampedArray, from: number): void {
  for (let at = 0, to = from; at < sums.length; at += 3, to += 4) {
    rgba[to] = (sums[at] ?? 0) >> (WEIGHT_BITS + EXTRA_BITS);
    rgba[to + 1] = (sums[at + 1] ?? 0) >> (WEIGHT_BITS + EXTRA_BITS);
    rgba[to + 2] = (sums[at + 2] ?? 0) >> (WEIGHT_BITS + EXTRA_BITS);
    rgba[to + 3] = 255;
  }
}
