import { setImmediate as breathe } from "node:timers/promises";
import { newestCertificate } from "../api/handlers/try-template.ts";
import type { TemplateShelf } from "../api/template-shelf.ts";
import type { SignerBook } from "../device-service/certificates.ts";
import type { Job, JobEntry, JobStepResult } from "../storage/jobs/jobs-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { JOB_LIMITS } from "./job-limits.ts";
import { planOf } from "./job-plan.ts";
import { planChange } from "./plan-change.ts";
import { readPasses, type RecordedPass } from "./read-passes.ts";
import { findWork, type SegmentWork } from "./segment-work.ts";
import { createValueChecks, type ValueChecks } from "./value-checks.ts";

/** What work on jobs needs. */
export interface JobSurroundings {
  readonly storage: Storage;
  readonly shelf: TemplateShelf;
  readonly webServiceURL: () => string;
  /** Of the installation, in hex. */
  readonly secret: string;
  readonly signers: SignerBook;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Tells the worker of this process that pushes are due. */
  readonly onPush: () => void;
}

/** Passes that were looked at, and what is to become of those that are meant. */
interface Look {
  readonly entries: readonly JobEntry[];
  readonly looked: number;
  readonly last: string;
  readonly isEnd: boolean;
}

/**
 * Goes on with a claimed job for a while: each step is a transaction that writes passes, their pushes, what became of them and how
 * far the job is, so that whoever goes on after a kill finds all of a step or nothing of it.
 *
 * @returns whether there is more to do, and the job is still this worker's.
 */
export async function workOnJob(
  surroundings: JobSurroundings,
  job: Job,
  { worker, signal }: { readonly worker: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const { storage, shelf, clock, onPush } = surroundings;
  const work = findWork(planOf(job));
  const checks = createValueChecks({ ...job, shelf, webServiceURL: surroundings.webServiceURL(), secret: surroundings.secret });
  const certificateId = newestCertificate(surroundings, job.passTypeIdentifier);
  const until = clock() + JOB_LIMITS.turnMs;
  let { position, cursor } = job;
  while (!signal.aborted && clock() < until) {
    const result = await step(surroundings, { job, position, cursor, worker, work, checks, certificateId });
    if (result.kind !== "done") return false;
    if (result.pushed) onPush();
    if (result.job.state !== "running") return false;
    ({ position, cursor } = result.job);
  }
  await storage.jobs.release({ worker, now: clock() });
  return true;
}

async function step(
  { storage, clock }: JobSurroundings,
  parts: {
    readonly job: Job;
    readonly position: number;
    readonly cursor: string;
    readonly worker: string;
    readonly work: SegmentWork;
    readonly checks: ValueChecks;
    readonly certificateId: string | undefined;
  },
): Promise<JobStepResult> {
  const { job, position, worker, work } = parts;
  let busy: ReadonlySet<string> = new Set();
  for (let tries = 1; ; tries += 1) {
    const look = await lookOn(storage, parts);
    const now = clock();
    const result = await storage.jobs.step({
      jobId: job.id,
      passTypeIdentifier: job.passTypeIdentifier,
      now,
      expected: position,
      position: position + look.looked,
      cursor: look.last,
      digest: "",
      entries: look.entries.map((entry) => (isBusy(entry, busy) ? giveUp(entry) : entry)),
      lease: { worker, until: now + JOB_LIMITS.leaseMs },
      ends: look.isEnd,
      push: work.push,
    });
    if (result.kind !== "stale") return result;
    // Somebody changed them in between: they are read again. Passes that never rest must not keep all others waiting.
    if (tries >= JOB_LIMITS.tries) busy = new Set([...busy, ...result.serialNumbers]);
  }
}

type Changing = Extract<JobEntry, { readonly kind: "change" }>;

function isBusy(entry: JobEntry, busy: ReadonlySet<string>): entry is Changing {
  return entry.kind === "change" && busy.has(entry.change.serialNumber);
}

function giveUp({ row, line, externalId, change }: Changing): JobEntry {
  const problem = { code: "revision-conflict", message: "The pass is changed by others all the time." };
  return { row, line, externalId, kind: "failed", serialNumber: change.serialNumber, problem };
}

/** Looks at the next passes until there is something to write, or enough was looked at to say so. */
async function lookOn(
  storage: Storage,
  parts: {
    readonly job: Job;
    readonly position: number;
    readonly cursor: string;
    readonly work: SegmentWork;
    readonly checks: ValueChecks;
    readonly certificateId: string | undefined;
  },
): Promise<Look> {
  const { job, position, work, checks, certificateId } = parts;
  const { passTypeIdentifier, templateId } = job;
  let looked = 0;
  let after = parts.cursor;
  for (;;) {
    const page = await readPasses(storage, { passTypeIdentifier, templateId, after });
    const meant = page.found
      .map((one, index) => ({ one, row: position + looked + index + 1 }))
      .filter(({ one: { pass, record } }) => work.isMeant(pass, record));
    await checks.prepare(
      meant.flatMap(({ one: { pass } }) => [pass.templateVersion, work.wish.templateVersion ?? pass.templateVersion]),
    );
    const entries: JobEntry[] = [];
    for (const [index, { one, row }] of meant.entries()) {
      entries.push(toEntry(one, row, work, { checkOf: checks.find, certificateId }));
      // Devices are answered in between.
      if (index % 100 === 99) await breathe();
    }
    looked += page.looked;
    after = page.last;
    if (entries.length > 0 || page.isEnd || looked >= JOB_LIMITS.lookedPerStep) {
      return { entries, looked, last: after, isEnd: page.isEnd };
    }
  }
}

function toEntry(
  { pass, record }: RecordedPass,
  row: number,
  work: SegmentWork,
  means: Parameters<typeof planChange>[2],
): JobEntry {
  const place = { row, line: null, externalId: record?.externalId ?? null };
  const planned = planChange(pass, work.wish, means);
  switch (planned.kind) {
    case "change":
      return { ...place, kind: "change", change: planned.change };
    case "unchanged":
      return { ...place, kind: "told", result: "unchanged", serialNumber: pass.serialNumber };
    case "failed":
      return { ...place, kind: "failed", serialNumber: pass.serialNumber, problem: planned.problem };
    default:
      return planned satisfies never;
  }
}
