import type { Kysely } from "kysely";
import { addAudit } from "../issuer/issuer-queries.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { Tables } from "../tables.ts";
import { recordEvents } from "../webhooks/record-events.ts";
import { rowsOf, type StepsOf, type Work } from "../work.ts";
import {
  addJob,
  addResults,
  countStep,
  dropJobs,
  dropResults,
  dueJobs,
  firstState,
  jobOf,
  jobsEndedBefore,
  leaseJob,
  releaseJobs,
  resultsEndedBefore,
  setState,
  silentJobs,
  takeStep,
  toJob,
} from "./jobs-queries.ts";
import {
  ENDED_STATES,
  type Job,
  type JobAction,
  type JobActionResult,
  JOB_STORAGE_LIMITS,
  type JobState,
  type JobStep,
  type JobStepResult,
  type NewJob,
} from "./jobs-storage.ts";
import { type RowOutcome, summariseRows } from "./result-lines.ts";

/** All that is written of jobs and is alike in both databases. */
export interface JobOperations {
  readonly createJob: (input: { readonly job: NewJob; readonly audit: AuditEntry }) => Job;
  readonly actOnJob: (input: {
    readonly id: string;
    readonly projectId: string;
    readonly action: JobAction;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => JobActionResult;
  readonly endJob: (input: JobEnd) => JobStepResult;
  readonly claimJob: (input: { readonly worker: string; readonly now: number; readonly leaseMs: number }) => Job | undefined;
  readonly releaseJobs: (input: { readonly worker: string; readonly now: number }) => void;
  readonly trimJobs: (input: { readonly now: number }) => boolean;
}

/** Operations of which the passes themselves are written by each database in its own way. */
export interface JobStepOperations {
  /** Makes passes. */
  readonly createStep: (step: JobStep) => JobStepResult;
  /** Changes passes. */
  readonly changeStep: (step: JobStep) => JobStepResult;
}

interface JobEnd {
  readonly id: string;
  readonly now: number;
  readonly state: "finished" | "cancelled" | "failed";
  readonly problem: string | null;
  /** Where the job must be; null: anywhere. */
  readonly expected: number | null;
}

const UNENDED: readonly JobState[] = ["open", "running", "paused"];

/** Where every job ends, whatever ends it; whoever has to be told of it is told here. */
function* endJob(queries: Kysely<Tables>, { id, now, state, problem, expected }: JobEnd): Work<Job | undefined> {
  const [row] = yield* rowsOf(setState(queries, { id, from: UNENDED, to: state, now, due: null, ends: true, problem, expected }));
  if (row === undefined) return undefined;
  const job = toJob(row);
  const { passTypeIdentifier, templateId } = job;
  yield* recordEvents(queries, {
    owner: { passTypeIdentifier },
    type: "job.finished",
    at: now,
    events: () => [{ data: { job: toEventData(job) }, templateId }],
  });
  return job;
}

/** What webhooks are told of a job that has ended. */
function toEventData({
  id,
  kind,
  state,
  passTypeIdentifier,
  templateId,
  total,
  created,
  changed,
  unchanged,
  failed,
  problem,
}: Job) {
  return { id, kind, state, passTypeIdentifier, templateId, total, created, changed, unchanged, failed, problem };
}

/** What an order asks for: from which states, and to which. */
function movesOf(action: JobAction, { kind }: Job): { readonly from: readonly JobState[]; readonly to: JobState } {
  switch (action) {
    case "pause":
      return { from: ["open", "running"], to: "paused" };
    case "resume":
      return { from: ["paused"], to: firstState(kind) };
    case "cancel":
      return { from: UNENDED, to: "cancelled" };
    default:
      return action satisfies never;
  }
}

/** The steps of each operation. */
export function jobSteps(queries: Kysely<Tables>): StepsOf<JobOperations> {
  return {
    *createJob({ job, audit }) {
      const [row] = yield* rowsOf(addJob(queries, job));
      yield addAudit(queries, audit);
      if (row === undefined) throw new Error("a job that was written is not there");
      return toJob(row);
    },
    *actOnJob({ id, projectId, action, now, audit }) {
      const job = yield* findJob(queries, id);
      if (job === undefined || job.projectId !== projectId) return { kind: "absent" };
      const { from, to } = movesOf(action, job);
      // Asked for a second time, it is as it should be.
      if (job.state === to) {
        yield addAudit(queries, audit);
        return { kind: "done", job };
      }
      const done =
        action === "cancel"
          ? yield* endJob(queries, { id, now, state: "cancelled", problem: null, expected: null })
          : (yield* rowsOf(
              setState(queries, { id, from, to, now, due: to === "running" ? now : null, ends: false, problem: null }),
            )).map(toJob)[0];
      if (done === undefined) return { kind: "refused", job: (yield* findJob(queries, id)) ?? job };
      yield addAudit(queries, audit);
      return { kind: "done", job: done };
    },
    *endJob(end) {
      const job = yield* endJob(queries, end);
      if (job !== undefined) return { kind: "done", job, pushed: false };
      const known = yield* findJob(queries, end.id);
      if (known === undefined) return { kind: "absent" };
      return ENDED_STATES.has(known.state) ? { kind: "stopped", job: known } : { kind: "moved", job: known };
    },
    *claimJob({ worker, now, leaseMs }) {
      for (const { id, dueAt } of yield* rowsOf(dueJobs(queries, now))) {
        const [row] = yield* rowsOf(leaseJob(queries, { id, dueAt, worker, until: now + leaseMs }));
        if (row !== undefined) return toJob(row);
      }
      return undefined;
    },
    *releaseJobs({ worker, now }) {
      yield releaseJobs(queries, worker, now);
    },
    *trimJobs({ now }) {
      const { jobsKeptMs, resultsKeptMs, silentMs, trimmedAtOnce } = JOB_STORAGE_LIMITS;
      for (const { id } of yield* rowsOf(silentJobs(queries, now - silentMs))) {
        yield* endJob(queries, { id, now, state: "cancelled", problem: "No rows came for a week.", expected: null });
      }
      const pieces = new Map<string, number[]>();
      let count = 0;
      for (const { jobId, lastRow } of yield* rowsOf(resultsEndedBefore(queries, now - resultsKeptMs))) {
        pieces.set(jobId, [...(pieces.get(jobId) ?? []), lastRow]);
        count += 1;
      }
      for (const [jobId, lastRows] of pieces) yield dropResults(queries, jobId, lastRows);
      const old = yield* rowsOf(jobsEndedBefore(queries, now - jobsKeptMs));
      // Results first: without their job nothing would find them.
      if (count < trimmedAtOnce && old.length > 0) {
        yield dropJobs(
          queries,
          old.map(({ id }) => id),
        );
      }
      return count === trimmedAtOnce || old.length > 0;
    },
  };
}

function* findJob(queries: Kysely<Tables>, id: string): Work<Job | undefined> {
  return (yield* rowsOf(jobOf(queries, id))).map(toJob)[0];
}

/** A step whose place was taken, or why it was not. */
export type BegunStep = { readonly kind: "taken"; readonly projectId: string } | Exclude<JobStepResult, { readonly kind: "done" }>;

/** Takes the place of a step; says why where the job is not there. */
export function* beforeStep(queries: Kysely<Tables>, step: JobStep): Work<BegunStep> {
  const [taken] = yield* rowsOf(takeStep(queries, step));
  if (taken !== undefined) return { kind: "taken", projectId: taken.projectId };
  const job = yield* findJob(queries, step.jobId);
  if (job === undefined) return { kind: "absent" };
  const isGoing = job.state === (step.lease === null ? "open" : "running");
  return isGoing && job.position !== step.expected ? { kind: "moved", job } : { kind: "stopped", job };
}

/** Writes what became of the rows, and ends the job with its last step. */
export function* afterStep(
  queries: Kysely<Tables>,
  step: JobStep,
  outcomes: readonly RowOutcome[],
): Work<Extract<JobStepResult, { readonly kind: "done" }>> {
  const { jobId, entries, now } = step;
  const outcome = summariseRows(entries.map((entry, index) => ({ entry, outcome: outcomes[index] ?? missingOutcome(index) })));
  const last = entries.at(-1);
  if (last !== undefined) {
    yield addResults(queries, { jobId, lastRow: last.row, hasFailed: outcome.failed > 0, lines: outcome.lines });
  }
  const [row] = yield* rowsOf(countStep(queries, jobId, outcome));
  const ended = step.ends
    ? yield* endJob(queries, { id: jobId, now, state: "finished", problem: null, expected: null })
    : undefined;
  if (row === undefined) throw new Error("a job in the middle of a step is not there");
  return { kind: "done", job: ended ?? toJob(row), pushed: outcome.changed > 0 && step.push.kind !== "none" };
}

function missingOutcome(index: number): never {
  throw new Error(`row ${index} of a step came to nothing`);
}
