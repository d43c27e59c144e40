import * as fc from "fast-check";
import { type CsvRecord, type Line, readCsv, readLines } from "@passwright/pass/rows";
import { expect, test } from "vitest";
import { passFileName } from "../src/bulk/pass-file-name.ts";
import { columnsOf, toPrintable, truncateColumns, wrapColumns } from "../src/terminal/text.ts";

/** A file as a stream of pieces of this size. */
async function* stream(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function listOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of source) list.push(item);
  return list;
}

function linesOf(text: string, size = 7, maximum = 1000): Promise<Line[]> {
  return listOf(readLines(stream(text, size), maximum));
}

function recordsOf(text: string, size = 7): Promise<CsvRecord[]> {
  return listOf(readCsv(readLines(stream(text, size), 1000), ","));
}

const cell = fc.string({ unit: fc.constantFrom("a", "é", "😀", ",", ";", '"', "\n", " ", "\u2028") });

test("what is quoted as RFC 4180 says comes back as it was, whatever the pieces of the stream", async () => {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 9 }),
      async (rows, end, size) => {
        const text = rows.map((cells) => cells.map(quote).join(",")).join(end);
        const records = await recordsOf(text, size);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
});

test("no text makes the reader fail or lose a line: each begins a record, belongs to one, is empty or is told", async () => {
  const broken = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " "), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const lines = await linesOf(text);
      const records = await recordsOf(text);
      const numbers = records.map(({ line }) => line);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      let covered = 0;
      for (const { line, cells } of records) {
        for (const skipped of lines.slice(covered, line - 1)) expect(skipped.text?.trim()).toBe("");
        covered = line + (cells ?? []).join("").split("\n").length - 1;
      }
      for (const skipped of lines.slice(covered)) expect(skipped.text?.trim()).toBe("");
    }),
  );
});

test("lines end with LF, CRLF and CR, also where the stream is cut between the two", async () => {
  for (const size of [1, 2, 3, 50]) {
    expect((await linesOf("a\r\nb\nc\rd\r\n\r\ne\r", size)).map(({ text }) => text)).toEqual(["a", "b", "c", "d", "", "e"]);
  }
});

test("a line longer than the limit is told and not kept", async () => {
  expect(await linesOf(`ab\n${"x".repeat(5000)}\ncd`, 64)).toEqual([
    { number: 1, text: "ab" },
    { number: 2, text: null },
    { number: 3, text: "cd" },
  ]);
});

test("no value makes a file's name that is a path, hidden, reserved or too long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (serialNumber) => {
      const name = passFileName("{serialNumber}.pkpass", { serialNumber }, 1) ?? "";
      // oxlint-disable-next-line no-control-regex -- none of these may be in it
      expect(name).not.toMatch(/[/\\:*?"<>|\u0000-\u001f]|^\.|^(?:con|nul|aux|prn)\./i);
      expect(name.endsWith(".pkpass")).toBe(true);
      expect(Buffer.byteLength(name)).toBeLessThan(220);
    }),
  );
  const long = (end: string) => passFileName("{id}", { id: "x".repeat(500) + end }, 1);
  expect(long("1")).not.toBe(long("2"));
});

test("printable text has nothing that a terminal obeys, and keeps its letters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      // oxlint-disable-next-line no-control-regex -- none of these may be in it
      expect(toPrintable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
  expect(toPrintable("Žluťoučký kůň 😀 مرحبا")).toBe("Žluťoučký kůň 😀 مرحبا");
  expect(toPrintable("a\u001b[31mb\nc\td")).toBe("a\\u{1b}[31mb⏎c d");
});

test("texts are measured and cut in columns, not in characters", () => {
  expect(columnsOf("日本")).toBe(4);
  expect(columnsOf("e\u0301")).toBe(1);
  expect(columnsOf("👩‍👩‍👧")).toBe(2);
  expect(truncateColumns("日本語のパス", 7)).toBe("日本語…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 40 }), (text, width) => {
      expect(columnsOf(truncateColumns(toPrintable(text), width))).toBeLessThanOrEqual(width);
      for (const line of wrapColumns(toPrintable(text), width)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
