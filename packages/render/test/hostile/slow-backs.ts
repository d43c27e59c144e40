import { field } from "../support/face.ts";

/** Back fields that ask for much work, by name. */
export const SLOW_BACKS: readonly (readonly [name: string, fields: readonly object[]])[] = [
  ["a text of ten thousand characters", [field("", "The quick brown fox jumps over the lazy dog. ".repeat(222))]],
  ["a word of ten thousand letters", [field("", "abcdefghij".repeat(1000))]],
  ["ten thousand ideographs", [field("", "日本語の文章です。".repeat(1100))]],
  ["ten thousand letters of Thai", [field("", "สวัสดีครับ".repeat(1000))]],
  ["ten thousand letters of Hebrew and Latin", [field("", "שלום עולם 123 (אבג) abc ".repeat(420))]],
  ["isolates within isolates", [field("", "\u2067".repeat(5000) + "א")]],
  ["ten thousand accents", [field("", `a${"\u0301".repeat(9999)}`)]],
  ["five thousand digits", [field("", "1 ".repeat(5000))]],
  ["a thousand links", [field("", "a.com ".repeat(1600))]],
  ["a thousand dates", [field("", "May 5 ".repeat(1600))]],
  [
    "what looks like addresses",
    [field("", "Aa Bb 1, ".repeat(1100)), field("", "A ".repeat(5000)), field("", "1 A, ".repeat(2000))],
  ],
  [
    "tags that never close",
    [field("", "x", { attributedValue: '<a href="'.repeat(6000) }), field("", "x", { attributedValue: "<!--".repeat(10_000) })],
  ],
  ["ten thousand empty lines", [field("", `${"\n".repeat(9999)}x`)]],
  [
    "five hundred fields",
    Array.from({ length: 500 }, (_, index) =>
      field(`Label ${index}`, `Value ${index}, see https://example.com/${index} until 5 March 2026`),
    ),
  ],
];
