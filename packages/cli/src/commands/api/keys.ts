import type { ApiKey, ApiKeyUpdate, CreatedApiKey, NewApiKey } from "@passwright/server/client";
import type { Command } from "commander";
import { Option } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { parseScopes, SCOPE_NAMES } from "../../api/scopes.ts";
import { printTable } from "../../api/print-answer.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { parseDateOption } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

/** Keys in a table. */
export function printKeys(io: Io, items: readonly ApiKey[], json: boolean | undefined): void {
  if (json === true) for (const key of items) printJson(io, key);
  else {
    const rows = items.map(({ id, name, hint, scopes, templates, lastUsedAt, revokedAt, expiresAt }) => [
      id,
      name,
      `${hint}…`,
      scopes.join(" "),
      templates?.join(" ") ?? "all",
      revokedAt === null ? (lastUsedAt?.slice(0, 16) ?? "never") : "revoked",
      expiresAt?.slice(0, 16) ?? "–",
    ]);
    printTable(io, ["id", "name", "key", "scopes", "templates", "last used", "expires"], rows, "no keys");
  }
}

/** A key that was just made: itself alone on standard output. */
export function printNewKey(io: Io, made: CreatedApiKey, json: boolean | undefined): void {
  if (json === true) printJson(io, made);
  else {
    printLine(io.stdout, made.key);
    printLine(io.stderr, "This key is shown once and kept nowhere.");
  }
}

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  printKeys(io, (await openClient(io, options).keys.list()).items, options.json);
  return EXIT.fine;
}

/** Options of commands that make a key. */
export interface NewKeyOptions extends ServerCliOptions {
  readonly scope: string;
  readonly expires?: string;
  readonly test?: boolean;
  readonly template?: string;
}

async function create(io: Io, name: string, options: NewKeyOptions): Promise<ExitCode> {
  printNewKey(io, await openClient(io, options).keys.create(toNewKey(io, name, options)), options.json);
  return EXIT.fine;
}

/** What options ask for. */
export function toNewKey(io: Io, name: string, options: NewKeyOptions): NewApiKey {
  const { expires, test, template } = options;
  return {
    name,
    scopes: parseScopes(options.scope),
    ...(test === true && { test }),
    ...(template !== undefined && { templates: template.split(",").map((id) => id.trim()) }),
    ...(expires !== undefined && { expiresAt: parseDateOption(io, expires, "--expires").toISOString() }),
  };
}

interface UpdateOptions extends ServerCliOptions {
  readonly name?: string;
  readonly expires?: string;
}

async function update(io: Io, id: string, options: UpdateOptions): Promise<ExitCode> {
  const { name, expires } = options;
  if (name === undefined && expires === undefined) throw new UsageError("nothing to change: give --name or --expires");
  const change: ApiKeyUpdate = {
    ...(name !== undefined && { name }),
    ...(expires !== undefined && {
      expiresAt: expires === "never" ? null : parseDateOption(io, expires, "--expires").toISOString(),
    }),
  };
  printKeys(io, [await openClient(io, options).keys.update(id, change)], options.json);
  return EXIT.fine;
}

async function revoke(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const key = await openClient(io, options).keys.revoke(id);
  if (options.json === true) printJson(io, key);
  else printLine(io.stdout, toPrintable(`${key.name} (${key.hint}…) is revoked`));
  return EXIT.fine;
}

/** Options of commands that make a key, but for its scopes. */
export function addNewKeyOptions(command: Command): Command {
  return command
    .option("--expires <date>", "when it ends")
    .option("--test", "a test key: makes, changes and scans test passes alone")
    .option("--template <ids>", "limits it to templates, with commas between their ids");
}

export function addKeysCommands(api: Command, run: CommandRunner): void {
  const keys = api.command("keys").summary("API keys").description("API keys of the project; needs the scope admin.");
  addServerOptions(keys.command("list").summary("which there are")).action(run(list));
  addNewKeyOptions(addServerOptions(keys.command("create").summary("make one").argument("<name>", "what it is for")))
    .addOption(new Option("--scope <scopes>", `what it may do, with commas between: ${SCOPE_NAMES}`).default("issue"))
    .action(run(create));
  addServerOptions(keys.command("update").summary("rename one, or set when it ends").argument("<id>", "its id"))
    .option("--name <name>", "another name")
    .option("--expires <date>", "when it ends; never for no such time")
    .action(run(update));
  addServerOptions(keys.command("revoke").summary("end one, at once and for ever").argument("<id>", "its id")).action(run(revoke));
}
