import { assertNewPasses, assertPassChange, assertPushTiming } from "../pass-input.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { recordsOf } from "../issuer/issuer-queries.ts";
import { jobOf, jobsOf, recordsByExternalIds, resultsOf, toJob } from "./jobs-queries.ts";
import { type JobEntry, type JobPass, type JobStore, JOB_STORAGE_LIMITS } from "./jobs-storage.ts";
import { isFailure, rowOfLine } from "./result-lines.ts";

/** Pieces of results that are read for one page: each is of a transaction. */
const PIECES = 20;

/** Jobs over a database. */
export function createJobStore(backend: StorageBackend): JobStore {
  const { queries } = backend;
  return {
    create: async (job, { audit }) => {
      const { id, projectId, passTypeIdentifier, templateId } = job;
      assertKeyTexts({ id, projectId, passTypeIdentifier, templateId });
      assertText("plan", job.plan);
      return backend.run("createJob", { job, audit });
    },
    find: async ({ id, projectId }) => {
      if (!isKeyText(id)) return undefined;
      const [row] = await backend.all(jobOf(queries, id));
      return row === undefined || row.projectId !== projectId ? undefined : toJob(row);
    },
    list: async (options) => {
      assertCount("Jobs", options.limit, JOB_STORAGE_LIMITS.jobsPerPage);
      return (await backend.all(jobsOf(queries, options))).map(toJob);
    },
    step: async (step) => {
      assertKeyTexts({ jobId: step.jobId, passTypeIdentifier: step.passTypeIdentifier });
      assertPushTiming(step.push);
      assertEntries(step.entries);
      const [first] = step.entries;
      const creates = step.entries.some(({ kind }) => kind === "create");
      if (first === undefined || !creates) return backend.run("changeStep", step);
      return backend.run("createStep", step);
    },
    act: async ({ id, projectId }, { action, now, audit }) =>
      isKeyText(id) ? backend.run("actOnJob", { id, projectId, action, now, audit }) : { kind: "absent" },
    end: async ({ id }, options) => backend.run("endJob", { id, ...options }),
    claim: (options) => backend.run("claimJob", options),
    release: (options) => backend.run("releaseJobs", options),
    results: async ({ jobId, after, limit, failuresOnly }) => {
      assertCount("Results", limit, JOB_STORAGE_LIMITS.resultsPerPage);
      const lines: string[] = [];
      const pieces = await backend.all(resultsOf(queries, { jobId, after, failuresOnly, pieces: PIECES }));
      for (const piece of pieces) {
        for (const line of piece.lines.split("\n")) {
          if (line === "" || rowOfLine(line) <= after || (failuresOnly && !isFailure(line))) continue;
          if (lines.length === limit) return { lines, next: rowOfLine(lines.at(-1) ?? "") };
          lines.push(line);
        }
      }
      return { lines, next: pieces.length === PIECES ? (pieces.at(-1)?.lastRow ?? null) : null };
    },
    passesOf: async (key, { serialNumbers, externalIds }) => {
      const { projectId, passTypeIdentifier, templateId } = key;
      assertCount("Passes of a call", serialNumbers.length + externalIds.length, STORAGE_LIMITS.rowsPerTransaction);
      const ids = externalIds.filter(isKeyText);
      const named =
        ids.length === 0 ? [] : await backend.all(recordsByExternalIds(queries, { projectId, templateId, externalIds: ids }));
      const wanted = [...new Set([...serialNumbers.filter(isKeyText), ...named.map(({ serialNumber }) => serialNumber)])];
      if (wanted.length === 0) return [];
      const [passes, records] = await Promise.all([
        backend.findMany(passTypeIdentifier, wanted),
        backend.all(recordsOf(queries, passTypeIdentifier, wanted)),
      ]);
      const bySerial = new Map(records.map((record) => [record.serialNumber, record]));
      return passes.flatMap((pass): JobPass[] => {
        const record = bySerial.get(pass.serialNumber);
        if (pass.templateId !== templateId || (record?.deletedAt ?? null) !== null) return [];
        return [{ pass, externalId: record?.externalId ?? null }];
      });
    },
    countPasses: async ({ passTypeIdentifier, templateId }) =>
      isKeyText(passTypeIdentifier) && isKeyText(templateId)
        ? backend.run("countTemplate", { passTypeIdentifier, templateId, after: "" })
        : 0,
    trim: (options) => backend.run("trimJobs", options),
  };
}

function assertEntries(entries: readonly JobEntry[]): void {
  const creates = entries.flatMap((entry) => (entry.kind === "create" ? [entry.pass] : []));
  const changes = entries.flatMap((entry) => (entry.kind === "change" ? [entry.change] : []));
  assertCount("Rows of a step", creates.length + changes.length, STORAGE_LIMITS.rowsPerTransaction);
  assertNewPasses(creates);
  for (const change of changes) {
    assertKeyTexts({ serialNumber: change.serialNumber });
    assertPassChange(change);
  }
  for (const { kind, externalId } of entries) if (kind === "create" && externalId !== null) assertKeyTexts({ externalId });
}
