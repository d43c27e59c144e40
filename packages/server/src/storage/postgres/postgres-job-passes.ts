import type { JobEntry, JobStep } from "../jobs/jobs-storage.ts";
import type { RowOutcome } from "../jobs/result-lines.ts";
import { externalIdTaken, serialNumberTaken, toChangeOutcomes } from "../jobs/step-outcomes.ts";
import { toPushWindow } from "../push-window.ts";
import type { Statements } from "./connection.ts";
import { addPasses, changePasses, noteCreated } from "./postgres-passes.ts";

type Creation = Extract<JobEntry, { readonly kind: "create" }>;

/** Makes the passes of rows that can be made; what is in the way of the others is told for each. */
export async function createJobPasses(statements: Statements, step: JobStep, projectId: string): Promise<readonly RowOutcome[]> {
  const { entries, now, passTypeIdentifier } = step;
  const creations = entries.filter((entry): entry is Creation => entry.kind === "create");
  const recorded = await addRecords(statements, creations, projectId, now);
  const wanted = creations.filter(({ pass }) => recorded.has(pass.serialNumber)).map(({ pass }) => pass);
  // The lock of the pass type comes last: others wait there for the length of one statement, not for these records.
  const { fresh } = wanted.length === 0 ? { fresh: new Set<string>() } : await addPasses(statements, wanted, now);
  const made = wanted.filter(({ serialNumber }) => fresh.has(serialNumber));
  if (made.length > 0) await noteCreated(statements, made, now);
  const orphans = wanted.map(({ serialNumber }) => serialNumber).filter((serialNumber) => !fresh.has(serialNumber));
  if (orphans.length > 0) {
    // Passes that were made without the API have no record.
    await statements.query("DELETE FROM pass_records WHERE pass_type = $1 AND serial_number = ANY ($2::text[])", [
      passTypeIdentifier,
      orphans,
    ]);
  }
  const left = creations.filter(({ pass }) => !recorded.has(pass.serialNumber));
  const taken = await findTakenIds(statements, left, projectId);
  return entries.map((entry): RowOutcome => {
    if (entry.kind === "failed") return { result: "failed", serialNumber: entry.serialNumber, problem: entry.problem };
    if (entry.kind !== "create") throw new Error(`a row of ${entry.kind} in a step that creates`);
    const { serialNumber } = entry.pass;
    if (fresh.has(serialNumber)) return { result: "created", serialNumber };
    const isIdTaken = !recorded.has(serialNumber) && entry.externalId !== null && taken.has(entry.externalId);
    return isIdTaken ? externalIdTaken(serialNumber) : serialNumberTaken(serialNumber);
  });
}

/** Adds records that neither serial number nor external id keep out; of rows with the same the first counts. */
async function addRecords(
  statements: Statements,
  creations: readonly Creation[],
  projectId: string,
  now: number,
): Promise<ReadonlySet<string>> {
  if (creations.length === 0) return new Set();
  const rows = await statements.query<{ readonly serialNumber: string }>(
    `INSERT INTO pass_records (pass_type, serial_number, project_id, template_id, external_id, created_at)
     SELECT c.pass_type, c.serial_number, $1, c.template_id, c.external_id, $2::bigint
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS c (pass_type, serial_number, template_id, external_id)
     ON CONFLICT DO NOTHING RETURNING serial_number AS "serialNumber"`,
    [
      projectId,
      now,
      creations.map(({ pass }) => pass.passTypeIdentifier),
      creations.map(({ pass }) => pass.serialNumber),
      creations.map(({ pass }) => pass.templateId),
      creations.map(({ externalId }) => externalId),
    ],
    "add_records",
  );
  return new Set(rows.map(({ serialNumber }) => serialNumber));
}

async function findTakenIds(
  statements: Statements,
  creations: readonly Creation[],
  projectId: string,
): Promise<ReadonlySet<string>> {
  const [first] = creations;
  if (first === undefined) return new Set();
  const ids = creations.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
  const rows = await statements.query<{ readonly id: string }>(
    "SELECT external_id AS id FROM pass_records WHERE project_id = $1 AND external_id = ANY ($2::text[]) AND template_id = $3",
    [projectId, ids, first.pass.templateId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Passes that were changed since the step was planned. */
export async function findStale(statements: Statements, { passTypeIdentifier, entries }: JobStep): Promise<readonly string[]> {
  const changes = entries.flatMap((entry) => (entry.kind === "change" ? [entry.change] : []));
  const rows = await statements.query<{ readonly serialNumber: string }>(
    `SELECT c.serial_number AS "serialNumber" FROM unnest($2::text[], $3::bigint[]) AS c (serial_number, revision)
     LEFT JOIN passes p ON p.pass_type = $1 AND p.serial_number = c.serial_number
     WHERE p.revision IS DISTINCT FROM c.revision`,
    [passTypeIdentifier, changes.map(({ serialNumber }) => serialNumber), changes.map(({ ifRevision }) => ifRevision)],
    "find_stale",
  );
  return rows.map(({ serialNumber }) => serialNumber);
}

/** Changes the passes of rows; {@link findStale} has looked at them in the same transaction. */
export async function changeJobPasses(statements: Statements, step: JobStep): Promise<readonly RowOutcome[]> {
  const { passTypeIdentifier, entries, now, push } = step;
  const changes = entries.flatMap((entry) => (entry.kind === "change" ? [entry.change] : []));
  const window = toPushWindow(push, now);
  const results = changes.length === 0 ? [] : await changePasses(statements, { passTypeIdentifier, changes, now, window });
  return toChangeOutcomes(entries, results);
}
