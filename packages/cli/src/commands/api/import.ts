import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROW_FORMATS, type RowFormat, rowFormatOf } from "@passwright/pass/rows";
import { ApiError, type IssuerClient, type Job } from "@passwright/server/client";
import { type Command, Option } from "commander";
import { exitCodeOfJob, printJob } from "../../api/follow-job.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { addPushOption, parsePushOption, type PushCliOptions } from "../../api/push-option.ts";
import { readParts, type RowPart } from "../../api/row-parts.ts";
import { openErrorsFile } from "../../bulk/errors-file.ts";
import type { CommandRunner } from "../../command-module.ts";
import { UsageError, type ExitCode } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { createProgress } from "../../terminal/progress.ts";
import { toPrintable } from "../../terminal/text.ts";

interface ImportOptions extends ServerCliOptions, PushCliOptions {
  readonly template?: string;
  readonly update?: boolean;
  readonly job?: string;
  readonly format?: RowFormat;
  readonly errors?: string;
}

async function importPasses(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const format = options.format ?? rowFormatOf(file);
  if (format === null) {
    throw new UsageError(
      `${file}: what are its rows?`,
      `Call it .csv, .tsv or .ndjson, or give --format ${ROW_FORMATS.join("|")}.`,
    );
  }
  const source = await openSource(io, file);
  const total = source.isRepeatable ? await countRows(source.open(), format) : undefined;
  const job = await findJob(io, client, options, total);
  const progress = createProgress(io, total, "rows", { isShown: options.json !== true });
  progress.update(job.rows, job.failed);
  const lines: number[] = [];
  const broken = new Map<number, string>();
  let last = job;
  try {
    for await (const part of readParts(source.open(), format, job.rows)) {
      for (const [index, line] of part.lines.entries()) lines[part.from + index] = line;
      for (const [row, error] of part.broken) broken.set(row, error);
      last = await sendPart(io, client, job.id, part, format);
      progress.update(last.rows, last.failed);
    }
    last = await client.jobs.send(job.id, { type: typeOf("ndjson"), rows: "" }, { from: last.rows + 1, signal: io.signal });
  } catch (error) {
    if (!io.signal.aborted && !isPassing(error)) throw error;
    const hint = `Go on with the same command and --job ${job.id}`;
    throw new UsageError(io.signal.aborted ? "stopped; what was sent is kept" : "the server is away", hint, { cause: error });
  } finally {
    progress.finish();
  }
  const errorsFile = options.errors ?? `${file === "-" ? "import" : file}.errors.ndjson`;
  const isTold = last.failed > 0 && (await writeErrors(io, client, last, { errorsFile, lines, broken }));
  if (options.json === true) printJson(io, last);
  else {
    printJob(io, last);
    if (isTold) printLine(io.stderr, toPrintable(`${errorsFile} tells the line and cause of each row that failed`));
  }
  return exitCodeOfJob(last);
}

async function findJob(io: Io, client: IssuerClient, options: ImportOptions, total: number | undefined): Promise<Job> {
  if (options.job !== undefined) return client.jobs.get(options.job);
  const { template: templateId } = options;
  if (templateId === undefined) throw new UsageError("passes of which template?", "Give --template ID, or --job ID to go on.");
  const push = parsePushOption(options);
  if (push !== undefined && options.update !== true)
    throw new UsageError("new passes are on no device yet: --push goes with --update");
  const rows = total === undefined ? {} : { total };
  const job = await client.jobs.create(
    options.update === true
      ? { kind: "update", templateId, ...rows, ...(push !== undefined && { push }) }
      : { kind: "create", templateId, ...rows },
  );
  if (options.json !== true) printLine(io.stderr, `job ${job.id}`);
  return job;
}

function typeOf(format: RowFormat) {
  return format === "ndjson" ? "application/x-ndjson" : "text/csv";
}

/** So often in a row a part may not get through. */
const TRIES = 6;

/** Sends a part until it is there: rows that got through before the connection broke are not done twice. */
async function sendPart(io: Io, client: IssuerClient, jobId: string, part: RowPart, format: RowFormat): Promise<Job> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await client.jobs.send(
        jobId,
        { type: typeOf(format), rows: part.text },
        { from: part.from, end: false, signal: io.signal },
      );
    } catch (error) {
      if (!isPassing(error) || tries === TRIES || io.signal.aborted) throw error;
      await sleep((error.retryAfter ?? 0) * 1000 || 500 * 2 ** tries, undefined, { signal: io.signal });
    }
  }
}

/** Faults that another try may not have. */
const PASSING: ReadonlySet<string> = new Set(["unreachable", "unavailable", "too-many-requests"]);

function isPassing(error: unknown): error is ApiError {
  return error instanceof ApiError && PASSING.has(error.fault);
}

async function writeErrors(
  io: Io,
  client: IssuerClient,
  job: Job,
  facts: { readonly errorsFile: string; readonly lines: readonly number[]; readonly broken: ReadonlyMap<number, string> },
): Promise<boolean> {
  const file = await openErrorsFile(resolve(io.workingDirectory, facts.errorsFile));
  try {
    for await (const { row, problem } of client.jobs.results(job.id, { failures: true, signal: io.signal })) {
      const error = facts.broken.get(row) ?? problem?.message ?? "";
      // Rows of an earlier run have no line here.
      await file.add({ line: facts.lines[row] ?? 0, row, error, values: null });
    }
  } finally {
    await file.close();
  }
  return true;
}

interface RowSource {
  open(): AsyncIterable<Uint8Array>;
  readonly isRepeatable: boolean;
}

async function openSource(io: Io, file: string): Promise<RowSource> {
  if (file === "-") return { open: () => io.openStdin(), isRepeatable: false };
  const path = resolve(io.workingDirectory, file);
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile() !== true) throw new UsageError(`${file}: no such file`);
  return { open: () => createReadStream(path), isRepeatable: true };
}

async function countRows(source: AsyncIterable<Uint8Array>, format: RowFormat): Promise<number> {
  let count = 0;
  for await (const part of readParts(source, format, 0)) count += part.lines.length;
  return count;
}

export function addImportCommand(passes: Command, run: CommandRunner): void {
  addPushOption(
    addServerOptions(
      passes
        .command("import")
        .summary("issue or change many, from CSV or NDJSON")
        .description(
          "Sends the rows of a file. Rows have serialNumber, externalId, expiresAt and values; in a table every other column is an input of the template.",
        )
        .argument("<file>", ".csv, .tsv or .ndjson; - for standard input"),
    ),
  )
    .option("--template <id>", "template of the passes")
    .option("--update", "change the passes that rows name by serialNumber or externalId")
    .option("--job <id>", "go on with this job: rows that are done are passed over")
    .addOption(new Option("--format <format>", "of standard input, or of a file with another name").choices([...ROW_FORMATS]))
    .option("--errors <file>", "where rows that failed are told; FILE.errors.ndjson when absent")
    .action(run(importPasses));
}
