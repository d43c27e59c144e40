import * as fc from "fast-check";
import { parse, type ParseError } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { PassDocument } from "../../src/model/pass-document.ts";

/** Pieces of which texts with comments and trailing commas come about, well-formed or not. */
const piece = fc.constantFrom(
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"a"',
  '"b"',
  '"\\u0041"',
  "1",
  "-0.5e3",
  "true",
  "null",
  " ",
  "\n",
  "//x\n",
  "/* , */",
);
const pieces = fc.array(piece, { maxLength: 14 }).map((parts) => `{"k":[${parts.join("")}]}`);
const members = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("", " ", "/*x*/", "// y\n")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => `{${list.map(([key, value, gap]) => `${gap}"${key}"${gap}:${gap}${JSON.stringify(value)}${gap}`).join(",")},}`);

describe("jsonc-parser as the oracle", () => {
  test("texts with comments and trailing commas that it reads without error are read the same", () => {
    let agreed = 0;
    fc.assert(
      fc.property(fc.oneof(pieces, members), (text) => {
        const errors: ParseError[] = [];
        const expected: unknown = parse(text, errors, { allowTrailingComma: true });
        // Its reading of the key `__proto__` sets a prototype; ours is tested elsewhere.
        fc.pre(!text.includes("__proto__"));
        let data: unknown;
        try {
          data = PassDocument.parse(text).data;
        } catch {
          expect(errors, text).not.toEqual([]);
          return;
        }
        expect(errors, text).toEqual([]);
        expect(data).toEqual(expected);
        agreed++;
      }),
      { numRuns: 3000 },
    );
    expect(agreed).toBeGreaterThan(1000);
  });
});

describe("what jsonc-parser would not do", () => {
  test("of repeated keys, position, text, value and edit are of the same one", () => {
    const document = PassDocument.parse('{"a": 1, "b": 2, "a": 3}');
    expect(document.position(["a"])).toEqual({ line: 1, column: 23 });
    expect(document.get(["a"])).toBe(3);
    expect(document.set(["a"], 9).get(["a"])).toBe(9);
    expect(document.remove(["a"]).get(["a"])).toBeUndefined();
  });
});
