import type { Picture } from "../picture.ts";
import { PNG_CHANNELS, type PngHeader } from "./png-header.ts";

/** Where the rows of one pass of the picture lie in it: all of it, or every nth pixel of it (section 8.2, Adam7). */
export interface PngPass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

export const WHOLE_PASS: readonly PngPass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];

export const ADAM7_PASSES: readonly PngPass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/** Writes one row of samples into the picture, as pixels from `at` (a byte of `rgba`), `step` bytes apart. */
export type WriteRow = (samples: Uint8Array, from: number, count: number, at: number, step: number) => void;

/** How the rows of this kind of PNG become pixels. */
export function createRowWriter(header: PngHeader, { rgba }: Picture): WriteRow {
  if (header.isCgbi && header.depth === 8 && header.colour === 6) return createCgbiWriter(rgba);
  return ROW_WRITERS[header.colour](header, rgba);
}

/** Reads the nth sample of a row of any depth. */
function sampleAt(samples: Uint8Array, from: number, index: number, depth: number): number {
  if (depth === 8) return samples[from + index] ?? 0;
  if (depth === 16) return ((samples[from + index * 2] ?? 0) << 8) | (samples[from + index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((samples[from + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** A sample as 8 bits, rounded (section 13.12). */
function toByte(sample: number, depth: number): number {
  if (depth === 8) return sample;
  if (depth === 16) return (sample * 255 + 32_895) >>> 16;
  return (sample * 255) / ((1 << depth) - 1);
}

/** The nth 16-bit number of tRNS: the grey or colour that is transparent; −1, which no sample is, when there is none. */
function keyAt(transparency: Uint8Array, index: number): number {
  const high = transparency[index * 2];
  const low = transparency[index * 2 + 1];
  return high === undefined || low === undefined ? -1 : (high << 8) | low;
}

function createGreyWriter({ depth, transparency }: PngHeader, rgba: Uint8ClampedArray): WriteRow {
  const key = keyAt(transparency, 0);
  return (samples, from, count, at, step) => {
    for (let index = 0, to = at; index < count; index += 1, to += step) {
      const sample = sampleAt(samples, from, index, depth);
      const grey = toByte(sample, depth);
      rgba[to] = grey;
      rgba[to + 1] = grey;
      rgba[to + 2] = grey;
      rgba[to + 3] = sample === key ? 0 : 255;
    }
  };
}

function createPaletteWriter({ depth, palette, transparency }: PngHeader, rgba: Uint8ClampedArray): WriteRow {
  return (samples, from, count, at, step) => {
    for (let index = 0, to = at; index < count; index += 1, to += step) {
      const entry = sampleAt(samples, from, index, depth);
      // A number beyond the palette is opaque black, as readers have it.
      rgba[to] = palette[entry * 3] ?? 0;
      rgba[to + 1] = palette[entry * 3 + 1] ?? 0;
      rgba[to + 2] = palette[entry * 3 + 2] ?? 0;
      rgba[to + 3] = transparency[entry] ?? 255;
    }
  };
}

/** Colour types 2, 4 and 6, at 8 and 16 bits; a CgBI file without alpha has blue first as well. */
function createColourWriter({ depth, colour, transparency, isCgbi }: PngHeader, rgba: Uint8ClampedArray): WriteRow {
  const channels = PNG_CHANNELS[colour];
  const isGrey = colour === 4;
  const hasKey = colour === 2 && transparency.length >= 6;
  if (depth === 8 && !isGrey && !isCgbi && !hasKey) return createPlainWriter(channels, rgba);
  const [red, green, blue] = isGrey ? [0, 0, 0] : isCgbi ? [2, 1, 0] : [0, 1, 2];
  const wide = depth === 16;
  const bytes = wide ? 2 : 1;
  const hasAlpha = colour !== 2;
  const key = [keyAt(transparency, 0), keyAt(transparency, 1), keyAt(transparency, 2)];
  const read = (samples: Uint8Array, at: number): number =>
    wide ? toByte(((samples[at] ?? 0) << 8) | (samples[at + 1] ?? 0), 16) : (samples[at] ?? 0);
  return (samples, from, count, at, step) => {
    for (let index = 0, to = at, pixel = from; index < count; index += 1, to += step, pixel += channels * bytes) {
      rgba[to] = read(samples, pixel + red * bytes);
      rgba[to + 1] = read(samples, pixel + green * bytes);
      rgba[to + 2] = read(samples, pixel + blue * bytes);
      rgba[to + 3] = hasAlpha ? read(samples, pixel + (channels - 1) * bytes) : 255;
      if (hasKey && key.every((sample, channel) => sampleAt(samples, pixel, channel, depth) === sample)) rgba[to + 3] = 0;
    }
  };
}

/** Nearly all pictures are of this kind: 8 bits, red, green, blue, and alpha or none. */
function createPlainWriter(channels: number, rgba: Uint8ClampedArray): WriteRow {
  const hasAlpha = channels === 4;
  return (samples, from, count, at, step) => {
    for (let index = 0, to = at, pixel = from; index < count; index += 1, to += step, pixel += channels) {
      rgba[to] = samples[pixel] ?? 0;
      rgba[to + 1] = samples[pixel + 1] ?? 0;
      rgba[to + 2] = samples[pixel + 2] ?? 0;
      rgba[to + 3] = hasAlpha ? (samples[pixel + 3] ?? 0) : 255;
    }
  };
}

function createCgbiWriter(rgba: Uint8ClampedArray): WriteRow {
  return (samples, from, count, at, step) => {
    for (let index = 0, to = at, pixel = from; index < count; index += 1, to += step, pixel += 4) {
      const alpha = samples[pixel + 3] ?? 0;
      // Colours larger than their alpha are errors of the writer; the array clamps them.
      for (let channel = 0; channel < 3; channel += 1) {
        const value = samples[pixel + 2 - channel] ?? 0;
        rgba[to + channel] = alpha === 0 ? 0 : alpha === 255 ? value : Math.floor((value * 255 + (alpha >> 1)) / alpha);
      }
      rgba[to + 3] = alpha;
    }
  };
}

const ROW_WRITERS = {
  0: createGreyWriter,
  2: createColourWriter,
  3: createPaletteWriter,
  4: createColourWriter,
  6: createColourWriter,
} as const satisfies Record<PngHeader["colour"], (header: PngHeader, rgba: Uint8ClampedArray) => WriteRow>;
