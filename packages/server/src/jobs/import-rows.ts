import { createHash } from "node:crypto";
import { ApiProblem } from "../api/api-problem.ts";
import type { Job, JobEntry, JobStep, JobStepResult, JobStore } from "../storage/jobs/jobs-storage.ts";
import type { PushTiming } from "../storage/storage.ts";
import { JOB_LIMITS } from "./job-limits.ts";
import type { JobRow } from "./read-job-rows.ts";

/** A row with its number. */
export interface NumberedRow<Asked> {
  readonly row: number;
  readonly given: JobRow<Asked>;
}

/** What makes entries of rows: for passes to be made out of the rows alone, for passes to be changed by a look at each. */
export interface RowPlanner<Asked> {
  /** What no two rows of a step may share; null where there is nothing. */
  readonly nameOf: (asked: Asked) => string | null;
  /** Gives an entry for each row, in their order. */
  readonly plan: (rows: readonly NumberedRow<Asked>[]) => Promise<readonly JobEntry[]>;
}

/** How rows are taken. */
export interface ImportOptions<Asked> {
  readonly jobs: Pick<JobStore, "step" | "end">;
  readonly job: Job;
  readonly rows: AsyncIterable<JobRow<Asked>>;
  readonly planner: RowPlanner<Asked>;
  /** Number of the first row of the body. */
  readonly from: number;
  /** Whether the job is finished with the last row. */
  readonly ends: boolean;
  readonly push: PushTiming;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Is told when pushes were queued. */
  readonly onPush: () => void;
}

/**
 * Takes the rows of a body into a job, as they come: a step of some hundred rows is written while the next ones are read, and
 * nothing is read while one waits for the other, so that the sender goes no faster than the database. Rows that are done already,
 * by their numbers, are passed over: a body can be sent again from any row on.
 *
 * @returns the job as it is after the last row.
 * @throws {ApiProblem} `job-conflict`: the rows do not follow those that are done, or the job takes none.
 */
export async function importRows<Asked>(options: ImportOptions<Asked>): Promise<Job> {
  const { job, from, rows, signal } = options;
  if (from > job.position + 1) {
    throw new ApiProblem("job-conflict", `The job has ${job.position} rows; these would begin with row ${from}.`);
  }
  const writer = new StepWriter(options);
  let row = from - 1;
  let step: NumberedRow<Asked>[] = [];
  let names = new Set<string>();
  let characters = 0;
  const flush = async () => {
    if (step.length > 0) await writer.write(step);
    step = [];
    names = new Set();
    characters = 0;
  };
  for await (const given of rows) {
    signal.throwIfAborted();
    row += 1;
    if (row > JOB_LIMITS.rows) throw new ApiProblem("body-too-large", `A job has ${JOB_LIMITS.rows} rows at most.`);
    if (row <= job.position) {
      if (row === job.position && job.digest !== "" && digestOf(given) !== job.digest) {
        throw new ApiProblem("job-conflict", `Row ${row} is another one than the row ${row} that is done.`);
      }
      continue;
    }
    const name = given.asked === null ? null : options.planner.nameOf(given.asked);
    // What two rows say of one pass is done one after the other.
    if (name !== null && names.has(name)) await flush();
    if (name !== null) names.add(name);
    step.push({ row, given });
    characters += given.text.length;
    if (step.length === JOB_LIMITS.rowsPerStep || characters > JOB_LIMITS.charactersPerStep) await flush();
  }
  signal.throwIfAborted();
  await flush();
  return writer.finish();
}

/** By the text of the row: enough to notice another file. */
function digestOf({ text }: JobRow<unknown>): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Writes one step while the next is read. */
class StepWriter<Asked> {
  readonly #options: ImportOptions<Asked>;
  #position: number;
  #job: Job;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: ImportOptions<Asked>) {
    this.#options = options;
    this.#job = options.job;
    this.#position = Math.max(options.job.position, options.from - 1);
  }

  /** Resolves once the step before this one is written. */
  async write(rows: readonly NumberedRow<Asked>[]): Promise<void> {
    const last = rows.at(-1);
    if (last === undefined) return;
    const expected = this.#position;
    this.#position = last.row;
    const entries = this.#options.planner.plan(rows);
    // Is awaited below, after the step before: until then it may fail unheard.
    entries.catch(() => undefined);
    await this.#writing;
    this.#writing = this.#writeStep(rows, entries, expected, digestOf(last.given));
    this.#writing.catch(() => undefined);
  }

  async finish(): Promise<Job> {
    await this.#writing;
    const { jobs, ends, clock } = this.#options;
    if (!ends) return this.#job;
    const { id, position } = this.#job;
    const result = await jobs.end({ id }, { now: clock(), expected: position, state: "finished", problem: null });
    // Sent again after an answer that was lost: it is as it should be.
    if (result.kind === "stopped" && result.job.state === "finished" && result.job.position === position) return result.job;
    return this.#take(result);
  }

  async #writeStep(
    rows: readonly NumberedRow<Asked>[],
    planned: Promise<readonly JobEntry[]>,
    firstExpected: number,
    digest: string,
  ): Promise<void> {
    const { jobs, job, push, planner, clock, onPush } = this.#options;
    let left = rows;
    let entries = await planned;
    let expected = firstExpected;
    for (let tries = 1; left.length > 0; tries += 1) {
      const step: JobStep = {
        jobId: job.id,
        passTypeIdentifier: job.passTypeIdentifier,
        now: clock(),
        expected,
        position: left.at(-1)?.row ?? expected,
        cursor: "",
        digest,
        entries,
        lease: null,
        ends: false,
        push,
      };
      const result = await jobs.step(step);
      if (result.kind === "stale") {
        if (tries === JOB_LIMITS.tries) throw new ApiProblem("unavailable", "Passes are changed by others all the time.");
        entries = await planner.plan(left);
        continue;
      }
      // Another connection of the same sender was still at work: what it did is done.
      if (result.kind === "moved" && result.job.position > expected) {
        this.#job = result.job;
        expected = result.job.position;
        left = left.filter(({ row }) => row > expected);
        entries = entries.filter(({ row }) => row > expected);
        continue;
      }
      this.#job = this.#take(result);
      if (result.kind === "done" && result.pushed) onPush();
      return;
    }
  }

  #take(result: JobStepResult): Job {
    switch (result.kind) {
      case "done":
        return result.job;
      case "absent":
        throw new ApiProblem("not-found", "There is no such job.");
      case "moved":
        throw new ApiProblem("job-conflict", `The job has ${result.job.position} rows by now.`);
      case "stopped":
        throw new ApiProblem("job-conflict", `The job is ${result.job.state}.`);
      case "stale":
        throw new ApiProblem("unavailable");
      default:
        return result satisfies never;
    }
  }
}
