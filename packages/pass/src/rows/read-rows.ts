import { isJsonObject, type JsonObject } from "../model/json.ts";
import { readCsv } from "./read-csv.ts";
import { readLines, type Line } from "./read-lines.ts";
import { createRowReader, findUnusedColumns, type RowInputs, type RowValues } from "./row-values.ts";

/** One row of the data: the values of a pass, or why there are none. `line` counts from 1, as an editor does. */
export type Row =
  | { readonly line: number; readonly values: JsonObject; readonly error: null }
  | { readonly line: number; readonly values: null; readonly error: string };

export const ROW_FORMATS = ["csv", "tsv", "ndjson"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** Characters of a line; a longer one is a fault of the file, not a pass. */
export const MAX_LINE_CHARACTERS = 1_000_000;

const FORMATS: ReadonlyMap<string, RowFormat> = /* @__PURE__ */ new Map([
  [".csv", "csv"],
  [".tsv", "tsv"],
  [".ndjson", "ndjson"],
  [".jsonl", "ndjson"],
] as const);

/**
 * The format of a data file that holds many passes, by its name; null for one that holds the values of one.
 *
 * @example
 * ```ts
 * const format = rowFormatOf("guests.csv");
 * ```
 */
export function rowFormatOf(path: string): RowFormat | null {
  return FORMATS.get(/\.[^./\\]+$/u.exec(path)?.[0].toLowerCase() ?? "") ?? null;
}

/**
 * The rows of a data file, one after the other; a bad row is told and the rest go on.
 *
 * @throws {RowsError} two columns of one name.
 *
 * @example
 * ```ts
 * for await (const { line, values, error } of readRows(file.stream(), "csv", rowInputsOf(template))) console.log(line, values ?? error);
 * ```
 */
export function readRows(
  source: AsyncIterable<Uint8Array>,
  format: RowFormat,
  inputs: RowInputs,
  onUnusedColumns: (columns: readonly string[]) => void = () => undefined,
): AsyncGenerator<Row, void, undefined> {
  const lines = readLines(source, MAX_LINE_CHARACTERS);
  return format === "ndjson"
    ? readNdjsonRows(lines)
    : readCsvRows(lines, format === "tsv" ? "\t" : undefined, inputs, onUnusedColumns);
}

async function* readCsvRows(
  lines: AsyncIterable<Line>,
  delimiter: string | undefined,
  inputs: RowInputs,
  onUnusedColumns: (columns: readonly string[]) => void,
): AsyncGenerator<Row, void, undefined> {
  let header: readonly string[] | null = null;
  let toValues: ReturnType<typeof createRowReader> | null = null;
  for await (const { line, cells, error } of readCsv(lines, delimiter)) {
    if (error !== null) {
      yield { line, values: null, error };
    } else if (header === null || toValues === null) {
      const names = cells.map((name) => name.trim());
      const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
      if (twice !== undefined) throw new RowsError(`two columns are called "${twice}"`);
      const unused = findUnusedColumns(names, inputs);
      if (unused.length > 0) onUnusedColumns(unused);
      header = names;
      toValues = createRowReader(names, inputs);
    } else if (cells.length !== header.length) {
      yield {
        line,
        values: null,
        error: `${cells.length} ${cells.length === 1 ? "cell" : "cells"}, where the header has ${header.length}`,
      };
    } else if (cells.some((cell) => cell.includes(NOT_UTF8))) {
      yield { line, values: null, error: "holds characters that are not UTF-8: save the file as CSV UTF-8" };
    } else {
      yield { line, ...toValues(cells) };
    }
  }
}

/**
 * The data file as a whole cannot be read as rows.
 *
 * @example
 * ```ts
 * const isNoTable = (error: unknown) => error instanceof RowsError;
 * ```
 */
export class RowsError extends Error {
  override readonly name = "RowsError";
}

/** What a decoder puts in the place of bytes that it cannot read. */
const NOT_UTF8 = "\uFFFD";

async function* readNdjsonRows(lines: AsyncIterable<Line>): AsyncGenerator<Row, void, undefined> {
  for await (const { number: line, text } of lines) {
    if (text === null) yield { line, values: null, error: "the line is too long to be a row" };
    else if (text.trim() !== "") yield { line, ...parseLine(text) };
  }
}

function parseLine(text: string): RowValues {
  if (text.includes(NOT_UTF8)) return { values: null, error: "holds characters that are not UTF-8" };
  try {
    const values: unknown = JSON.parse(text);
    return isJsonObject(values) ? { values, error: null } : { values: null, error: "not a JSON object" };
  } catch (error) {
    return { values: null, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
