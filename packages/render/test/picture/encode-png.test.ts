import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readImageFacts } from "@passwright/pass";
import { decodePicture } from "../../src/picture/decode-picture.ts";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { deflated } from "./deflated.ts";
import { inflate } from "../../src/picture/png-format/inflate.ts";
import { pixelHash } from "./pixel-hash.ts";

/** Data that compresses: pieces of bytes, each repeated. */
const repeated = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 300 })), { maxLength: 12 })
  .map((pieces) => Uint8Array.from(pieces.flatMap(([piece, times]) => Array.from({ length: times }, () => [...piece]).flat())));

test("what is compressed unpacks to itself", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), repeated), (bytes) => {
      const output = new Uint8Array(bytes.length);
      expect(inflate(deflated(bytes), output)).toEqual({ written: bytes.length, fault: null });
      expect(output).toEqual(bytes);
    }),
  );
});

test("data of more than one block, and far matches, unpack to themselves", () => {
  let state = 1;
  const noise = Uint8Array.from({ length: 90_000 }, () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 24);
  const bytes = new Uint8Array(250_000);
  bytes.set(noise);
  bytes.set(noise.subarray(90_000 - 32_768), 90_000);
  bytes.set(noise.subarray(0, 40_000), 200_000);
  const output = new Uint8Array(bytes.length);
  expect(inflate(deflated(bytes), output).fault).toBe(null);
  expect(pixelHash(output)).toBe(pixelHash(bytes));
});

test("a picture that is written can be read, pixel for pixel, and is sound", async () => {
  const picturesOf = ([width, height]: readonly [number, number]) =>
    fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }).map((bytes) => ({
      width,
      height,
      rgba: new Uint8ClampedArray(bytes),
    }));
  const pictures = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })).chain(picturesOf);
  await fc.assert(
    fc.asyncProperty(pictures, fc.boolean(), async (picture, isOpaque) => {
      if (isOpaque) for (let at = 3; at < picture.rgba.length; at += 4) picture.rgba[at] = 255;
      const png = encodePng(picture);
      expect(readImageFacts(png)).toMatchObject({
        format: "png",
        intact: true,
        hasAlpha: picture.rgba.some((value, at) => at % 4 === 3 && value < 255),
      });
      expect((await decodePicture(png)).picture).toEqual(picture);
    }),
  );
});

test("the same picture gives the same bytes in every runtime", () => {
  const picture = createPicture(200, 90);
  for (let at = 0; at < picture.rgba.length; at += 1) picture.rgba[at] = (at * at) >> 9;
  expect(pixelHash(encodePng(picture))).toBe("3e92ab2d");
});

test("a plain picture costs next to nothing", () => {
  const picture = createPicture(722, 1006);
  picture.rgba.fill(255);
  expect(encodePng(picture).length).toBeLessThan(20_000);
});
