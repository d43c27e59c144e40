import type Database from "better-sqlite3";
import { externalIdTaken, serialNumberTaken, toChangeOutcomes } from "../jobs/step-outcomes.ts";
import type { JobEntry, JobStep } from "../jobs/jobs-storage.ts";
import type { RowOutcome } from "../jobs/result-lines.ts";
import { toPushWindow } from "../push-window.ts";
import type { PassWriter } from "./write-passes.ts";
import type { TagSequence, TagWriter } from "./write-tags.ts";

/** Passes of the rows of a job. */
export interface JobPassWriter {
  /** Makes those that can be made; what is in the way of the others is told for each. */
  create(step: JobStep, projectId: string): readonly RowOutcome[];
  /** Passes that were changed since the step was planned. */
  findStale(step: JobStep): readonly string[];
  change(step: JobStep): readonly RowOutcome[];
}

/** Runs in the transaction of the step. */
export function createJobPassWriter(database: Database.Database, tags: TagWriter, passes: PassWriter): JobPassWriter {
  const addRecord = database.prepare<[string, string, string, string, string | null, number]>(`
    INSERT INTO pass_records (pass_type, serial_number, project_id, template_id, external_id, created_at, deleted_at)
    VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING`);
  const dropRecord = database.prepare<[string, string]>("DELETE FROM pass_records WHERE pass_type = ? AND serial_number = ?");
  const hasExternalId = database
    .prepare<[string, string, string], number>(
      "SELECT 1 FROM pass_records WHERE project_id = ? AND external_id = ? AND template_id = ?",
    )
    .pluck();
  const revisionOf = database
    .prepare<[string, string], number>("SELECT revision FROM pass_versions WHERE pass_type = ? AND serial_number = ?")
    .pluck();

  function createOne(entry: JobEntry, sequence: TagSequence, projectId: string, now: number): RowOutcome {
    if (entry.kind === "failed") return { result: "failed", serialNumber: entry.serialNumber, problem: entry.problem };
    if (entry.kind !== "create") throw new Error(`a row of ${entry.kind} in a step that creates`);
    const { pass, externalId } = entry;
    const { passTypeIdentifier, serialNumber, templateId } = pass;
    const { changes } = addRecord.run(passTypeIdentifier, serialNumber, projectId, templateId, externalId, now);
    if (changes === 0) {
      const isTaken = externalId !== null && hasExternalId.get(projectId, externalId, templateId) !== undefined;
      return isTaken ? externalIdTaken(serialNumber) : serialNumberTaken(serialNumber);
    }
    if (passes.add(pass, sequence.next(), Math.floor(now / 1000))) return { result: "created", serialNumber };
    // One that was made without the API has no record.
    dropRecord.run(passTypeIdentifier, serialNumber);
    return serialNumberTaken(serialNumber);
  }

  return {
    create: ({ entries, now }, projectId) => {
      const [first] = entries.flatMap((entry) => (entry.kind === "create" ? [entry.pass.passTypeIdentifier] : []));
      const sequence = tags.open(first ?? "");
      const outcomes = entries.map((entry) => createOne(entry, sequence, projectId, now));
      sequence.close();
      const made = entries.flatMap((entry, index) =>
        entry.kind === "create" && outcomes[index]?.result === "created" ? [entry.pass] : [],
      );
      if (made.length > 0) passes.noteCreated(made, now);
      return outcomes;
    },
    findStale: ({ passTypeIdentifier, entries }) =>
      entries.flatMap((entry) => {
        if (entry.kind !== "change") return [];
        const { serialNumber, ifRevision } = entry.change;
        return revisionOf.get(passTypeIdentifier, serialNumber) === ifRevision ? [] : [serialNumber];
      }),
    change: (step) => {
      const { passTypeIdentifier, entries, now, push } = step;
      const changes = entries.flatMap((entry) => (entry.kind === "change" ? [entry.change] : []));
      const results = passes.change({ passTypeIdentifier, changes, now, window: toPushWindow(push, now) });
      return toChangeOutcomes(entries, results);
    },
  };
}
