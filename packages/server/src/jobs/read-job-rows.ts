import { createRowReader, type Line, parseYesNo, readCsv, readLines, type RowInputs, RowsError } from "@passwright/pass/rows";
import type * as z from "zod";
import { holdsProto, MAY_HOLD_PROTO, nestsTooDeep } from "../api/parse-json-body.ts";
import { JOB_LIMITS } from "./job-limits.ts";

/** A row of a body: what it asks for, or why it cannot be read. */
export type JobRow<Asked> = {
  /** Of the body, from 1. */
  readonly line: number;
  /** The row as it came, to know it again. */
  readonly text: string;
} & ({ readonly asked: Asked; readonly problem: null } | { readonly asked: null; readonly problem: string });

/** What a row may hold, by the schema that its body is described by. */
export type RowSchema<Asked> = z.ZodType<Asked>;

/** Columns of CSV that are members of the row; every other one is an input of the template. */
const OWN_COLUMNS: Readonly<Record<string, (cell: string) => unknown>> = {
  serialNumber: (cell) => cell,
  externalId: (cell) => cell,
  expiresAt: (cell) => (cell === "never" ? null : cell),
  voided: (cell) => parseYesNo(cell) ?? cell,
};

/** What a decoder puts in the place of bytes that are no UTF-8. */
const NOT_UTF8 = "\u{fffd}";

/**
 * Rows of a body, as they stream in. A bad row is told and the rest go on; memory holds one row at a time.
 *
 * @throws {RowsError} the body as a whole is no table.
 */
export function readJobRows<Asked>(
  source: AsyncIterable<Uint8Array>,
  options: { readonly format: "csv" | "ndjson"; readonly schema: RowSchema<Asked>; readonly inputs: RowInputs },
): AsyncGenerator<JobRow<Asked>, void, undefined> {
  const lines = readLines(source, JOB_LIMITS.rowCharacters);
  return options.format === "ndjson" ? readNdjson(lines, options.schema) : readTable(lines, options.schema, options.inputs);
}

async function* readNdjson<Asked>(
  lines: AsyncIterable<Line>,
  schema: RowSchema<Asked>,
): AsyncGenerator<JobRow<Asked>, void, undefined> {
  for await (const { number: line, text } of lines) {
    if (text === null) yield { line, text: "", asked: null, problem: TOO_LONG };
    else if (text.trim() !== "") yield { line, text, ...parseLine(text, schema) };
  }
}

const TOO_LONG = `is longer than ${JOB_LIMITS.rowCharacters} characters`;
const BAD_BYTES = "holds bytes that are not UTF-8";

type Parsed<Asked> = { readonly asked: Asked; readonly problem: null } | { readonly asked: null; readonly problem: string };

function parseLine<Asked>(text: string, schema: RowSchema<Asked>): Parsed<Asked> {
  if (text.includes(NOT_UTF8)) return { asked: null, problem: BAD_BYTES };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    // What JSON.parse says quotes the row, and a row may hold anything.
    return { asked: null, problem: "is not JSON" };
  }
  // A way into prototypes for whatever copies it. Only such texts can hold one, and to look into all would take twice the time.
  if (nestsTooDeep(text)) return { asked: null, problem: "it nests too deep" };
  if (MAY_HOLD_PROTO.test(text) && holdsProto(given)) return { asked: null, problem: "a member is called __proto__" };
  return parseRow(given, schema);
}

function parseRow<Asked>(given: unknown, schema: RowSchema<Asked>): Parsed<Asked> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { asked: parsed.data, problem: null };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  return { asked: null, problem: `${place} ${issue?.message ?? "is not valid"}`.trim() };
}

async function* readTable<Asked>(
  lines: AsyncIterable<Line>,
  schema: RowSchema<Asked>,
  inputs: RowInputs,
): AsyncGenerator<JobRow<Asked>, void, undefined> {
  let toRow: ((cells: readonly string[]) => Parsed<Asked>) | null = null;
  for await (const { line, cells, error } of readCsv(lines)) {
    if (toRow === null) {
      if (error !== null) throw new RowsError(`The header cannot be read: ${error}.`);
      toRow = createTableReader(cells, schema, inputs);
    } else if (error === null) yield { line, text: cells.join("\0"), ...toRow(cells) };
    else yield { line, text: "", asked: null, problem: error };
  }
}

function createTableReader<Asked>(
  header: readonly string[],
  schema: RowSchema<Asked>,
  inputs: RowInputs,
): (cells: readonly string[]) => Parsed<Asked> {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) throw new RowsError(`Two columns are called ${JSON.stringify(twice)}.`);
  if (names.some((name) => name.split(".").includes("__proto__"))) throw new RowsError("A column is called __proto__.");
  const isOwn = (name: string) => Object.hasOwn(OWN_COLUMNS, name);
  const toValues = createRowReader(
    names.map((name) => (isOwn(name) ? "" : name.replace(/^values\./u, ""))),
    // Columns that the template does not take are told by its schema, in every row: nothing is left out in silence.
    { ...inputs, names: null },
  );
  return (cells) => {
    if (cells.length !== names.length) {
      return { asked: null, problem: `has ${cells.length} cells, where the header has ${names.length}` };
    }
    if (cells.some((cell) => cell.includes(NOT_UTF8))) return { asked: null, problem: BAD_BYTES };
    const { values, error } = toValues(cells);
    if (error !== null) return { asked: null, problem: error };
    const row: Record<string, unknown> = { values };
    for (const [index, name] of names.entries()) {
      const cell = cells[index] ?? "";
      if (cell !== "" && isOwn(name)) row[name] = OWN_COLUMNS[name]?.(cell);
    }
    return parseRow(row, schema);
  };
}
