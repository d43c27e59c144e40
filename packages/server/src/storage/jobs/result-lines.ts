import type { JobEntry, JobRowProblem } from "./jobs-storage.ts";

/** What became of one row of a step. */
export type RowOutcome =
  | { readonly result: "created" | "changed" | "unchanged"; readonly serialNumber: string }
  | { readonly result: "failed"; readonly serialNumber: string | null; readonly problem: JobRowProblem };

/** Rows of a step, counted, and as the lines that they are asked for in. */
export interface StepOutcome {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly lines: string;
}

/** Counts what became of rows, and writes a line of NDJSON for each. */
export function summariseRows(rows: readonly { readonly entry: JobEntry; readonly outcome: RowOutcome }[]): StepOutcome {
  const counts = { created: 0, changed: 0, unchanged: 0, failed: 0 };
  let lines = "";
  for (const { entry, outcome } of rows) {
    counts[outcome.result] += 1;
    const { row, line, externalId } = entry;
    const told = {
      row,
      ...(line !== null && { line }),
      result: outcome.result,
      serialNumber: outcome.serialNumber,
      ...(externalId !== null && { externalId }),
      ...("problem" in outcome && { problem: outcome.problem }),
    };
    lines += `${JSON.stringify(told)}\n`;
  }
  return { ...counts, lines };
}

/** The row that a line of results is of. */
export function rowOfLine(line: string): number {
  return Number(/^\{"row":(\d+)/u.exec(line)?.[1] ?? 0);
}

/** Whether a line of results is of a row that failed; texts in it cannot say so, for their quotes are escaped. */
export function isFailure(line: string): boolean {
  return line.includes('"result":"failed"');
}
