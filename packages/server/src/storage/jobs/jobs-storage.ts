import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { NewPass, PassChange, PushTiming, StoredPass } from "../storage.ts";

/**
 * What a job does: makes passes or changes passes row by row as somebody sends them, changes all passes that a question finds, or
 * takes all passes of a template to another version of it.
 */
export type JobKind = "create" | "update" | "segment" | "roll-out";

/**
 * How far a job is. `open`: takes rows; `running`: a worker goes on with it; `paused`: neither, until it is resumed; the others
 * are ends.
 */
export type JobState = "open" | "running" | "paused" | "finished" | "cancelled" | "failed";

/** Ends: nothing changes such a job any more. */
export const ENDED_STATES: ReadonlySet<JobState> = new Set(["finished", "cancelled", "failed"]);

/** Bulk work on the passes of one template, and how far it is. All times in epoch ms. */
export interface Job {
  readonly id: string;
  readonly projectId: string;
  readonly passTypeIdentifier: string;
  readonly templateId: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** What is to be done, as JSON text. */
  readonly plan: string;
  /** The API key that asked for it. */
  readonly actor: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly endedAt: number | null;
  /** Counts up with each change of the job. */
  readonly version: number;
  /** Rows that are done: of rows that are sent, those up to this number; else passes that were looked at. */
  readonly position: number;
  /** Where a worker goes on: the serial number that it looked at last. */
  readonly cursor: string;
  /** Digest of the row at `position`, to know the same rows again; "" where nobody gave one. */
  readonly digest: string;
  /** How many rows or passes there are; null when nobody knows. */
  readonly total: number | null;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Why the job failed or was cancelled by the server, in words; else null. */
  readonly problem: string | null;
}

/** Why a row came to nothing. */
export interface JobRowProblem {
  /** Name of a problem of the API. */
  readonly code: string;
  readonly message: string;
}

/** One row of a step, and what is to become of it. */
export type JobEntry = {
  /** Counts from 1 over the whole job. */
  readonly row: number;
  /** Of the body that it came in; null for passes that a worker found. */
  readonly line: number | null;
  readonly externalId: string | null;
} & (
  | { readonly kind: "create"; readonly pass: NewPass }
  | { readonly kind: "change"; readonly change: PassChange & { readonly ifRevision: number } }
  /** Nothing is left to do: the pass was like this, or an earlier row of the step brings this change along. */
  | { readonly kind: "told"; readonly result: "changed" | "unchanged"; readonly serialNumber: string }
  | { readonly kind: "failed"; readonly serialNumber: string | null; readonly problem: JobRowProblem }
);

/** The next rows of a job, written together with how far it is. */
export interface JobStep {
  readonly jobId: string;
  readonly passTypeIdentifier: string;
  readonly now: number;
  /** Where the job must be for this step to be the next one. */
  readonly expected: number;
  readonly position: number;
  readonly cursor: string;
  readonly digest: string;
  readonly entries: readonly JobEntry[];
  /** The worker that must hold the job, and until when it goes on to; null for rows that are sent. */
  readonly lease: { readonly worker: string; readonly until: number } | null;
  /** The last step: the job is finished with it. */
  readonly ends: boolean;
  /** Of changes: when devices are told. A time that pushes are spread over begins with each step. */
  readonly push: PushTiming;
}

/** What became of a step. Only `done` wrote anything. */
export type JobStepResult =
  | { readonly kind: "done"; readonly job: Job; readonly pushed: boolean }
  /** The job is elsewhere: somebody did these rows before. */
  | { readonly kind: "moved"; readonly job: Job }
  /** Paused, ended, or another worker has it. */
  | { readonly kind: "stopped"; readonly job: Job }
  /** A pass was changed since it was read: look again. */
  | { readonly kind: "stale"; readonly serialNumbers: readonly string[] }
  | { readonly kind: "absent" };

export type JobAction = "pause" | "resume" | "cancel";

/** What became of an order; `refused`: the job has ended, or is no such job any more. */
export type JobActionResult =
  | { readonly kind: "done"; readonly job: Job }
  | { readonly kind: "refused"; readonly job: Job }
  | { readonly kind: "absent" };

/** A new job. */
export type NewJob = Pick<
  Job,
  "id" | "projectId" | "passTypeIdentifier" | "templateId" | "kind" | "plan" | "actor" | "createdAt" | "total"
>;

export const JOB_STORAGE_LIMITS = {
  /** Jobs of a page. */
  jobsPerPage: 200,
  /** Result rows of a page. */
  resultsPerPage: 5000,
  /** How long what became of each row is kept after the end of a job. */
  resultsKeptMs: 7 * 86_400_000,
  /** How long a job is kept after its end. */
  jobsKeptMs: 90 * 86_400_000,
  /** A job that takes rows and got none for so long is cancelled. */
  silentMs: 7 * 86_400_000,
  /** Pieces of results that one turn of trimming takes away. */
  trimmedAtOnce: 200,
} as const;

/** What rows name a pass by. */
export interface JobPassWish {
  readonly serialNumbers: readonly string[];
  readonly externalIds: readonly string[];
}

/** Passes of a template, by both names that rows may have for them. */
export interface JobPass {
  readonly pass: StoredPass;
  readonly externalId: string | null;
}

/** Bulk work that must not be lost: each job is a row, and what it did is written in the transactions that did it. */
export interface JobStore {
  create(job: NewJob, options: { readonly audit: AuditEntry }): Promise<Job>;
  find(key: { readonly id: string; readonly projectId: string }): Promise<Job | undefined>;
  /** Newest first. */
  list(options: {
    readonly projectId: string;
    readonly state?: JobState;
    readonly kind?: JobKind;
    readonly before?: string;
    readonly limit: number;
  }): Promise<readonly Job[]>;
  /** Writes the next rows of a job, at most `STORAGE_LIMITS.rowsPerTransaction` of them that change anything, or none of them. */
  step(step: JobStep): Promise<JobStepResult>;
  act(
    key: { readonly id: string; readonly projectId: string },
    options: { readonly action: JobAction; readonly now: number; readonly audit: AuditEntry },
  ): Promise<JobActionResult>;
  /** Ends a job that takes rows, or one that cannot go on; `moved` unless it is at `expected`. */
  end(
    key: { readonly id: string },
    options: {
      readonly now: number;
      readonly expected: number | null;
      readonly state: "finished" | "failed";
      readonly problem: string | null;
    },
  ): Promise<JobStepResult>;
  /** Takes a job that is due, for so long; of several the one that waits longest. */
  claim(options: { readonly worker: string; readonly now: number; readonly leaseMs: number }): Promise<Job | undefined>;
  /** Gives a job back, for others to go on with. */
  release(options: { readonly worker: string; readonly now: number }): Promise<void>;
  /** Lines of NDJSON, in the order of rows. `next` is null at the end of what there is now. */
  results(options: {
    readonly jobId: string;
    readonly after: number;
    readonly limit: number;
    readonly failuresOnly: boolean;
  }): Promise<{ readonly lines: readonly string[]; readonly next: number | null }>;
  /** Passes of a template that rows name; deleted ones are not there. */
  passesOf(
    key: { readonly projectId: string; readonly passTypeIdentifier: string; readonly templateId: string },
    wish: JobPassWish,
  ): Promise<readonly JobPass[]>;
  /** How many passes a template has. */
  countPasses(key: { readonly passTypeIdentifier: string; readonly templateId: string }): Promise<number>;
  /** Takes away what was kept long enough, a little at a time; true when there is more. */
  trim(options: { readonly now: number }): Promise<boolean>;
}
