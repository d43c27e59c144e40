import type { ApiKey, ApiKeyUpdate, CreatedApiKey } from "@passwright/server/client";
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
    const rows = items.map(({ id, name, hint, scopes, lastUsedAt, revokedAt, expiresAt }) => [
      id,
      name,
      `${hint}…`,
      scopes.join(" "),
      revokedAt === null ? (lastUsedAt?.slice(0, 16) ?? "never") : "revoked",
      expiresAt?.slice(0, 16) ?? "–",
    ]);
    printTable(io, ["id", "name", "key", "scopes", "last used", "expires"], rows, "no keys");
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

interface CreateOptions extends ServerCliOptions {
  readonly scope: string;
  readonly expires?: string;
}

async function create(io: Io, name: string, options: CreateOptions): Promise<ExitCode> {
  const { expires } = options;
  const key = {
    name,
    scopes: parseScopes(options.scope),
    ...(expires !== undefined && { expiresAt: parseDateOption(io, expires, "--expires").toISOString() }),
  };
  printNewKey(io, await openClient(io, options).keys.create(key), options.json);
  return EXIT.fine;
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

export function addKeysCommands(api: Command, run: CommandRunner): void {
  const keys = api.command("keys").summary("API keys").description("API keys of the project; needs the scope admin.");
  addServerOptions(keys.command("list").summary("which there are")).action(run(list));
  addServerOptions(keys.command("create").summary("make one").argument("<name>", "what it is for"))
    .addOption(new Option("--scope <scopes>", `what it may do, with commas between: ${SCOPE_NAMES}`).default("issue"))
    .option("--expires <date>", "when it ends")
    .action(run(create));
  addServerOptions(keys.command("update").summary("rename one, or set when it ends").argument("<id>", "its id"))
    .option("--name <name>", "another name")
    .option("--expires <date>", "when it ends; never for no such time")
    .action(run(update));
  addServerOptions(keys.command("revoke").summary("end one, at once and for ever").argument("<id>", "its id")).action(run(revoke));
}
