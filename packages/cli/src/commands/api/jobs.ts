import type { IssuerClient, Job } from "@passwright/server/client";
import type { Command } from "commander";
import { followJob, printJob } from "../../api/follow-job.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parseCount } from "../../input/parse-options.ts";
import { printJson, type Io } from "../../io.ts";

async function list(io: Io, options: ServerCliOptions & { readonly limit: string; readonly running?: boolean }): Promise<ExitCode> {
  const client = openClient(io, options);
  const most = parseCount(options.limit, "--limit");
  const jobs: Job[] = [];
  for (let cursor: string | null | undefined; cursor !== null && jobs.length < most;) {
    const page = await client.jobs.list({
      limit: Math.min(100, most - jobs.length),
      ...(options.running === true && { state: "running" as const }),
      ...(cursor !== undefined && { cursor }),
    });
    jobs.push(...page.items);
    cursor = page.nextCursor;
  }
  if (options.json === true) for (const job of jobs) printJson(io, job);
  else {
    const rows = jobs.map(({ id, kind, templateId, state, rows: done, failed }) => [
      id,
      kind,
      templateId,
      state,
      String(done),
      String(failed),
    ]);
    printTable(io, ["job", "kind", "template", "state", "rows", "failed"], rows, "no jobs");
  }
  return EXIT.fine;
}

async function results(io: Io, id: string, options: ServerCliOptions & { readonly failures?: boolean }): Promise<ExitCode> {
  const client = openClient(io, options);
  const rows: string[][] = [];
  for await (const one of client.jobs.results(id, { failures: options.failures === true, signal: io.signal })) {
    // Of a million rows a table would have to stand in memory.
    if (options.json === true) printJson(io, one);
    else rows.push([String(one.row), one.result, one.serialNumber ?? "–", one.externalId ?? "–", one.problem?.message ?? ""]);
    if (rows.length === TABLE_ROWS) break;
  }
  if (options.json !== true) printTable(io, ["row", "result", "serial", "external id", "problem"], rows, "no results");
  return EXIT.fine;
}

/** Rows of a table on a terminal; `--json` prints all there are. */
const TABLE_ROWS = 1000;

const ACTIONS: readonly {
  readonly name: "pause" | "resume" | "cancel" | "show";
  readonly summary: string;
  readonly run: (client: IssuerClient, id: string) => Promise<Job>;
}[] = [
  { name: "show", summary: "how far one is", run: (client, id) => client.jobs.get(id) },
  { name: "pause", summary: "let one rest", run: (client, id) => client.jobs.pause(id) },
  { name: "resume", summary: "let it go on", run: (client, id) => client.jobs.resume(id) },
  { name: "cancel", summary: "end it; what it did stays done", run: (client, id) => client.jobs.cancel(id) },
];

async function watch(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  return followJob(io, client, await client.jobs.get(id), options.json);
}

export function addJobsCommands(api: Command, run: CommandRunner): void {
  const jobs = api.command("jobs").summary("bulk work: how far, and what came of it").description("Bulk work of the project.");
  addServerOptions(jobs.command("list").summary("which there are, newest first"))
    .option("--limit <n>", "so many at most", "20")
    .option("--running", "only those that go on by themselves now")
    .action(run(list));
  for (const action of ACTIONS) {
    addServerOptions(jobs.command(action.name).summary(action.summary).argument("<job>", "its id")).action(
      run(async (io: Io, id: string, options: ServerCliOptions) => {
        const job = await action.run(openClient(io, options), id);
        if (options.json === true) printJson(io, job);
        else printJob(io, job);
        return EXIT.fine;
      }),
    );
  }
  addServerOptions(jobs.command("results").summary("what became of each row").argument("<job>", "its id"))
    .option("--failures", "only rows that failed")
    .action(run(results));
  addServerOptions(jobs.command("watch").summary("show how far one is until it has ended").argument("<job>", "its id")).action(
    run(watch),
  );
}
