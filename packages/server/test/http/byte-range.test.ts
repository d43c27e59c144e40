import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutRange, readRange } from "../../src/http/byte-range.ts";

test.each([
  ["bytes=0-99", [{ first: 0, last: 99 }]],
  ["bytes=900-", [{ first: 900, last: 999 }]],
  ["bytes=-1", [{ first: 999, last: 999 }]],
  ["bytes=-5000", [{ first: 0, last: 999 }]],
  ["BYTES=0-0", [{ first: 0, last: 0 }]],
  ["bytes=0-5000", [{ first: 0, last: 999 }]],
  [
    "bytes= 0-1 , 8-9,",
    [
      { first: 0, last: 1 },
      { first: 8, last: 9 },
    ],
  ],
  ["bytes=2000-,0-0", [{ first: 0, last: 0 }]],
])("%s of a thousand bytes", (header, parts) => {
  expect(readRange(header, 1000)).toEqual({ kind: "parts", parts });
});

test("what is malformed, of another unit or too much is as if nothing was asked", () => {
  for (const header of [
    undefined,
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=1-0",
    "lines=0-1",
    "bytes=0-1;2-3",
    `bytes=${"0-0,".repeat(60)}`,
  ]) {
    expect(readRange(header, 1000)).toEqual({ kind: "whole" });
  }
});

test("a range beyond the end, and one of nothing, cannot be had", () => {
  for (const header of ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
    expect(readRange(header, 1000)).toEqual({ kind: "unsatisfiable" });
  expect(readRange("bytes=0-", 0)).toEqual({ kind: "unsatisfiable" });
});

test("whatever is asked, no answer has more bytes than the file, and all are of it", () => {
  const piece = fc.oneof(fc.nat(60), fc.constant(""));
  const specs = fc.array(
    fc.tuple(piece, piece).map(([from, to]) => `${from}-${to}`),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { maxLength: 6 }), specs, (chunks, asked) => {
      const whole = Buffer.concat(chunks);
      const wish = readRange(`bytes=${asked.join(",")}`, whole.length);
      if (wish.kind !== "parts") return;
      const parts = wish.parts.map((range) => ({ range, bytes: Buffer.concat(cutRange(chunks, range)) }));
      expect(parts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(whole.length);
      for (const { range, bytes } of parts) expect(bytes.equals(whole.subarray(range.first, range.last + 1))).toBe(true);
    }),
  );
});
