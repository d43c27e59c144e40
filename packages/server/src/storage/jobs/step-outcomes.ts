import type { ChangeResult } from "../storage.ts";
import type { JobEntry } from "./jobs-storage.ts";
import type { RowOutcome } from "./result-lines.ts";

export function serialNumberTaken(serialNumber: string): RowOutcome {
  const problem = { code: "serial-number-taken", message: "A pass with this serial number exists." };
  return { result: "failed", serialNumber, problem };
}

/** The pass is not made, so its serial number is of no use to anybody. */
export function externalIdTaken(serialNumber: string): RowOutcome {
  const problem = { code: "external-id-taken", message: "A pass of this template with this external id exists." };
  return { result: "failed", serialNumber, problem };
}

/** What became of rows whose changes were written; the results are of those that change something, in their order. */
export function toChangeOutcomes(entries: readonly JobEntry[], results: readonly ChangeResult[]): readonly RowOutcome[] {
  let next = 0;
  return entries.map((entry): RowOutcome => {
    switch (entry.kind) {
      case "failed":
        return { result: "failed", serialNumber: entry.serialNumber, problem: entry.problem };
      case "told":
        return { result: entry.result, serialNumber: entry.serialNumber };
      case "change": {
        const result = results[next];
        next += 1;
        // Each was looked at in the same transaction.
        if (result?.kind !== "changed") throw new Error(`a change that was due came to ${result?.kind ?? "nothing"}`);
        return { result: "changed", serialNumber: result.serialNumber };
      }
      case "create":
        throw new Error("a row that creates in a step that changes");
      default:
        return entry satisfies never;
    }
  });
}
