import { concernsScanners, withBarcodes, withoutBarcodes, withUncertainBarcodes } from "../scans/changed-barcodes.ts";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { type CountSubject, Tally, tallyChanges } from "../statistics/tally.ts";
import { toPushWindow } from "../push-window.ts";
import type { OperationInput, OperationOutput } from "../storage-operations.ts";
import type { ChangeResult, NewPass, PassChange, StoredPass } from "../storage.ts";
import { toStoredPass } from "../stored-pass.ts";
import type { Statements } from "./connection.ts";
import { addBarcodes, postponeBarcodes, replaceBarcodes, touchUses } from "./postgres-barcodes.ts";
import { recordPassEvents } from "./postgres-events.ts";
import { queuePushes } from "./postgres-pushes.ts";
import { addCounts } from "./postgres-statistics.ts";
import { takeKnownTags, takeTags } from "./postgres-tags.ts";

/** Columns of a pass, under the names of the port; `voided` is 0 or 1. */
export const PASS_COLUMNS = `
  pass_type AS "passTypeIdentifier", serial_number AS "serialNumber", authentication_token AS "authenticationToken", revision,
  modified_at AS "modifiedAt", tag, template_id AS "templateId", template_version AS "templateVersion", input_values AS "values",
  certificate_id AS "certificateId", voided <> 0 AS voided, expires_at AS "expiresAt", personalization`;

/** New passes, all or none. */
export async function createPasses(
  statements: Statements,
  { passes, now, source = "" }: OperationInput<"create">,
): Promise<readonly StoredPass[]> {
  const modifiedAt = Math.floor(now / 1000);
  const { first, fresh } = await addPasses(statements, passes, now);
  const taken = passes.map(({ serialNumber }) => serialNumber).filter((serialNumber) => !fresh.has(serialNumber));
  if (taken.length > 0) {
    throw new StorageError("ERR_STORAGE_EXISTS", `A pass with the serial number ${taken[0] ?? ""} exists already`, {
      serialNumbers: taken,
    });
  }
  await noteCreated(statements, passes, now, source);
  return passes.map((pass, index) => toStoredPass(pass, first + index, modifiedAt));
}

/** What is written besides of new passes of one pass type: what scanners find them by, that they were issued, and who is told. */
export async function noteCreated(statements: Statements, passes: readonly NewPass[], now: number, source = ""): Promise<void> {
  const passType = passes[0]?.passTypeIdentifier ?? "";
  await addBarcodes(statements, passType, withBarcodes(passes));
  await postponeBarcodes(statements, passType, withoutBarcodes(passes));
  const tally = new Tally();
  for (const { templateId } of passes) tally.add({ passType, templateId, source }, "issued");
  await addCounts(statements, tally, now);
  await recordPassEvents(statements, {
    type: "pass.created",
    passTypeIdentifier: passType,
    at: now,
    passes: passes.map(({ serialNumber }) => ({ serialNumber })),
  });
}

/** Adds passes of one pass type that are not there, and gives the serial numbers of those that it added. */
export async function addPasses(
  statements: Statements,
  passes: readonly NewPass[],
  now: number,
): Promise<{ readonly first: number; readonly fresh: ReadonlySet<string> }> {
  const passType = passes[0]?.passTypeIdentifier ?? "";
  const first = await takeTags(statements, passType, passes.length);
  const added = await statements.query<{ readonly serialNumber: string }>(
    `INSERT INTO passes
     SELECT $1::text, c.serial_number, c.authentication_token, 1, $2::bigint, c.tag, c.template_id, c.template_version, c.input_values,
       c.certificate_id, c.voided, c.expires_at, c.personalization
     FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[], $8::text[], $9::text[], $10::smallint[],
       $11::bigint[], $12::text[]) AS c (serial_number, authentication_token, tag, template_id, template_version, input_values,
       certificate_id, voided, expires_at, personalization)
     ON CONFLICT DO NOTHING RETURNING serial_number AS "serialNumber"`,
    [
      passType,
      Math.floor(now / 1000),
      passes.map(({ serialNumber }) => serialNumber),
      passes.map(({ authenticationToken }) => authenticationToken),
      passes.map((_, index) => first + index),
      passes.map(({ templateId }) => templateId),
      passes.map(({ templateVersion }) => templateVersion),
      passes.map(({ values }) => values),
      passes.map(({ certificateId }) => certificateId ?? ""),
      passes.map(({ voided }) => (voided === true ? 1 : 0)),
      passes.map(({ expiresAt }) => expiresAt ?? null),
      passes.map(({ personalization }) => personalization ?? "none"),
    ],
    "create_passes",
  );
  return { first, fresh: new Set(added.map(({ serialNumber }) => serialNumber)) };
}

type Changed = Extract<ChangeResult, { kind: "changed" }>;

/**
 * Changes passes and queues their pushes. The row of the pass type is locked first, by every writer of its passes: what is read
 * afterwards stays as it is. As few round trips as can be, for others wait meanwhile; a tag that nobody takes harms nobody.
 */
export async function changePasses(
  statements: Statements,
  { passTypeIdentifier, changes, now, window }: OperationInput<"change">,
): Promise<readonly ChangeResult[]> {
  let tag = await takeKnownTags(statements, passTypeIdentifier, changes.length);
  if (tag === undefined) return changes.map(({ serialNumber }) => ({ kind: "unknown", serialNumber }));
  const results: ChangeResult[] = [];
  const subjects = new Map<number, CountSubject>();
  // A pass that is changed twice in one call is changed in two rounds: one statement changes a row once.
  for (let rest: readonly PassChange[] = changes; rest.length > 0;) {
    const round = new Map<string, PassChange>();
    for (const change of rest) {
      if (round.has(change.serialNumber)) break;
      round.set(change.serialNumber, change);
    }
    results.push(...(await changeRound(statements, passTypeIdentifier, [...round.values()], { firstTag: tag, now, subjects })));
    rest = rest.slice(round.size);
    tag += round.size;
  }
  const changed = results.filter((result): result is Changed => result.kind === "changed");
  const told = await queuePushes(statements, passTypeIdentifier, changed, window);
  const done = changes.filter((_, index) => results[index]?.kind === "changed");
  await replaceBarcodes(statements, passTypeIdentifier, withBarcodes(done));
  await postponeBarcodes(statements, passTypeIdentifier, withUncertainBarcodes(done));
  const serialNumbers = done.filter(concernsScanners).map(({ serialNumber }) => serialNumber);
  await touchUses(statements, passTypeIdentifier, serialNumbers, now);
  await addCounts(statements, tallyChanges(subjects, told), now);
  await recordPassEvents(statements, {
    type: "pass.updated",
    passTypeIdentifier,
    at: now,
    passes: changed.map(({ serialNumber }) => ({ serialNumber })),
  });
  return results;
}

/** Of the session: earlier revisions that are kept of each pass. A pooler in between may have lost it. */
const REVISIONS_KEPT = `coalesce(nullif(current_setting('passwright.revisions_kept', true), ''), '${STORAGE_LIMITS.revisionsKept}')::bigint`;

interface RoundRow {
  readonly serialNumber: string;
  readonly known: number;
  readonly revision: number | null;
  readonly tag: number;
  readonly modifiedAt: number;
  readonly templateId: string | null;
  readonly source: string | null;
}

/** `subjects`: takes down what the pass of each tag is counted under. */
async function changeRound(
  statements: Statements,
  passType: string,
  changes: readonly PassChange[],
  { firstTag, now, subjects }: { readonly firstTag: number; readonly now: number; readonly subjects: Map<number, CountSubject> },
): Promise<readonly ChangeResult[]> {
  const rows = await statements.query<RoundRow>(
    `WITH wanted AS MATERIALIZED (
       SELECT c.*, p.revision AS known
       FROM unnest($3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::smallint[], $9::boolean[], $10::bigint[],
         $11::text[], $12::bigint[]) AS c (serial_number, tag, template_version, input_values, certificate_id, voided, sets_expiry,
         expires_at, personalization, if_revision)
       JOIN passes p ON p.pass_type = $1 AND p.serial_number = c.serial_number
     ), kept AS (
       INSERT INTO pass_revisions
         (pass_type, serial_number, revision, modified_at, template_version, input_values, voided, expires_at)
       SELECT p.pass_type, p.serial_number, p.revision, p.modified_at, p.template_version, p.input_values, p.voided, p.expires_at
       FROM wanted c JOIN passes p ON p.pass_type = $1 AND p.serial_number = c.serial_number
       WHERE (c.if_revision IS NULL OR c.if_revision = p.revision) AND ${REVISIONS_KEPT} > 0
     ), dropped AS (
       DELETE FROM pass_revisions r USING wanted c
       WHERE r.pass_type = $1 AND r.serial_number = c.serial_number AND (c.if_revision IS NULL OR c.if_revision = c.known)
         AND c.known > ${REVISIONS_KEPT} AND r.revision <= c.known - ${REVISIONS_KEPT}
     ), changed AS (
       UPDATE passes p SET
         revision = p.revision + 1,
         modified_at = greatest($2::bigint, p.modified_at + 1),
         tag = c.tag,
         template_version = coalesce(c.template_version, p.template_version),
         input_values = coalesce(c.input_values, p.input_values),
         certificate_id = coalesce(c.certificate_id, p.certificate_id),
         voided = coalesce(c.voided, p.voided),
         expires_at = CASE WHEN c.sets_expiry THEN c.expires_at ELSE p.expires_at END,
         personalization = coalesce(c.personalization, p.personalization)
       FROM wanted c
       WHERE p.pass_type = $1 AND p.serial_number = c.serial_number AND (c.if_revision IS NULL OR c.if_revision = p.revision)
       RETURNING p.serial_number, p.revision, p.tag, p.modified_at, p.template_id
     )
     SELECT serial_number AS "serialNumber", NULL::bigint AS known, revision, tag, modified_at AS "modifiedAt",
       template_id AS "templateId", (
         SELECT o.source FROM pass_records o WHERE o.pass_type = $1 AND o.serial_number = changed.serial_number
       ) AS source FROM changed
     UNION ALL
     SELECT serial_number, known, NULL, tag, 0, NULL, NULL FROM wanted WHERE if_revision <> known`,
    [
      passType,
      Math.floor(now / 1000),
      changes.map(({ serialNumber }) => serialNumber),
      changes.map((_, index) => firstTag + index),
      changes.map(({ templateVersion }) => templateVersion ?? null),
      changes.map(({ values }) => values ?? null),
      changes.map(({ certificateId }) => certificateId ?? null),
      changes.map(({ voided }) => (voided === undefined ? null : Number(voided))),
      changes.map(({ expiresAt }) => expiresAt !== undefined),
      changes.map(({ expiresAt }) => expiresAt ?? null),
      changes.map(({ personalization }) => personalization ?? null),
      changes.map(({ ifRevision }) => ifRevision ?? null),
    ],
    "change_passes",
  );
  for (const { tag, templateId, source } of rows) {
    if (templateId !== null) subjects.set(tag, { passType, templateId, source: source ?? "" });
  }
  const bySerial = new Map(rows.map((row) => [row.serialNumber, row]));
  return changes.map(({ serialNumber }) => {
    const row = bySerial.get(serialNumber);
    if (row === undefined) return { kind: "unknown", serialNumber };
    const { revision, tag, modifiedAt, known } = row;
    if (revision === null) return { kind: "conflict", serialNumber, revision: known };
    return { kind: "changed", serialNumber, revision, tag, modifiedAt };
  });
}

/** Passes of a template after a serial number. */
export async function countTemplate(
  statements: Statements,
  { passTypeIdentifier, templateId, after }: OperationInput<"countTemplate">,
): Promise<number> {
  const [row] = await statements.query<{ readonly passes: number }>(
    "SELECT count(*) AS passes FROM passes WHERE pass_type = $1 AND template_id = $2 AND serial_number > $3",
    [passTypeIdentifier, templateId, after],
  );
  return row?.passes ?? 0;
}

/** The next passes of a template. */
export async function changeTemplatePart(
  statements: Statements,
  input: OperationInput<"changeTemplatePart">,
): Promise<OperationOutput<"changeTemplatePart">> {
  const { passTypeIdentifier, templateId, after, change, now, push, start, done, total } = input;
  const limit = STORAGE_LIMITS.rowsPerTransaction;
  const rows = await statements.query<{ readonly serialNumber: string }>(
    `SELECT serial_number AS "serialNumber" FROM passes
     WHERE pass_type = $1 AND template_id = $2 AND serial_number > $3 ORDER BY serial_number LIMIT $4`,
    [passTypeIdentifier, templateId, after, limit],
    "serials_of_template",
  );
  await changePasses(statements, {
    passTypeIdentifier,
    changes: rows.map(({ serialNumber }) => ({ ...change, serialNumber })),
    now,
    window: toPushWindow(push, start, { done, count: rows.length, total }),
  });
  return { changed: rows.length, last: rows.at(-1)?.serialNumber ?? after, isLast: rows.length < limit };
}
