import type { Project } from "@passwright/server/client";
import type { Command } from "commander";
import { Option } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printFacts, printTable } from "../../api/print-answer.ts";
import { SCOPE_NAMES } from "../../api/scopes.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { addNewKeyOptions, type NewKeyOptions, printKeys, printNewKey, toNewKey } from "./keys.ts";

function printProject(io: Io, project: Project, json: boolean | undefined): void {
  if (json === true) {
    printJson(io, project);
    return;
  }
  printFacts(io, [
    ["id", project.id],
    ["name", project.name],
    ["pass types", project.passTypeIdentifiers.join(", ") || "none"],
    ["archived", project.archivedAt],
  ]);
}

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).projects.list();
  if (options.json === true) for (const project of items) printJson(io, project);
  else {
    const rows = items.map(({ id, name, passTypeIdentifiers, archivedAt }) => [
      id,
      name,
      passTypeIdentifiers.join(" ") || "–",
      archivedAt === null ? "" : "archived",
    ]);
    printTable(io, ["id", "name", "pass types", ""], rows, "no projects");
  }
  return EXIT.fine;
}

async function create(io: Io, id: string, name: string | undefined, options: ServerCliOptions): Promise<ExitCode> {
  printProject(io, await openClient(io, options).projects.create({ id, name: name ?? id }), options.json);
  return EXIT.fine;
}

async function rename(io: Io, id: string, name: string, options: ServerCliOptions): Promise<ExitCode> {
  printProject(io, await openClient(io, options).projects.update(id, { name }), options.json);
  return EXIT.fine;
}

async function archive(io: Io, id: string, options: ServerCliOptions & { readonly undo?: boolean }): Promise<ExitCode> {
  printProject(io, await openClient(io, options).projects.update(id, { archived: options.undo !== true }), options.json);
  return EXIT.fine;
}

async function assign(io: Io, id: string, passType: string, options: ServerCliOptions): Promise<ExitCode> {
  printProject(io, await openClient(io, options).projects.assignPassType(id, passType), options.json);
  return EXIT.fine;
}

async function listKeys(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  printKeys(io, (await openClient(io, options).projects.keys(id)).items, options.json);
  return EXIT.fine;
}

async function createKey(io: Io, id: string, name: string, options: NewKeyOptions): Promise<ExitCode> {
  printNewKey(io, await openClient(io, options).projects.createKey(id, toNewKey(io, name, options)), options.json);
  return EXIT.fine;
}

async function revokeKey(io: Io, id: string, keyId: string, options: ServerCliOptions): Promise<ExitCode> {
  const key = await openClient(io, options).projects.revokeKey(id, keyId);
  if (options.json === true) printJson(io, key);
  else printLine(io.stdout, `${key.hint}… is revoked`);
  return EXIT.fine;
}

export function addProjectsCommands(api: Command, run: CommandRunner): void {
  const projects = api
    .command("projects")
    .summary("projects of an installation, and their keys")
    .description("Projects own pass types, templates, passes and keys; needs a key with the scope installation.");
  const add = (name: string, summary: string) => addServerOptions(projects.command(name).summary(summary));
  add("list", "which there are").action(run(list));
  add("create", "make one").argument("<id>", "small letters, digits and -").argument("[name]", "its name").action(run(create));
  add("rename", "give it another name").argument("<id>").argument("<name>").action(run(rename));
  add("archive", "end what its keys may do; passes go on").argument("<id>").option("--undo", "let them again").action(run(archive));
  add("assign", "give it a pass type that has no passes yet").argument("<id>").argument("<pass-type>").action(run(assign));
  add("keys", "its API keys").argument("<id>").action(run(listKeys));
  addNewKeyOptions(add("create-key", "make an API key of it").argument("<id>").argument("<name>", "what the key is for"))
    .addOption(new Option("--scope <scopes>", `what it may do, with commas between: ${SCOPE_NAMES}`).default("admin"))
    .action(run(createKey));
  add("revoke-key", "end one of its API keys").argument("<id>").argument("<key>", "id of the key").action(run(revokeKey));
}
