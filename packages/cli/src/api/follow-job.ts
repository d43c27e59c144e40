import type { IssuerClient, Job, JobPreview, JobPreviewRequest, NewJob } from "@passwright/server/client";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { printJson, printLine, type Io } from "../io.ts";
import { createProgress } from "../terminal/progress.ts";
import { toPrintable } from "../terminal/text.ts";
import { printFacts } from "./print-answer.ts";

/** A job for a person. */
export function printJob(io: Io, job: Job): void {
  const { rows, total, created, changed, unchanged, failed } = job;
  printFacts(io, [
    ["job", job.id],
    ["kind", `${job.kind} of ${job.templateId}`],
    ["state", job.state],
    ["rows", total === null ? String(rows) : `${rows} of ${total}`],
    ["created", created === 0 ? null : String(created)],
    ["changed", changed === 0 ? null : String(changed)],
    ["unchanged", unchanged === 0 ? null : String(unchanged)],
    ["failed", failed === 0 ? null : String(failed)],
    ["problem", job.problem],
    ["begun", job.createdAt],
    ["ended", job.endedAt],
  ]);
}

/** Findings when a row failed, or the job as a whole. */
export function exitCodeOfJob({ failed, state }: Job): ExitCode {
  return failed > 0 || state === "failed" || state === "cancelled" ? EXIT.findings : EXIT.fine;
}

/** Shows how far a job is until it has ended, and then what came of it. Stopped by Ctrl-C, the job goes on by itself. */
export async function followJob(io: Io, client: IssuerClient, job: Job, json: boolean | undefined): Promise<ExitCode> {
  const progress = createProgress(io, job.total ?? undefined, job.kind === "create" ? "rows" : "passes", {
    isShown: json !== true,
  });
  let last = job;
  try {
    for await (const state of client.jobs.watch(job.id, { signal: io.signal })) {
      last = state;
      progress.update(state.rows, state.failed);
    }
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw new UsageError("stopped looking; the job goes on", `passwright api jobs watch ${job.id}`, { cause: error });
  } finally {
    progress.finish();
  }
  printEnd(io, last, json);
  return exitCodeOfJob(last);
}

/** What came of a job. */
export function printEnd(io: Io, job: Job, json: boolean | undefined): void {
  if (json === true) {
    printJson(io, job);
    return;
  }
  printJob(io, job);
  if (job.failed > 0) printLine(io.stderr, `passwright api jobs results ${job.id} --failures says which, and why`);
}

/** What a change of many passes would do. */
export function printPreview(io: Io, preview: JobPreview, json: boolean | undefined): ExitCode {
  if (json === true) printJson(io, preview);
  else {
    const { total, looked, complete, matched, changed, unchanged, failed, compared, notified } = preview;
    printFacts(io, [
      ["passes", complete ? String(total) : `${looked} looked at, of ${total}`],
      ["found", complete ? String(matched) : `${matched} of those, about ${estimate(matched, preview)} of all`],
      ["would change", complete ? String(changed) : `${changed} of those, about ${estimate(changed, preview)} of all`],
      ["are like this", unchanged === 0 ? null : String(unchanged)],
      ["cannot change", failed === 0 ? null : String(failed)],
      ["notices", `${notified} of ${compared} on the lock screen`],
    ]);
    for (const { serialNumber, message } of preview.failures) printLine(io.stdout, toPrintable(`  ${serialNumber}: ${message}`));
    for (const { serialNumber, fields } of preview.sample) {
      for (const { label, key, before, after, notification } of fields) {
        const shown = notification === null ? "" : `   lock screen: ${notification}`;
        printLine(io.stdout, toPrintable(`  ${serialNumber} ${label ?? key ?? "?"}: ${before ?? "–"} → ${after ?? "–"}${shown}`));
      }
    }
  }
  return preview.failed > 0 ? EXIT.findings : EXIT.fine;
}

/** What a part of all passes says about all of them. */
function estimate(counted: number, { looked, total }: Pick<JobPreview, "looked" | "total">): string {
  return Math.round((counted / Math.max(1, looked)) * total).toLocaleString("en-US");
}

/** What a command asks for that begins a job of its own. */
export interface StartCliOptions {
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  readonly json?: boolean;
}

/** Begins a job, and follows it to its end unless nobody wants to wait; or only says what it would do. */
export async function startJob(
  io: Io,
  client: IssuerClient,
  request: NewJob & JobPreviewRequest,
  { dryRun, wait, json }: StartCliOptions,
): Promise<ExitCode> {
  if (dryRun === true) return printPreview(io, await client.jobs.preview(request), json);
  const job = await client.jobs.create(request);
  if (wait !== false) return followJob(io, client, job, json);
  if (json === true) printJson(io, job);
  else printJob(io, job);
  return EXIT.fine;
}
