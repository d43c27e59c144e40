import type { Command } from "commander";
import {
  addPassOptions,
  addServerOptions,
  nameOfPass,
  openClient,
  type PassCliOptions,
  type ServerCliOptions,
} from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parseCount } from "../../input/parse-options.ts";
import { type Io, printJson } from "../../io.ts";

interface ListOptions extends PassCliOptions {
  readonly serial?: string;
  readonly limit: string;
}

async function list(io: Io, options: ListOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const most = parseCount(options.limit, "--limit");
  const pass = options.serial === undefined ? {} : await nameOfPass(client, options.serial, options);
  const rows: string[][] = [];
  let count = 0;
  for (let cursor: string | null | undefined; cursor !== null && count < most;) {
    const page = await client.scans.list({
      ...pass,
      limit: Math.min(100, most - count),
      ...(cursor !== undefined && { cursor }),
    });
    for (const scan of page.items) {
      if (options.json === true) printJson(io, scan);
      const undone = scan.undoneAt === null ? "" : ", undone";
      const outcome = `${scan.allowed ? "allowed" : (scan.reason ?? "refused")}${scan.offline ? ", offline" : ""}${undone}`;
      rows.push([scan.at.slice(0, 19), scan.serialNumber, scan.gate ?? "–", outcome, scan.scanId]);
      count += 1;
    }
    cursor = page.nextCursor;
  }
  if (options.json !== true) printTable(io, ["at", "serial", "gate", "outcome", "id"], rows, "no scans");
  return EXIT.fine;
}

async function counts(io: Io, templateId: string, options: ServerCliOptions & { readonly from?: string; readonly until?: string }) {
  const { from, until } = options;
  const counted = await openClient(io, options).scans.counts(templateId, {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  });
  if (options.json === true) printJson(io, counted);
  else {
    const rows = counted.gates.map(({ gate, allowed, refused }) => [gate ?? "–", String(allowed), String(refused)]);
    rows.push(["all", String(counted.allowed), String(counted.refused)]);
    printTable(io, ["gate", "allowed", "refused"], rows, "no scans");
  }
  return EXIT.fine;
}

export function addScansCommands(api: Command, run: CommandRunner): void {
  const scans = api.command("scans").summary("what was scanned").description("Scans of the project.");
  addPassOptions(scans.command("list").summary("newest first"))
    .option("--serial <number>", "only those of one pass")
    .option("--limit <n>", "so many at most", "100")
    .action(run(list));
  addServerOptions(scans.command("counts").summary("let in and refused, by gate").argument("<template>", "id of the template"))
    .option("--from <time>", "24 hours before --until when absent")
    .option("--until <time>", "now when absent")
    .action(run(counts));
}
