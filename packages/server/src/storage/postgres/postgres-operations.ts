import type { Kysely } from "kysely";
import {
  claimSetting,
  erasePersonalization,
  hastenPushes,
  newestTemplate,
  pausePassType,
  releasePushes,
  resumePassType,
  writePersonalization,
  writeSetting,
  writeTemplate,
} from "../plain-queries.ts";
import { afterAmend, beforeIssue, isDeleted } from "../issuer/issuer-work.ts";
import { afterStep, beforeStep } from "../jobs/jobs-work.ts";
import { compileScanQueries } from "../scans/scan-queries.ts";
import { afterRedeem, afterUndo, beforeRedeem, beforeUndo, mayChangePass } from "../scans/scan-work.ts";
import { runShared, type SharedOperations } from "../shared-operations.ts";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import type { OperationInput, OperationName, OperationOutput } from "../storage-operations.ts";
import type { DeviceLogEntry } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { Statements } from "./connection.ts";
import { indexBarcodes } from "./postgres-barcodes.ts";
import { changeJobPasses, createJobPasses, findStale } from "./postgres-job-passes.ts";
import { noteActivity, pruneActivity } from "./postgres-activity.ts";
import { takeSteps as take } from "./postgres-events.ts";
import { changePasses, changeTemplatePart, countTemplate, createPasses } from "./postgres-passes.ts";
import { claimPushes, recordPushes } from "./postgres-pushes.ts";
import { register, unregister } from "./postgres-registrations.ts";
import { lockTags } from "./postgres-tags.ts";
import { runQuery } from "./run-query.ts";

/** All that is written on PostgreSQL, each in a transaction that the caller has begun. */
export type PostgresOperations = {
  readonly [Name in OperationName]: (statements: Statements, input: OperationInput<Name>) => Promise<OperationOutput<Name>>;
};

export function createPostgresOperations(queries: Kysely<Tables>): PostgresOperations {
  const scans = compileScanQueries(queries, "postgres");
  const shared = runShared(
    queries,
    (step) => (statements: Statements, input: unknown) => take(statements, step(input)),
  ) as unknown as Pick<PostgresOperations, keyof SharedOperations>;
  return {
    ...shared,
    issue: async (statements, input) => {
      const early = await take(statements, beforeIssue(queries, input));
      if (early !== null) return early;
      const [pass] = await createPasses(statements, {
        passes: [input.pass],
        now: input.now,
        source: input.origin?.source ?? "",
      });
      if (pass === undefined) throw new StorageError("ERR_STORAGE_FAILED");
      return { kind: "created", pass };
    },
    amend: async (statements, input) => {
      const { passTypeIdentifier, change, now, window } = input;
      const { serialNumber } = change;
      // Before it is asked whether the pass is deleted: another that deletes it meanwhile is waited for.
      await lockTags(statements, passTypeIdentifier);
      if (await take(statements, isDeleted(queries, input))) return { kind: "unknown", serialNumber };
      const [result] = await changePasses(statements, { passTypeIdentifier, changes: [change], now, window });
      if (result?.kind === "changed") await take(statements, afterAmend(queries, input, result.revision));
      return result ?? { kind: "unknown", serialNumber };
    },
    createStep: async (statements, step) => {
      // Before records and tags: of two that send the same rows one waits here, and finds them done.
      const begun = await take(statements, beforeStep(queries, step));
      if (begun.kind !== "taken") return begun;
      const outcomes = await createJobPasses(statements, step, begun.projectId);
      return take(statements, afterStep(queries, step, outcomes));
    },
    changeStep: async (statements, step) => {
      if (step.entries.some(({ kind }) => kind === "change")) {
        // Every writer of these passes waits here, so that what is found is still so when it is written.
        await lockTags(statements, step.passTypeIdentifier);
        const serialNumbers = await findStale(statements, step);
        if (serialNumbers.length > 0) return { kind: "stale", serialNumbers };
      }
      const begun = await take(statements, beforeStep(queries, step));
      if (begun.kind !== "taken") return begun;
      return take(statements, afterStep(queries, step, await changeJobPasses(statements, step)));
    },
    redeem: async (statements, order) => {
      const { passTypeIdentifier } = order.key;
      // Before the row of the pass's uses, as everybody who changes passes does: two that waited for each other would never end.
      if (mayChangePass(order)) await lockTags(statements, passTypeIdentifier);
      const found = await take(statements, beforeRedeem(scans, order));
      if (found.kind === "answer") return found.result;
      const { now, window } = order;
      if (found.change !== null) await changePasses(statements, { passTypeIdentifier, changes: [found.change], now, window });
      return take(statements, afterRedeem(queries, scans, order, found.verdict));
    },
    undoScan: async (statements, order) => {
      const { passTypeIdentifier, now, window } = order;
      await lockTags(statements, passTypeIdentifier);
      const found = await take(statements, beforeUndo(queries, scans, order));
      if (found.kind === "answer") return found.result;
      if (found.change !== null) await changePasses(statements, { passTypeIdentifier, changes: [found.change], now, window });
      return take(statements, afterUndo(queries, scans, order, found));
    },
    create: createPasses,
    change: changePasses,
    countTemplate,
    changeTemplatePart,
    register,
    unregister,
    noteActivity,
    pruneActivity,
    claim: claimPushes,
    record: recordPushes,
    writeLog,
    setSetting: async (statements, { name, value }) => {
      await runQuery(statements, writeSetting(queries, name, value));
    },
    claimSetting: async (statements, { name, value }) => {
      await runQuery(statements, claimSetting(queries, name, value));
    },
    publish: async (statements, template) => {
      const [newest] = await runQuery(statements, newestTemplate(queries, template.templateId));
      if (newest?.digest === template.digest && newest.passTypeIdentifier === template.passTypeIdentifier) return newest;
      const { archive, ...rest } = template;
      const added = { ...rest, version: (newest?.version ?? 0) + 1 };
      // Where another has published meanwhile the key exists, and the transaction is run again.
      await runQuery(statements, writeTemplate(queries, { ...added, archive }));
      return added;
    },
    indexBarcodes,
    personalize: async (statements, { personalization, ifRevision, window, ...given }) => {
      const { passTypeIdentifier, serialNumber, at: now } = personalization;
      await lockTags(statements, passTypeIdentifier);
      const [pass] = await statements.query<{ readonly personalization: string; readonly revision: number }>(
        "SELECT personalization, revision FROM passes WHERE pass_type = $1 AND serial_number = $2",
        [passTypeIdentifier, serialNumber],
      );
      if (pass !== undefined && pass.personalization !== "open") {
        return { kind: "conflict", serialNumber, revision: pass.revision };
      }
      const change = { serialNumber, ifRevision, personalization: "done", ...given } as const;
      const [result] = await changePasses(statements, { passTypeIdentifier, changes: [change], now, window });
      if (result?.kind === "changed") await runQuery(statements, writePersonalization(queries, personalization));
      return result ?? { kind: "unknown", serialNumber };
    },
    erasePersonalization: async (statements, key) =>
      (await runQuery(statements, erasePersonalization(queries, key))).length > 0 ? "erased" : "absent",
    release: async (statements, { worker, now }) => {
      await runQuery(statements, releasePushes(queries, worker, now));
    },
    hasten: async (statements, { now, laterThan }) => {
      await runQuery(statements, hastenPushes(queries, now, laterThan));
    },
    pause: async (statements, options) => {
      await runQuery(statements, pausePassType(queries, options));
    },
    resume: async (statements, passTypeIdentifier) => {
      await runQuery(statements, resumePassType(queries, passTypeIdentifier));
    },
  };
}

async function writeLog(statements: Statements, entries: readonly DeviceLogEntry[]): Promise<void> {
  await statements.query(
    `INSERT INTO device_log (at, pass_type, serial_number, device_id, cause, text)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      entries.map(({ at }) => at),
      entries.map(({ passTypeIdentifier }) => passTypeIdentifier),
      entries.map(({ serialNumber }) => serialNumber),
      entries.map(({ deviceLibraryIdentifier }) => deviceLibraryIdentifier),
      entries.map(({ cause }) => cause),
      entries.map(({ text }) => text),
    ],
    "write_log",
  );
  await statements.query(
    "DELETE FROM device_log WHERE id <= (SELECT max(id) FROM device_log) - $1::bigint",
    [STORAGE_LIMITS.logEntriesKept],
    "trim_log",
  );
}
