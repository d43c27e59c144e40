import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PathText } from "../../src/scene/path-text.ts";

test("numbers are spelt as the engine spells them after rounding", () => {
  const value = fc.oneof(fc.double(), fc.double({ min: -2000, max: 2000 }), fc.integer({ min: -3_000_000, max: 3_000_000 }));
  fc.assert(
    fc.property(value, fc.constantFrom(2 as const, 3 as const), (number, decimals) => {
      const path = new PathText();
      path.number(number, decimals);
      const scale = decimals === 2 ? 100 : 1000;
      expect(path.toString()).toBe(String(Math.round(number * scale) / scale));
    }),
  );
});

test("a path grows as long as it is written", () => {
  const path = new PathText();
  for (let index = 0; index < 1000; index += 1) {
    path.sign("L");
    path.number(index / 8, 3);
  }
  path.sign("Z");
  expect(path.toString()).toBe(`${Array.from({ length: 1000 }, (_, index) => `L${index / 8}`).join("")}Z`);
});
