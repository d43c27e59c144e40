import type { AuditEntry } from "@passwright/server/client";
import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parseCount } from "../../input/parse-options.ts";
import { printJson, type Io } from "../../io.ts";

interface AuditOptions extends ServerCliOptions {
  readonly limit: string;
  readonly all?: boolean;
}

/** Entries of a page of the API. */
const PAGE = 100;

async function audit(io: Io, options: AuditOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const most = options.all === true ? Number.POSITIVE_INFINITY : parseCount(options.limit, "--limit");
  const entries: AuditEntry[] = [];
  let count = 0;
  for (let cursor: string | null | undefined; cursor !== null && count < most;) {
    const page = await client.audit({ limit: Math.min(PAGE, most - count), ...(cursor !== undefined && { cursor }) });
    count += page.items.length;
    if (options.json === true) for (const entry of page.items) printJson(io, entry);
    else entries.push(...page.items);
    cursor = page.nextCursor;
  }
  if (options.json !== true) {
    const rows = entries.map(({ at, action, actor, object }) => [at.slice(0, 19), action, actor, object]);
    printTable(io, ["at", "what", "key", "of"], rows, "nothing was changed yet");
  }
  return EXIT.fine;
}

export function addAuditCommand(api: Command, run: CommandRunner): void {
  addServerOptions(api.command("audit").summary("who changed what, newest first"))
    .description("Who changed what, newest first: the key, the action, the object. Needs the scope admin.")
    .option("--limit <n>", "so many at most", "50")
    .option("--all", "the whole log")
    .action(run(audit));
}
