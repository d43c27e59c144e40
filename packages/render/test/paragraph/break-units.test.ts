import * as fc from "fast-check";
import { expect, test } from "vitest";
import { breakClusters, breakUnits } from "../../src/paragraph/break-units.ts";

/** A text with "|" where a line may end. */
function marked(text: string): string {
  return breakUnits(text)
    .map(({ start, next }) => text.slice(start, next))
    .join("|");
}

test.each([
  "two |words",
  "three  |spaces   |between",
  "well-|known",
  "a |-|b",
  "1-2-3",
  "2026-03-05",
  "(in |brackets) |behind",
  "«\u00a0guillemets\u00a0» |x",
  "“quoted |words”",
  "Bonjour !",
  "Ja? |Nein!",
  "and/|or",
  "24/7",
  "https://|example.com/|a/|b",
  "10\u00a0kg |of",
  "no\u2011break",
  "soft\u00ad|hyphen",
  "word|—|word",
  "1,234.50 |€",
  "$100 |50%",
  "zero\u200b|width",
  "e\u0301te\u0301 |x",
  "日|本|語|の|文|章|で|す。|次",
  "「」",
  "（東|京）|駅",
  "ラー|メ|ン",
  "한|국|어",
  "日|本 |abc",
  "ส|วั|ส|ดี",
  "เกาะ",
  "👩‍👩‍👧|👍🏽|x",
  "🇦🇹|🇵🇹",
])("a line may end where it is marked, and nowhere else: %s", (expected) => {
  expect(marked(expected.replaceAll("|", ""))).toBe(expected);
});

test("what is seen of a unit ends before its spaces", () => {
  expect(breakUnits("ab   cd ")).toEqual([
    { start: 0, end: 2, next: 5 },
    { start: 5, end: 7, next: 8 },
  ]);
});

test("an empty text has no units", () => {
  expect(breakUnits("")).toEqual([]);
});

test("units and clusters hold the whole of any text, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const parts of [breakUnits(text), breakClusters(text)]) {
        expect(parts.map(({ start, next }) => text.slice(start, next)).join("")).toBe(text);
        for (const { start, end, next } of parts) expect(start <= end && end <= next && start < next).toBe(true);
      }
    }),
  );
});

test("a cluster is a character with its marks and what is joined to it", () => {
  const text = "ae\u0301👩‍👧";
  expect(breakClusters(text).map(({ start, end }) => text.slice(start, end))).toEqual(["a", "e\u0301", "👩‍👧"]);
});
