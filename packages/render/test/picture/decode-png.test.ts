import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodePicture } from "../../src/picture/decode-picture.ts";
import { makePng, type PngSpec } from "./png-maker.ts";

const KINDS = [
  ...([1, 2, 4, 8, 16] as const).map((depth) => [0, depth] as const),
  ...([1, 2, 4, 8] as const).map((depth) => [3, depth] as const),
  ...([2, 4, 6] as const).flatMap((colour) => ([8, 16] as const).map((depth) => [colour, depth] as const)),
];

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const PALETTE = Array.from({ length: 256 * 3 }, (_, at) => (at * 37) & 255);

/** What a sample is as a byte, by the formula of section 13.12. */
function toByte(sample: number, depth: number): number {
  return Math.round((sample * 255) / (2 ** depth - 1));
}

function expectedPixel({ colour, depth, palette, transparency, sample }: PngSpec, x: number, y: number): readonly number[] {
  const samples = sample(x, y);
  const bytes = samples.map((value) => toByte(value, depth));
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const key = Array.from(
    { length: samples.length },
    (_, at) => (transparency?.[at * 2] ?? -1) * 256 + (transparency?.[at * 2 + 1] ?? 0),
  );
  const isKey = transparency !== undefined && samples.every((value, at) => value === key[at]);
  if (colour === 3) {
    const entry = samples[0] ?? 0;
    return [...(palette ?? []).slice(entry * 3, entry * 3 + 3), transparency?.[entry] ?? 255];
  }
  const alpha = isKey ? 0 : 255;
  return {
    0: [first, first, first, alpha],
    2: [first, second, third, alpha],
    4: [first, first, first, second],
    6: [first, second, third, fourth],
  }[colour];
}

async function expectPixels(spec: PngSpec): Promise<void> {
  const result = await decodePicture(makePng(spec));
  expect(result.detail).toBe(null);
  const expected: number[] = [];
  for (let y = 0; y < spec.height; y += 1) for (let x = 0; x < spec.width; x += 1) expected.push(...expectedPixel(spec, x, y));
  expect(Array.from(result.picture?.rgba ?? [])).toEqual(expected);
}

function makeSample(colour: PngSpec["colour"], depth: number): PngSpec["sample"] {
  return (x, y) => Array.from({ length: CHANNELS[colour] }, (_, channel) => (x * 5003 + y * 9001 + channel * 7013) % 2 ** depth);
}

test.each(KINDS)("a PNG of colour type %i and depth %i gives its pixels, with every filter", async (colour, depth) => {
  await expectPixels({
    width: 13,
    height: 11,
    depth,
    colour,
    palette: PALETTE,
    sample: makeSample(colour, depth),
    filter: (row) => row % 5,
  });
});

test.each(KINDS)("an interlaced PNG of colour type %i and depth %i gives its pixels", async (colour, depth) => {
  const sample = makeSample(colour, depth);
  await expectPixels({
    width: 13,
    height: 11,
    depth,
    colour,
    interlaced: true,
    palette: PALETTE,
    sample,
    filter: (row) => (row + 4) % 5,
  });
});

test("an interlaced PNG smaller than its passes gives its pixels", async () => {
  for (const [width, height] of [
    [1, 1],
    [2, 1],
    [1, 2],
    [4, 4],
    [5, 5],
  ] as const) {
    await expectPixels({ width, height, depth: 8, colour: 6, interlaced: true, sample: makeSample(6, 8) });
  }
});

test("the colour that tRNS names is transparent, and only it", async () => {
  const grey = makeSample(0, 16);
  const colour = makeSample(2, 16);
  const split = (sample: number): readonly number[] => [sample >> 8, sample & 255];
  await expectPixels({ width: 5, height: 4, depth: 16, colour: 0, transparency: grey(2, 1).flatMap(split), sample: grey });
  await expectPixels({ width: 5, height: 4, depth: 16, colour: 2, transparency: colour(3, 2).flatMap(split), sample: colour });
  await expectPixels({
    width: 5,
    height: 4,
    depth: 8,
    colour: 2,
    transparency: makeSample(2, 8)(1, 1).flatMap(split),
    sample: makeSample(2, 8),
  });
});

test("the palette's transparency is read for as many colours as it has", async () => {
  await expectPixels({
    width: 9,
    height: 3,
    depth: 4,
    colour: 3,
    palette: PALETTE,
    transparency: [0, 7, 128],
    sample: makeSample(3, 4),
  });
});

test("Xcode's PNG has its channels put right and its colours divided by alpha", async () => {
  // Blue, green, red, alpha, multiplied by alpha: half transparent pure red, then opaque teal, then nothing.
  const pixels = [
    [0, 0, 128, 128],
    [128, 128, 0, 255],
    [0, 0, 0, 0],
  ] as const;
  const bytes = makePng({ width: 3, height: 1, depth: 8, colour: 6, isCgbi: true, sample: (x) => pixels[x] ?? [] });
  const result = await decodePicture(bytes);
  expect(result.format).toBe("cgbi");
  expect(Array.from(result.picture?.rgba ?? [])).toEqual([255, 0, 0, 128, 0, 128, 128, 255, 0, 0, 0, 0]);
});

test("any PNG of any size and filter gives its pixels", async () => {
  const kinds = fc.constantFrom(...KINDS);
  const sizes = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }));
  const check = async (
    [colour, depth]: (typeof KINDS)[number],
    [width, height]: [number, number],
    interlaced: boolean,
    filter: number,
  ) => {
    const sample = makeSample(colour, depth);
    await expectPixels({
      width,
      height,
      depth,
      colour,
      interlaced,
      palette: PALETTE,
      sample,
      filter: (row) => (row * 3 + filter) % 5,
    });
  };
  await fc.assert(fc.asyncProperty(kinds, sizes, fc.boolean(), fc.nat(4), check), { numRuns: 60 });
});
