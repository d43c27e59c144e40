import { MAX_LINE_CHARACTERS, readCsv, readLines, type RowFormat } from "@passwright/pass/rows";

/** Rows of a file that go to the server in one request. */
export interface RowPart {
  /** Number of the first of them, from 1. */
  readonly from: number;
  /** The line of the file that each begins on. */
  readonly lines: readonly number[];
  readonly text: string;
  /** Rows that are broken, by their numbers, and why: the server counts them, and cannot know more. */
  readonly broken: ReadonlyMap<number, string>;
}

/** A row that no server takes for one, in the place of one that cannot be read. */
const BROKEN = { csv: '"",""', ndjson: "{" } as const;

/** What one request holds: little is sent again after a connection broke, and the bar moves. */
const PART = { rows: 5000, characters: 4_000_000 } as const;

/** Cuts a file of rows into parts, from a row on, without holding more than one of them. A table's parts have its header each. */
export async function* readParts(
  source: AsyncIterable<Uint8Array>,
  format: RowFormat,
  after: number,
): AsyncGenerator<RowPart, void, undefined> {
  const rows = format === "ndjson" ? readNdjson(source) : readTable(source, format);
  let header = "";
  let number = 0;
  let part = startPart(after + 1);
  let characters = 0;
  for await (const { line, text, error } of rows) {
    if (format !== "ndjson" && header === "") {
      header = `${text}\n`;
      continue;
    }
    number += 1;
    if (number <= after) continue;
    if (error !== null) part.broken.set(number, error);
    part.texts.push(text);
    part.lines.push(line);
    characters += text.length;
    if (part.texts.length < PART.rows && characters < PART.characters) continue;
    yield toPart(part, header);
    part = startPart(number + 1);
    characters = 0;
  }
  if (part.texts.length > 0) yield toPart(part, header);
}

interface OpenPart {
  readonly from: number;
  readonly lines: number[];
  readonly texts: string[];
  readonly broken: Map<number, string>;
}

function startPart(from: number): OpenPart {
  return { from, lines: [], texts: [], broken: new Map() };
}

function toPart({ from, lines, texts, broken }: OpenPart, header: string): RowPart {
  return { from, lines, broken, text: `${header}${texts.join("\n")}\n` };
}

interface RowText {
  readonly line: number;
  readonly text: string;
  readonly error: string | null;
}

async function* readNdjson(source: AsyncIterable<Uint8Array>): AsyncGenerator<RowText, void, undefined> {
  for await (const { number: line, text } of readLines(source, MAX_LINE_CHARACTERS)) {
    if (text === null) yield { line, text: BROKEN.ndjson, error: "the line is too long to be a row" };
    else if (text.trim() !== "") yield { line, text, error: null };
  }
}

async function* readTable(source: AsyncIterable<Uint8Array>, format: "csv" | "tsv"): AsyncGenerator<RowText, void, undefined> {
  const lines = readLines(source, MAX_LINE_CHARACTERS);
  for await (const { line, cells, error } of readCsv(lines, format === "tsv" ? "\t" : undefined)) {
    if (cells === null) yield { line, text: BROKEN.csv, error };
    else yield { line, text: cells.map(quote).join(","), error: null };
  }
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
