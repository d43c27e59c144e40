import { constants, deflateRawSync, inflateRawSync, inflateSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { deflated } from "./deflated.ts";
import { inflate } from "../../src/picture/png-format/inflate.ts";

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

const data = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 200 })), { maxLength: 10 })
  .map((pieces) => Buffer.concat(pieces.flatMap(([piece, times]) => Array.from({ length: times }, () => piece))));

test("zlib unpacks what is compressed here", () => {
  fc.assert(
    fc.property(data, (bytes) => {
      expect(inflateRawSync(deflated(bytes)).equals(bytes)).toBe(true);
    }),
  );
});

test("what zlib compresses, at any level and by any strategy, is unpacked here", () => {
  const levels = fc.integer({ min: 0, max: 9 });
  const strategies = fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE);
  fc.assert(
    fc.property(data, levels, strategies, (bytes, level, strategy) => {
      const output = new Uint8Array(bytes.length);
      expect(inflate(deflateRawSync(bytes, { level, strategy }), output)).toEqual({ written: bytes.length, fault: null });
      expect(Buffer.from(output).equals(bytes)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the data of a PNG is whole zlib data, its checksum included", () => {
  const picture = createPicture(90, 70);
  for (let at = 0; at < picture.rgba.length; at += 1) picture.rgba[at] = (at * 31) >> 3;
  const png = encodePng(picture);
  const at = Buffer.from(png).indexOf("IDAT");
  const length = new DataView(png.buffer).getUint32(at - 4);
  expect(inflateSync(png.subarray(at + 4, at + 4 + length)).length).toBe((90 * 4 + 1) * 70);
});
