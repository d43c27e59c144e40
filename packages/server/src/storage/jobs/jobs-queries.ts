import type { CompiledQuery, Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { StepOutcome } from "./result-lines.ts";
import { type Job, type JobKind, type JobState, type JobStep, JOB_STORAGE_LIMITS, type NewJob } from "./jobs-storage.ts";

type Database = Kysely<Tables>;

const JOB_COLUMNS = [
  "id",
  "project_id as projectId",
  "pass_type as passTypeIdentifier",
  "template_id as templateId",
  "kind",
  "state",
  "plan",
  "actor",
  "created_at as createdAt",
  "updated_at as updatedAt",
  "ended_at as endedAt",
  "version",
  "position",
  "cursor_text as cursor",
  "digest",
  "total",
  "created",
  "changed",
  "unchanged",
  "failed",
  "problem",
] as const;

/** A job as it is stored: kind and state are texts there. */
export type JobRow = Omit<Job, "kind" | "state"> & { readonly kind: string; readonly state: string };

export function toJob(row: JobRow): Job {
  return { ...row, kind: row.kind as JobKind, state: row.state as JobState };
}

/** Where a kind of job begins: waiting for rows, or for a worker. */
export function firstState(kind: JobKind): JobState {
  return kind === "create" || kind === "update" ? "open" : "running";
}

export function addJob(database: Database, job: NewJob): CompiledQuery<JobRow> {
  const state = firstState(job.kind);
  return database
    .insertInto("jobs")
    .values({
      id: job.id,
      project_id: job.projectId,
      pass_type: job.passTypeIdentifier,
      template_id: job.templateId,
      kind: job.kind,
      state,
      plan: job.plan,
      actor: job.actor,
      created_at: job.createdAt,
      updated_at: job.createdAt,
      ended_at: null,
      version: 1,
      position: 0,
      cursor_text: "",
      digest: "",
      total: job.total,
      created: 0,
      changed: 0,
      unchanged: 0,
      failed: 0,
      problem: null,
      due_at: state === "running" ? job.createdAt : null,
      leased_by: null,
    })
    .returning(JOB_COLUMNS)
    .compile();
}

export const jobOf = (database: Database, id: string): CompiledQuery<JobRow> =>
  database.selectFrom("jobs").where("id", "=", id).select(JOB_COLUMNS).compile();

export function jobsOf(
  database: Database,
  options: {
    readonly projectId: string;
    readonly state?: JobState;
    readonly kind?: JobKind;
    readonly before?: string;
    readonly limit: number;
  },
): CompiledQuery<JobRow> {
  let query = database.selectFrom("jobs").where("project_id", "=", options.projectId);
  if (options.state !== undefined) query = query.where("state", "=", options.state);
  if (options.kind !== undefined) query = query.where("kind", "=", options.kind);
  if (options.before !== undefined) query = query.where("id", "<", options.before);
  return query.orderBy("id", "desc").limit(options.limit).select(JOB_COLUMNS).compile();
}

/** Takes the place of a step, or nothing where the job is not where the step begins: this row is what others wait for. */
export function takeStep(database: Database, step: JobStep): CompiledQuery<JobRow> {
  const { lease } = step;
  const update = database
    .updateTable("jobs")
    .set((job) => ({
      position: step.position,
      cursor_text: step.cursor,
      digest: step.digest,
      updated_at: step.now,
      version: job("version", "+", 1),
      ...(lease !== null && { due_at: lease.until }),
    }))
    .where("id", "=", step.jobId)
    .where("position", "=", step.expected);
  const held =
    lease === null
      ? update.where("state", "=", "open")
      : update.where("state", "=", "running").where("leased_by", "=", lease.worker);
  return held.returning(JOB_COLUMNS).compile();
}

export const countStep = (database: Database, id: string, counts: StepOutcome): CompiledQuery<JobRow> =>
  database
    .updateTable("jobs")
    .set((job) => ({
      created: job("created", "+", counts.created),
      changed: job("changed", "+", counts.changed),
      unchanged: job("unchanged", "+", counts.unchanged),
      failed: job("failed", "+", counts.failed),
    }))
    .where("id", "=", id)
    .returning(JOB_COLUMNS)
    .compile();

export const addResults = (
  database: Database,
  results: { readonly jobId: string; readonly lastRow: number; readonly hasFailed: boolean; readonly lines: string },
): CompiledQuery =>
  database
    .insertInto("job_results")
    .values({ job_id: results.jobId, last_row: results.lastRow, failed: results.hasFailed ? 1 : 0, lines: results.lines })
    .compile();

export function setState(
  database: Database,
  change: {
    readonly id: string;
    readonly from: readonly JobState[];
    readonly to: JobState;
    readonly now: number;
    /** When a worker may take it. */
    readonly due: number | null;
    readonly ends: boolean;
    readonly problem: string | null;
    readonly expected?: number | null;
  },
): CompiledQuery<JobRow> {
  let query = database
    .updateTable("jobs")
    .set((job) => ({
      state: change.to,
      updated_at: change.now,
      version: job("version", "+", 1),
      due_at: change.due,
      leased_by: null,
      ...(change.ends && { ended_at: change.now }),
      ...(change.problem !== null && { problem: change.problem }),
    }))
    .where("id", "=", change.id)
    .where("state", "in", change.from);
  if (change.expected !== undefined && change.expected !== null) query = query.where("position", "=", change.expected);
  return query.returning(JOB_COLUMNS).compile();
}

/** Jobs that a worker may take, the one that waits longest first. */
export const dueJobs = (database: Database, now: number) =>
  database.selectFrom("jobs").where("due_at", "<=", now).orderBy("due_at").limit(20).select(["id", "due_at as dueAt"]).compile();

/** Takes a job unless another worker was first: then the time is another. */
export const leaseJob = (
  database: Database,
  lease: { readonly id: string; readonly dueAt: number | null; readonly worker: string; readonly until: number },
): CompiledQuery<JobRow> =>
  database
    .updateTable("jobs")
    .set({ due_at: lease.until, leased_by: lease.worker })
    .where("id", "=", lease.id)
    .where("due_at", "=", lease.dueAt)
    .where("state", "=", "running")
    .returning(JOB_COLUMNS)
    .compile();

export const releaseJobs = (database: Database, worker: string, now: number): CompiledQuery =>
  database.updateTable("jobs").set({ leased_by: null, due_at: now }).where("leased_by", "=", worker).compile();

/** Pieces of results from a row on. */
export function resultsOf(
  database: Database,
  options: { readonly jobId: string; readonly after: number; readonly failuresOnly: boolean; readonly pieces: number },
) {
  let query = database.selectFrom("job_results").where("job_id", "=", options.jobId).where("last_row", ">", options.after);
  if (options.failuresOnly) query = query.where("failed", "=", 1);
  return query.orderBy("last_row").limit(options.pieces).select(["last_row as lastRow", "lines"]).compile();
}

/** Jobs whose end, or whose last row, is longer ago than that. */
export const jobsEndedBefore = (database: Database, before: number) =>
  database.selectFrom("jobs").where("ended_at", "<", before).orderBy("ended_at").limit(20).select("id").compile();

export const silentJobs = (database: Database, before: number) =>
  database
    .selectFrom("jobs")
    .where("ended_at", "is", null)
    .where("state", "in", ["open", "paused"])
    .where("kind", "in", ["create", "update"])
    .where("updated_at", "<", before)
    .limit(20)
    .select("id")
    .compile();

/** Rows of results that are old enough to go; found by their jobs. */
export const resultsEndedBefore = (database: Database, before: number) =>
  database
    .selectFrom("jobs as j")
    .innerJoin("job_results as r", "r.job_id", "j.id")
    .where("j.ended_at", "<", before)
    .orderBy("j.ended_at")
    .limit(JOB_STORAGE_LIMITS.trimmedAtOnce)
    .select(["r.job_id as jobId", "r.last_row as lastRow"])
    .compile();

export const dropResults = (database: Database, jobId: string, lastRows: readonly number[]): CompiledQuery =>
  database.deleteFrom("job_results").where("job_id", "=", jobId).where("last_row", "in", lastRows).compile();

export const dropJobs = (database: Database, ids: readonly string[]): CompiledQuery =>
  database.deleteFrom("jobs").where("id", "in", ids).compile();

/** Records by external ids. */
export const recordsByExternalIds = (
  database: Database,
  options: { readonly projectId: string; readonly templateId: string; readonly externalIds: readonly string[] },
) =>
  database
    .selectFrom("pass_records")
    .where("project_id", "=", options.projectId)
    .where("template_id", "=", options.templateId)
    .where("external_id", "in", options.externalIds)
    .select(["serial_number as serialNumber", "external_id as externalId", "deleted_at as deletedAt"])
    .compile();
