import type { Command } from "commander";
import { Option } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { parseScopes, SCOPE_NAMES } from "../../api/scopes.ts";
import { printTable } from "../../api/print-answer.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).keys.list();
  if (options.json === true) for (const key of items) printJson(io, key);
  else {
    const rows = items.map(({ id, name, hint, scopes, lastUsedAt, revokedAt }) => [
      id,
      name,
      `${hint}…`,
      scopes.join(" "),
      revokedAt === null ? (lastUsedAt?.slice(0, 16) ?? "never") : "revoked",
    ]);
    printTable(io, ["id", "name", "key", "scopes", "last used"], rows, "no keys");
  }
  return EXIT.fine;
}

async function create(io: Io, name: string, options: ServerCliOptions & { readonly scope: string }): Promise<ExitCode> {
  const made = await openClient(io, options).keys.create({ name, scopes: parseScopes(options.scope) });
  if (options.json === true) printJson(io, made);
  else {
    printLine(io.stdout, made.key);
    printLine(io.stderr, "This key is shown once and kept nowhere.");
  }
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
    .action(run(create));
  addServerOptions(keys.command("revoke").summary("end one, at once and for ever").argument("<id>", "its id")).action(run(revoke));
}
