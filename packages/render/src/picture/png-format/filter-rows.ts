import type { Picture } from "../picture.ts";
import type { ByteSource } from "./byte-source.ts";

/** Filters of a row (PNG, third edition, section 9.2) that are tried. */
const NONE = 0;
const SUB = 1;
const UP = 2;
const PAETH = 4;

/** Every so many bytes are looked at to choose a filter; no divisor of a pixel's bytes, so that all channels count. */
const SAMPLING = 7;

/**
 * The rows of a picture with a filter each, as they are compressed. The choice is the usual guess (least sum of absolute
 * differences, section 12.7), made on samples; a row that repeats the one above costs nothing. They are made when they are
 * asked for, so that of a large picture only some are there at a time.
 *
 * @param channels 4, or 3 for a picture without transparency.
 */
export function filterRows({ width, height, rgba }: Picture, channels: 3 | 4): ByteSource {
  const rowBytes = width * channels;
  const pixels = toPixels(rgba);
  // A pixel of zeros before each row stands for the left neighbour of the first.
  let above = new Uint8Array(rowBytes + channels);
  let row = new Uint8Array(rowBytes + channels);
  let y = 0;
  const next = (into: Uint8Array, from: number): number => {
    let to = from;
    for (; y < height && to + rowBytes < into.length; y += 1, to += rowBytes + 1) {
      if (y > 0 && repeats(pixels, y * width, width)) {
        into[to] = UP;
        into.fill(0, to + 1, to + 1 + rowBytes);
        continue;
      }
      readRow(rgba, y * width * 4, channels, row);
      const filter = chooseFilter(row, above, channels);
      into[to] = filter;
      writeRow(filter, row, above, channels, into, to + 1);
      [above, row] = [row, above];
    }
    return to;
  };
  return { length: (rowBytes + 1) * height, largestStep: rowBytes + 1, next };
}

/** A number for each pixel; on memory that does not begin at a multiple of 4 there is no such view. */
function toPixels(rgba: Uint8ClampedArray): Uint32Array {
  const { buffer, byteOffset, length } = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** Whether the pixels from `from` are those before it once more. */
function repeats(pixels: Uint32Array, from: number, width: number): boolean {
  for (let at = from, end = from + width; at < end; at += 1) if (pixels[at] !== pixels[at - width]) return false;
  return true;
}

function readRow(rgba: Uint8ClampedArray, from: number, channels: 3 | 4, row: Uint8Array): void {
  if (channels === 4) {
    row.set(rgba.subarray(from, from + row.length - 4), 4);
    return;
  }
  for (let at = 3, pixel = from; at < row.length; at += 3, pixel += 4) {
    row[at] = rgba[pixel] ?? 0;
    row[at + 1] = rgba[pixel + 1] ?? 0;
    row[at + 2] = rgba[pixel + 2] ?? 0;
  }
}

function chooseFilter(row: Uint8Array, above: Uint8Array, channels: number): number {
  let plain = 0;
  let left = 0;
  let up = 0;
  let paeth = 0;
  for (let at = channels; at < row.length; at += SAMPLING) {
    const value = row[at] ?? 0;
    const a = row[at - channels] ?? 0;
    const b = above[at] ?? 0;
    plain += distance(value);
    left += distance(value - a);
    up += distance(value - b);
    paeth += distance(value - nearest(a, b, above[at - channels] ?? 0));
  }
  const least = Math.min(left, up, paeth, plain);
  return least === up ? UP : least === left ? SUB : least === paeth ? PAETH : NONE;
}

/** How far a byte is from 0, going round. */
function distance(value: number): number {
  const byte = value & 255;
  return byte < 128 ? byte : 256 - byte;
}

/** Section 9.4. */
function nearest(a: number, b: number, c: number): number {
  const toLeft = Math.abs(b - c);
  const toUp = Math.abs(a - c);
  const toCorner = Math.abs(a + b - 2 * c);
  return toLeft <= toUp && toLeft <= toCorner ? a : toUp <= toCorner ? b : c;
}

function writeRow(filter: number, row: Uint8Array, above: Uint8Array, channels: number, result: Uint8Array, to: number): void {
  const shift = to - channels;
  switch (filter) {
    case SUB:
      for (let at = channels; at < row.length; at += 1) result[shift + at] = (row[at] ?? 0) - (row[at - channels] ?? 0);
      break;
    case UP:
      for (let at = channels; at < row.length; at += 1) result[shift + at] = (row[at] ?? 0) - (above[at] ?? 0);
      break;
    case PAETH:
      for (let at = channels; at < row.length; at += 1) {
        const corner = above[at - channels] ?? 0;
        result[shift + at] = (row[at] ?? 0) - nearest(row[at - channels] ?? 0, above[at] ?? 0, corner);
      }
      break;
    default:
      result.set(row.subarray(channels), to);
  }
}
