import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ByteText } from "../../src/scene/byte-text.ts";

test("numbers are spelt as the engine spells them after rounding", () => {
  const value = fc.oneof(fc.double(), fc.double({ min: -2000, max: 2000 }), fc.integer({ min: -3_000_000, max: 3_000_000 }));
  fc.assert(
    fc.property(value, fc.constantFrom(2 as const, 3 as const), (number, decimals) => {
      const path = new ByteText();
      path.number(number, decimals);
      const scale = decimals === 2 ? 100 : 1000;
      expect(path.finish()).toBe(String(Math.round(number * scale) / scale));
    }),
  );
});

test("a path grows as long as it is written", () => {
  const path = new ByteText();
  for (let index = 0; index < 1000; index += 1) {
    path.sign("L");
    path.number(index / 8, 3);
  }
  path.sign("Z");
  expect(path.finish()).toBe(`${Array.from({ length: 1000 }, (_, index) => `L${index / 8}`).join("")}Z`);
});

test("pieces of any text become that text, surrogates without their other half U+FFFD", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (pieces) => {
      const whole = new ByteText();
      for (const piece of pieces) whole.text(piece);
      expect(whole.finish()).toBe(pieces.map((piece) => piece.toWellFormed()).join(""));
    }),
  );
});

test("bytes become Base64 as everyone spells it", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array({ maxLength: 4 }), (one, other) => {
      const text = new ByteText(0);
      text.base64(one);
      text.base64(other);
      const spell = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
      expect(text.finish()).toBe(spell(one) + spell(other));
    }),
  );
});
