import type Database from "better-sqlite3";
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
import { afterRedeem, afterUndo, beforeRedeem, beforeUndo } from "../scans/scan-work.ts";
import { runShared, type SharedOperations } from "../shared-operations.ts";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { createQueryWriter } from "../tables.ts";
import type { Work } from "../work.ts";
import type { ConnectionSettings } from "./connect.ts";
import { createQueryRunner } from "./run-query.ts";
import { createJobPassWriter } from "./write-job-passes.ts";
import { createActivityWriter } from "./write-activity.ts";
import { createBarcodeWriter } from "./write-barcodes.ts";
import { createEventWriter } from "./write-events.ts";
import { createHolderWriter } from "./write-holders.ts";
import { createPassWriter } from "./write-passes.ts";
import { createPushWriter } from "./write-pushes.ts";
import { createRegistrationWriter } from "./write-registrations.ts";
import { createStatisticsWriter } from "./write-statistics.ts";
import { createTagWriter } from "./write-tags.ts";
import type { PushWindow } from "../push-window.ts";
import type { StorageOperations } from "../storage-operations.ts";
import type { PassChange } from "../storage.ts";

/** All that the writing thread can be asked, over its connection. Runs inside a transaction that the caller has begun. */
export function createWriterOperations(
  database: Database.Database,
  { revisionsKept }: Pick<ConnectionSettings, "revisionsKept">,
): StorageOperations {
  const queries = createQueryWriter("sqlite");
  const runQuery = createQueryRunner(database);
  const scans = compileScanQueries(queries, "sqlite");
  const tags = createTagWriter(database);
  const count = createStatisticsWriter(database);
  const activity = createActivityWriter(database);
  const holders = createHolderWriter(database);
  const addLogEntry = database.prepare(`
    INSERT INTO device_log (at, pass_type, serial_number, device_id, cause, text)
    VALUES (:at, :passTypeIdentifier, :serialNumber, :deviceLibraryIdentifier, :cause, :text)`);
  const trimLog = database.prepare<[number]>("DELETE FROM device_log WHERE id <= (SELECT max(id) FROM device_log) - ?");
  const personalizationState = database
    .prepare<[string, string], string>(
      `SELECT c.personalization FROM pass_versions v JOIN pass_contents c ON c.id = v.content_id
       WHERE v.pass_type = ? AND v.serial_number = ?`,
    )
    .pluck();
  const revisionOf = database
    .prepare<[string, string], number>("SELECT revision FROM pass_versions WHERE pass_type = ? AND serial_number = ?")
    .pluck();

  const take = <Result>(work: Work<Result>): Result => {
    let step = work.next([]);
    while (step.done !== true) step = work.next(runQuery(step.value));
    return step.value;
  };

  const events = createEventWriter(database, queries, take);
  const pushes = createPushWriter(database, { holders, activity, count, events });
  const barcodes = createBarcodeWriter(database);
  const passes = createPassWriter(database, {
    tags,
    pushes,
    count,
    barcodes,
    events,
    revisionsKept,
  });
  const jobPasses = createJobPassWriter(database, tags, passes);
  const changeOne = (
    passTypeIdentifier: string,
    change: PassChange,
    { now, window }: { readonly now: number; readonly window: PushWindow },
  ) => passes.change({ passTypeIdentifier, changes: [change], now, window });

  const shared = runShared(queries, (step) => (input: unknown) => take(step(input))) as unknown as SharedOperations;

  return {
    ...passes,
    ...shared,
    issue: (input) => {
      const early = take(beforeIssue(queries, input));
      if (early !== null) return early;
      const [pass] = passes.create({ passes: [input.pass], now: input.now, source: input.origin?.source ?? "" });
      if (pass === undefined) throw new StorageError("ERR_STORAGE_FAILED");
      return { kind: "created", pass };
    },
    amend: (input) => {
      const { passTypeIdentifier, change, now, window } = input;
      const { serialNumber } = change;
      if (take(isDeleted(queries, input))) return { kind: "unknown", serialNumber };
      const [result] = passes.change({ passTypeIdentifier, changes: [change], now, window });
      if (result?.kind === "changed") take(afterAmend(queries, input, result.revision));
      return result ?? { kind: "unknown", serialNumber };
    },
    createStep: (step) => {
      const begun = take(beforeStep(queries, step));
      if (begun.kind !== "taken") return begun;
      return take(afterStep(queries, step, jobPasses.create(step, begun.projectId)));
    },
    changeStep: (step) => {
      const serialNumbers = jobPasses.findStale(step);
      if (serialNumbers.length > 0) return { kind: "stale", serialNumbers };
      const begun = take(beforeStep(queries, step));
      if (begun.kind !== "taken") return begun;
      return take(afterStep(queries, step, jobPasses.change(step)));
    },
    redeem: (order) => {
      const found = take(beforeRedeem(scans, order));
      if (found.kind === "answer") return found.result;
      if (found.change !== null) changeOne(order.key.passTypeIdentifier, found.change, order);
      return take(afterRedeem(queries, scans, order, found.verdict));
    },
    undoScan: (order) => {
      const found = take(beforeUndo(queries, scans, order));
      if (found.kind === "answer") return found.result;
      if (found.change !== null) changeOne(order.passTypeIdentifier, found.change, order);
      return take(afterUndo(queries, scans, order, found));
    },
    indexBarcodes: (input) => barcodes.index(input),
    ...createRegistrationWriter(database, { tags, holders, activity, count, events }),
    noteActivity: activity.noteActivity,
    pruneActivity: activity.pruneActivity,
    claim: pushes.claim,
    record: pushes.record,
    writeLog: (entries) => {
      for (const entry of entries) addLogEntry.run(entry);
      trimLog.run(STORAGE_LIMITS.logEntriesKept);
    },
    setSetting: ({ name, value }) => {
      runQuery(writeSetting(queries, name, value));
    },
    claimSetting: ({ name, value }) => {
      runQuery(claimSetting(queries, name, value));
    },
    publish: (template) => {
      const [newest] = runQuery(newestTemplate(queries, template.templateId));
      if (newest?.digest === template.digest && newest.passTypeIdentifier === template.passTypeIdentifier) return newest;
      const { archive, ...rest } = template;
      const added = { ...rest, version: (newest?.version ?? 0) + 1 };
      runQuery(writeTemplate(queries, { ...added, archive }));
      return added;
    },
    personalize: ({ personalization, ifRevision, window, ...given }) => {
      const { passTypeIdentifier, serialNumber } = personalization;
      const state = personalizationState.get(passTypeIdentifier, serialNumber);
      if (state !== undefined && state !== "open") {
        return { kind: "conflict", serialNumber, revision: revisionOf.get(passTypeIdentifier, serialNumber) ?? 0 };
      }
      const [result] = passes.change({
        passTypeIdentifier,
        changes: [{ serialNumber, ifRevision, personalization: "done", ...given }],
        now: personalization.at,
        window,
      });
      if (result?.kind === "changed") runQuery(writePersonalization(queries, personalization));
      return result ?? { kind: "unknown", serialNumber };
    },
    erasePersonalization: (key) => (runQuery(erasePersonalization(queries, key)).length > 0 ? "erased" : "absent"),
    release: ({ worker, now }) => {
      runQuery(releasePushes(queries, worker, now));
    },
    hasten: ({ now, laterThan }) => {
      runQuery(hastenPushes(queries, now, laterThan));
    },
    pause: (options) => {
      runQuery(pausePassType(queries, options));
    },
    resume: (passTypeIdentifier) => {
      runQuery(resumePassType(queries, passTypeIdentifier));
    },
  };
}
