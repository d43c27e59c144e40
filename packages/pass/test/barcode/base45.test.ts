import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase45, toBase45 } from "../../src/barcode/base45.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("the examples of RFC 9285 come out as it prints them", () => {
  expect(toBase45(utf8("AB"))).toBe("BB8");
  expect(toBase45(utf8("Hello!!"))).toBe("%69 VD92EX0");
  expect(toBase45(utf8("base-45"))).toBe("UJCLQE7W581");
  expect(fromBase45("QED8WEX0")).toEqual(utf8("ietf!"));
});

test("bytes come back as they went in", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(bytes);
    }),
  );
});

test("text that no encoder makes is refused, never read as something", () => {
  for (const text of ["A", "BB8A", "GGW", ":::", "::", "aa", "BB8é0", "BB8\n0"]) expect(fromBase45(text)).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = fromBase45(text);
      if (bytes !== null) expect(toBase45(bytes)).toBe(text);
    }),
  );
});
