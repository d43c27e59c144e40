import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodePicture } from "../../src/picture/decode-picture.ts";
import { PICTURE_FAULTS } from "../../src/picture/picture.ts";
import { fastestAsyncRun } from "../../../pass/test/support/fastest-run.ts";
import { joinPng, makeChunk, makeHeader, makePng, makeStored } from "./png-maker.ts";
import { readVector, type VectorName, VECTORS } from "./vectors.ts";

const SMALL = { width: 4, height: 4, depth: 8, colour: 6, sample: () => [1, 2, 3, 4] } as const;

/** Half a second is what a picture may cost; the tests' machines are shared, so four times that. */
const BOUND = 2000;

async function faultOf(bytes: Uint8Array) {
  const { fault, picture } = await decodePicture(bytes);
  expect(picture === null).toBe(fault !== null);
  return fault;
}

test("a picture of 20,000 × 20,000 pixels is refused before memory is spent", async () => {
  const png = joinPng([makeHeader(20_000, 20_000, 8, 6), makeChunk("IDAT", [0x78, 1, 3, 0]), makeChunk("IEND", [])]);
  expect(await faultOf(png)).toBe("too-many-pixels");
});

test("the limits are the caller's to lower", async () => {
  const png = makePng(SMALL);
  expect((await decodePicture(png, { maxBytes: png.length, maxPixels: 16 })).fault).toBe(null);
  expect((await decodePicture(png, { maxBytes: png.length, maxPixels: 15 })).fault).toBe("too-many-pixels");
  expect((await decodePicture(png, { maxBytes: png.length - 1, maxPixels: 16 })).fault).toBe("too-many-bytes");
});

test("a PNG with a small header before a large one is not unpacked by the large one", async () => {
  const header = makeHeader(1, 1, 3, 6);
  const { fault, detail } = await decodePicture(
    joinPng([header, makeHeader(2000, 2000, 8, 6), makeChunk("IDAT", [0x78, 1, 3, 0])]),
  );
  expect([fault, detail]).toEqual(["damaged", "it has two headers of different sizes"]);
});

test("a WebP frame larger than its canvas is refused", async () => {
  const webp = readVector("transparentWebp");
  const at = Array.from(webp.keys()).find((place) => String.fromCharCode(...webp.subarray(place, place + 4)) === "VP8 ");
  const view = new DataView(webp.buffer);
  view.setUint16((at ?? 0) + 14, 16_383, true);
  view.setUint16((at ?? 0) + 16, 16_383, true);
  expect(await faultOf(webp)).toBe("too-many-pixels");
});

test("a JPEG of a great many scans is refused, however few bytes they have", async () => {
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0];
  const frame = [0xff, 0xc2, 0, 11, 8, 0x02, 0x00, 0x02, 0x00, 1, 1, 0x11, 0];
  const bytes = Uint8Array.from([0xff, 0xd8, ...frame, ...Array.from({ length: 20_000 }, () => scan).flat(), 0xff, 0xd9]);
  expect(await faultOf(bytes)).toBe("too-much-work");
});

test.each([
  ["nothing", []],
  ["a text", Array.from("not a picture", (letter) => letter.charCodeAt(0))],
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
] as const)("%s is of no known format", async (_name, bytes) => {
  expect(await faultOf(Uint8Array.from(bytes))).toBe("unknown-format");
});

test("a GIF and a JPEG in four inks are named and not drawn", async () => {
  expect(await faultOf(readVector("gif"))).toBe("format-not-drawn");
  expect(await faultOf(readVector("cmykJpeg"))).toBe("format-not-drawn");
});

test("each fault of a PNG has its reason", async () => {
  const header = makeHeader(2, 2, 8, 0);
  const idat = (raw: readonly number[]) => makeChunk("IDAT", [0x78, 1, ...makeStored(raw)]);
  const reasons = async (...chunks: readonly (readonly number[])[]) => (await decodePicture(joinPng(chunks))).detail;
  expect(await reasons(makeHeader(2, 2, 3, 0), idat([0]))).toContain("IHDR");
  expect(await reasons(makeHeader(2, 2, 8, 3), idat([0]))).toContain("PLTE");
  expect(await reasons(header, makeChunk("IDAT", [1, 2, 3]))).toContain("zlib");
  expect(await reasons(header, idat([0, 1, 2]))).toContain("ends before the last row");
  expect(await reasons(header, idat([9, 1, 2, 0, 1, 2]))).toContain("filter");
  expect(await reasons(header, makeChunk("IDAT", [0x78, 1, 7]))).toContain("damaged");
  expect(await reasons(header, makeChunk("IDAT", [0x78, 1]))).toContain("cut off");
  expect(await reasons(header, idat([0, 1, 2, 0, 1, 2]))).toBe(null);
});

test("a PNG that is cut off anywhere fails with a reason, or has all of its pixels", async () => {
  const png = makePng(SMALL);
  const whole = await decodePicture(png);
  for (let length = 0; length < png.length; length += 1) {
    const { picture, fault } = await decodePicture(png.subarray(0, length));
    if (fault === null) expect(picture).toEqual(whole.picture);
    else expect(Object.keys(PICTURE_FAULTS)).toContain(fault);
  }
});

const FORMATS: readonly (readonly [string, Uint8Array])[] = [
  ["png", makePng({ ...SMALL, filter: (row) => row })],
  ["interlaced png", makePng({ ...SMALL, interlaced: true })],
  ["cgbi", makePng({ ...SMALL, isCgbi: true })],
  ...(Object.keys(VECTORS) as VectorName[]).map((name) => [name, readVector(name)] as const),
];

test.each(FORMATS)("a mutated %s gives pixels or a fault, and soon", async (_name, original) => {
  const mutation = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
  const mutated = fc.record({ mutations: fc.array(mutation, { maxLength: 12 }), cut: fc.nat(original.length) });
  const decodeMutated = async ({ mutations, cut }: { mutations: [number, number][]; cut: number }): Promise<void> => {
    const bytes = original.slice(0, cut % 3 === 0 ? original.length : cut);
    for (const [at, value] of mutations) if (at < bytes.length) bytes[at] = value;
    const time = await fastestAsyncRun(BOUND, async () => {
      const { picture, fault } = await decodePicture(bytes, { maxBytes: 1e6, maxPixels: 100_000 });
      if (fault === null) expect(picture.rgba.length).toBe(picture.width * picture.height * 4);
      else expect(Object.keys(PICTURE_FAULTS)).toContain(fault);
    });
    expect(time).toBeLessThan(BOUND);
  };
  await fc.assert(fc.asyncProperty(mutated, decodeMutated), { numRuns: 60 });
});
