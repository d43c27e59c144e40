import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readImageFacts } from "../../src/check/read-image-facts.ts";
import { concat, makePng } from "../support/png.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 255);
const u16le = (value: number) => Uint8Array.of(value & 255, value >> 8);
const u32 = (value: number) => Uint8Array.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
const u32le = (value: number) => u32(value).toReversed();

const png = makePng(29, 31);

/** SOI, an APP0 segment, a fill byte, SOF2, SOS with some data and a stuffed FF, EOI. */
const jpeg = concat([
  Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8),
  u16(31),
  u16(29),
  Uint8Array.of(1, 1, 0x11, 0, 0xff, 0xda, 0, 3, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd9),
]);

const riff = (chunk: string, data: Uint8Array) => {
  const body = concat([bytesOf("WEBP"), bytesOf(chunk), u32le(data.length), data, new Uint8Array(12)]);
  return concat([bytesOf("RIFF"), u32le(body.length), body]);
};
const vp8 = riff("VP8 ", concat([Uint8Array.of(0, 0, 0, 0x9d, 0x01, 0x2a), u16le(29), u16le(31)]));
const vp8l = riff("VP8L", concat([Uint8Array.of(0x2f), u32le(28 | (30 << 14) | (1 << 28)), new Uint8Array(5)]));
const vp8x = riff("VP8X", concat([Uint8Array.of(0x10, 0, 0, 0, 28, 0, 0, 30, 0, 0)]));

const gif = concat([
  bytesOf("GIF89a"),
  u16le(29),
  u16le(31),
  Uint8Array.of(0x80, 0, 0, 0, 0, 0, 1, 1, 1, 0x21, 0xf9, 4, 1, 0, 0, 0, 0, 0x2c, 0x3b),
]);

const box = (type: string, ...content: Uint8Array[]) => {
  const body = concat(content);
  return concat([u32(body.length + 8), bytesOf(type), body]);
};
const ispe = (width: number, height: number) => box("ispe", u32(0), u32(width), u32(height));
const heic = concat([
  box("ftyp", bytesOf("heic"), u32(0)),
  box(
    "meta",
    u32(0),
    box("hdlr", u32(0)),
    box("iprp", box("ipco", ispe(8, 8), ispe(29, 31), box("auxC", u32(0), bytesOf("urn:mpeg:hevc:2015:auxid:1\0")))),
  ),
  box("mdat", new Uint8Array(8)),
]);

describe("an image is known by its bytes:", () => {
  const size = { width: 29, height: 31 };
  test.each([
    ["PNG", png, { format: "png", ...size, hasAlpha: false, intact: true }],
    ["PNG with a transparent colour", makePng(29, 31, { alpha: true }), { format: "png", ...size, hasAlpha: true, intact: true }],
    ["JPEG", jpeg, { format: "jpeg", ...size, hasAlpha: false, intact: true }],
    ["WebP, lossy", vp8, { format: "webp", ...size, hasAlpha: false, intact: true }],
    ["WebP, lossless", vp8l, { format: "webp", ...size, hasAlpha: true, intact: true }],
    ["WebP, extended", vp8x, { format: "webp", ...size, hasAlpha: true, intact: true }],
    ["GIF", gif, { format: "gif", ...size, hasAlpha: true, intact: true }],
    ["HEIC", heic, { format: "heic", ...size, hasAlpha: true, intact: true }],
  ] as const)("%s", (_, bytes, facts) => {
    expect(readImageFacts(bytes)).toEqual(facts);
    // Views into a larger buffer are read from their own start.
    expect(readImageFacts(concat([new Uint8Array(3), bytes]).subarray(3))).toEqual(facts);
  });

  test("the PNG of Xcode, with its own first chunk", () => {
    const cgbi = concat([
      png.subarray(0, 8),
      Uint8Array.of(0, 0, 0, 4),
      bytesOf("CgBI"),
      u32(0x50002002),
      u32(0x2bd5b37f),
      png.subarray(8),
    ]);
    expect(readImageFacts(cgbi)).toMatchObject({ format: "cgbi", ...size });
  });

  test("nothing and text are no image", () => {
    for (const bytes of [new Uint8Array(), bytesOf("hello"), png.subarray(0, 20)]) expect(readImageFacts(bytes)).toBeNull();
  });
});

describe("a damaged image", () => {
  test("that is cut off still tells its size", () => {
    for (const bytes of [png, jpeg, vp8, gif, heic]) {
      expect(readImageFacts(bytes.subarray(0, -6)), String(bytes[0])).toMatchObject({ width: 29, height: 31, intact: false });
    }
  });

  test("with one bit changed is not intact", () => {
    const changed = png.slice();
    changed[50] = (changed[50] ?? 0) ^ 1;
    expect(readImageFacts(changed)).toMatchObject({ width: 29, height: 31, intact: false });
  });

  test("with a broken chunk that decoders pass over is intact all the same", () => {
    const text = concat([u32(1), bytesOf("tEXt"), Uint8Array.of(1), u32(0xbad)]);
    const end = png.length - 12;
    expect(readImageFacts(concat([png.subarray(0, end), text, png.subarray(end)]))?.intact).toBe(true);
  });

  test("of any mutation gives facts or null, quickly", () => {
    const images = [png, jpeg, vp8, vp8l, vp8x, gif, heic];
    const mutation = fc.record({
      image: fc.nat(images.length - 1),
      edits: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
      length: fc.nat(400),
    });
    fc.assert(
      fc.property(mutation, ({ image, edits, length }) => {
        const bytes = (images[image] ?? png).slice(0, length);
        for (const [offset, value] of edits) if (offset < bytes.length) bytes[offset] = value;
        const facts = readImageFacts(bytes);
        if (facts !== null) expect(facts.width * facts.height).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
