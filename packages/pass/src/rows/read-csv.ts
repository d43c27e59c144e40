import type { Line } from "./read-lines.ts";

/** A record of a CSV file and the line on which it begins, or why that line begins none. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly error: null }
  | { readonly line: number; readonly cells: null; readonly error: string };

/** Lines that one record may span; a quotation mark that is never closed would take the rest of the file. */
const MAX_LINES = 500;

/**
 * Reads CSV (RFC 4180): quoted cells hold delimiters, line breaks and doubled quotation marks. What the RFC leaves open is read
 * as spreadsheets write it: any line end, empty lines passed over, quotation marks inside a cell that does not begin with one.
 * A broken quotation costs the line it began on: reading goes on with the next one, so that one bad row is one error.
 *
 * @param delimiter one character; found in the header when absent.
 *
 * @example
 * ```ts
 * for await (const { line, cells, error } of readCsv(readLines(file.stream(), 1_000_000))) console.log(line, cells ?? error);
 * ```
 */
export async function* readCsv(lines: AsyncIterable<Line>, delimiter?: string): AsyncGenerator<CsvRecord, void, undefined> {
  const source = lines[Symbol.asyncIterator]();
  // Lines that were read in search of the end of a quotation, and belong to no record yet.
  const queue: Line[] = [];
  let chosen = delimiter;
  try {
    for (;;) {
      const first = queue.shift() ?? (await nextLine(source));
      if (first === null) return;
      if (first.text === null) {
        yield { line: first.number, cells: null, error: "the line is too long to be a row" };
        continue;
      }
      if (first.text.trim() === "") continue;
      chosen ??= findDelimiter(first.text);
      const taken: Line[] = [];
      const scanner = createScanner(chosen);
      let state = scanner.scan(first.text);
      while (state === "open" && taken.length < MAX_LINES) {
        const next = queue.shift() ?? (await nextLine(source));
        if (next === null) break;
        taken.push(next);
        state = next.text === null ? "broken" : scanner.scan(next.text);
      }
      if (state === "closed") {
        yield { line: first.number, cells: scanner.cells, error: null };
        continue;
      }
      queue.unshift(...taken);
      yield { line: first.number, cells: null, error: BROKEN[taken.length > 0 ? "open" : state] };
    }
  } finally {
    await source.return?.();
  }
}

const BROKEN = {
  open: "a quotation mark opens a cell, and none closes it",
  broken: "a quoted cell goes on after its closing quotation mark; inside a quoted cell write it twice",
} as const;

async function nextLine(source: AsyncIterator<Line>): Promise<Line | null> {
  const { value, done } = await source.next();
  return done === true ? null : value;
}

/** Comma, semicolon (as spreadsheets write where the comma is for decimals) or tab: what stands most often in the header outside of quotes. */
function findDelimiter(header: string): string {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, "");
  const count = (delimiter: string): number => bare.split(delimiter).length - 1;
  return [";", "\t"].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best), ",");
}

interface Scanner {
  /** The cells, once a line has closed the record. */
  readonly cells: string[];
  /** Reads one more line of the record. */
  scan(line: string): "closed" | "open" | "broken";
}

function createScanner(delimiter: string): Scanner {
  const cells: string[] = [];
  /** What a quotation holds so far; null outside of one. */
  let quoted: string | null = null;
  const scan: Scanner["scan"] = (line) => {
    let at = 0;
    if (quoted !== null) quoted += "\n";
    for (;;) {
      if (quoted === null && line[at] === '"') {
        quoted = "";
        at += 1;
      }
      if (quoted === null) {
        const end = line.indexOf(delimiter, at);
        cells.push(end === -1 ? line.slice(at) : line.slice(at, end));
        if (end === -1) return "closed";
        at = end + 1;
        continue;
      }
      const end = line.indexOf('"', at);
      quoted += end === -1 ? line.slice(at) : line.slice(at, end);
      if (end === -1) return "open";
      at = end + 1;
      if (line[at] === '"') {
        quoted += '"';
        at += 1;
        continue;
      }
      cells.push(quoted);
      quoted = null;
      if (at === line.length) return "closed";
      if (line[at] !== delimiter) return "broken";
      at += 1;
    }
  };
  return { cells, scan };
}
