import { expect, test } from "vitest";
import { cleanParagraphs } from "../../src/paragraph/clean-paragraphs.ts";
import { layParagraphs, type Mark } from "../../src/paragraph/lay-paragraphs.ts";
import { createTypesetter } from "../../src/text/typesetter.ts";

const type = await createTypesetter({ packs: [], emoji: null, onMissing: () => undefined });

function lay(text: string, width: number, marks: readonly Mark[] = [], maxLines?: number) {
  const style = { weight: "regular", size: 17, width } as const;
  return layParagraphs(type, text, marks, maxLines === undefined ? style : { ...style, maxLines });
}

function linesOf(text: string, width: number, maxLines?: number): string[] {
  return lay(text, width, [], maxLines).lines.map(({ pieces }) => pieces.map(({ line }) => line.text).join("|"));
}

test("a line goes on in the next one where a word has no room", () => {
  expect(linesOf("The quick brown fox jumps over the lazy dog", 120)).toEqual([
    "The quick",
    "brown fox",
    "jumps over the",
    "lazy dog",
  ]);
});

test("no line is wider than its room", () => {
  const text = "Wallet shows what an issuer wrote, word after word; averylongwordthathasnoroominanylineofthisbox ends it.";
  for (const width of [40, 90, 200]) {
    for (const line of lay(text, width).lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
  }
});

test("line breaks of the text are kept, empty lines too", () => {
  expect(linesOf("one\n\ntwo\n", 200)).toEqual(["one", "", "two", ""]);
});

test("a word that is longer than a line is cut between its letters", () => {
  const lines = linesOf("abcdefghijklmnopqrstuvwxyz", 60);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join("")).toBe("abcdefghijklmnopqrstuvwxyz");
});

test("a letter that is wider than its room stands alone", () => {
  expect(linesOf("WW", 5)).toEqual(["W", "W"]);
});

test("a soft hyphen is seen at the end of a line and nowhere else", () => {
  expect(linesOf("foot\u00adball", 200)).toEqual(["football"]);
  expect(linesOf("foot\u00adball", 45)).toEqual(["foot-", "ball"]);
});

test("what is marked is a piece of its own, on every line that it stands on", () => {
  const text = "see the long address here";
  const { lines } = lay(text, 110, [{ start: 4, end: 20 }]);
  expect(lines.map(({ pieces }) => pieces.map(({ line, mark }) => `${mark === null ? "" : "*"}${line.text}`))).toEqual([
    ["see ", "*the long"],
    ["*address", " here"],
  ]);
});

test("pieces stand side by side", () => {
  const [line] = lay("a link here", 200, [{ start: 2, end: 6 }]).lines;
  let x = 0;
  for (const piece of line?.pieces ?? []) {
    expect(piece.x).toBeCloseTo(x);
    x += piece.width;
  }
  expect(line?.width).toBeCloseTo(x);
});

test("a paragraph that begins from right to left does so on all of its lines", () => {
  const { lines } = lay("שלום abc def ghi jkl mno\nlatin", 100);
  expect(lines.slice(0, -1).every(({ direction }) => direction === "rtl")).toBe(true);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.at(-1)?.direction).toBe("ltr");
});

test("in a line from right to left the first word stands rightmost, and numbers keep their order", () => {
  const [line] = lay("אב 123 גד", 300).lines;
  expect(line?.pieces.map(({ line: { text } }) => text.replaceAll("\u200f", "").trim())).toEqual(["גד", "123", "אב"]);
});

test("brackets in a paragraph from right to left are turned", () => {
  const [line] = lay("אב (x) גד", 300).lines;
  const drawn = line?.pieces.flatMap((piece) => piece.line.runs.map(({ text }) => text)).join("") ?? "";
  expect(drawn.replaceAll(/[^()x]/gu, "")).toBe("(x)");
});

test("beyond the most lines a text ends in an ellipsis", () => {
  expect(linesOf("The quick brown fox jumps over the lazy dog", 120, 2)).toEqual(["The quick", "brown fox ju…"]);
  expect(linesOf("one\ntwo\nthree", 120, 2)).toEqual(["one", "two…"]);
  expect(linesOf("one\ntwo", 120, 2)).toEqual(["one", "two"]);
});

test("breaks of every kind become one, and control characters go", () => {
  expect(cleanParagraphs("a\r\nb\rc\u2028d\u2029e\u0085f\tg\u0007h", 100)).toEqual({ text: "a\nb\nc\nd\ne\nf gh", faults: [] });
});

test("a text is cut at its limit, cleaned of overrides, and nothing when nothing of it is seen", () => {
  expect(cleanParagraphs("abcdef", 3)).toEqual({ text: "abc…", faults: ["too-long"] });
  expect(cleanParagraphs("\u202eabc", 9)).toEqual({ text: "abc", faults: ["direction-override"] });
  expect(cleanParagraphs("\u200b\u2060", 9)).toEqual({ text: "", faults: ["invisible"] });
  expect(cleanParagraphs("\ud800x", 9).text).toBe("\ufffdx");
});
