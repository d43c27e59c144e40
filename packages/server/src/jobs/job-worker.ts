import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../logging/logger.ts";
import type { Job } from "../storage/jobs/jobs-storage.ts";
import { StorageError } from "../storage/storage-error.ts";
import { JOB_LIMITS } from "./job-limits.ts";
import { type JobSurroundings, workOnJob } from "./work-on-job.ts";

/** Goes on with jobs that need nobody to send rows, and takes away what was kept long enough. */
export interface JobWorker {
  start(): void;
  /** There is a job: look at once. Cheap. */
  wake(): void;
  /** Ends after the step that it is at, and gives the job back. */
  stop(): Promise<void>;
}

export interface JobWorkerOptions extends JobSurroundings {
  /** No other worker on the database has this name. */
  readonly worker: string;
  readonly log: Logger;
}

/** How often is looked for what is old enough to go. */
const TRIM_MS = 60_000;

/** So often may work on a job fail for a reason that is not the database's; then the job has failed. */
const FAILURES = 5;

/** Makes a worker; any number of them, in any number of processes, share the jobs of a database. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { storage, clock, worker, log } = options;
  const stopping = new AbortController();
  const failures = new Map<string, number>();
  let woken = Promise.withResolvers<undefined>();
  let loop: Promise<void> | undefined;
  let trimAt = 0;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = await attempt("jobs could not be claimed", () =>
        storage.jobs.claim({ worker, now: clock(), leaseMs: JOB_LIMITS.leaseMs }),
      );
      if (job === undefined) {
        await trim();
        await rest();
      } else await goOn(job);
    }
  }

  async function goOn(job: Job): Promise<void> {
    try {
      await workOnJob(options, job, { worker, signal: stopping.signal });
      failures.delete(job.id);
    } catch (error) {
      log.error("work on a job failed", { jobId: job.id, error });
      if (!(error instanceof StorageError)) await blame(job, error);
      await attempt("a job could not be given back", () => storage.jobs.release({ worker, now: clock() + JOB_LIMITS.restMs }));
      await rest();
    }
  }

  /** What fails again and again would be tried for ever. */
  async function blame(job: Job, error: unknown): Promise<void> {
    const count = (failures.get(job.id) ?? 0) + 1;
    failures.set(job.id, count);
    if (count < FAILURES) return;
    failures.delete(job.id);
    const problem = error instanceof Error ? error.message : String(error);
    await attempt("a job could not be ended", () =>
      storage.jobs.end({ id: job.id }, { now: clock(), expected: null, state: "failed", problem }),
    );
  }

  async function trim(): Promise<void> {
    if (clock() < trimAt) return;
    const hasMore = await attempt("old jobs could not be taken away", () => storage.jobs.trim({ now: clock() }));
    trimAt = hasMore === true ? 0 : clock() + TRIM_MS;
  }

  async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      log.error(what, { error });
      return undefined;
    }
  }

  async function rest(): Promise<void> {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, stopping.signal]);
    await Promise.race([sleep(JOB_LIMITS.restMs, undefined, { signal }).catch(() => undefined), woken.promise]);
    over.abort();
    woken = Promise.withResolvers();
  }

  return {
    start: () => {
      if (!stopping.signal.aborted) loop ??= run();
    },
    wake: () => woken.resolve(undefined),
    stop: async () => {
      stopping.abort();
      await loop;
      await attempt("jobs could not be given back", () => storage.jobs.release({ worker, now: clock() }));
    },
  };
}
