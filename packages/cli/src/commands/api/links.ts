import type { Command } from "commander";
import { createMintLink, type CreatedLink } from "@passwright/server/client";
import { addValueOptions, inputsOfTemplate, readGivenValues, type ValueCliOptions } from "../../api/given-values.ts";
import {
  addPassOptions,
  addServerOptions,
  nameOfPass,
  openClient,
  type PassCliOptions,
  serverAddress,
  type ServerCliOptions,
} from "../../api/open-client.ts";
import { printFacts, printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { parseCount, parseDateOption } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

interface CreateOptions extends PassCliOptions, ValueCliOptions {
  readonly template?: string;
  readonly ask?: string;
  readonly source?: string;
  readonly expires?: string;
  readonly uses?: string;
}

async function create(io: Io, serial: string | undefined, options: CreateOptions): Promise<ExitCode> {
  const { template, ask, source, expires, uses } = options;
  if ((serial === undefined) === (template === undefined)) {
    throw new UsageError("which pass or template?", "Give the serial number of a pass, or --template ID.");
  }
  const client = openClient(io, options);
  const bounds = {
    ...(source !== undefined && { source }),
    ...(expires !== undefined && { expiresAt: parseDateOption(io, expires, "--expires").toISOString() }),
    ...(uses !== undefined && { maxUses: parseCount(uses, "--uses") }),
  };
  const values = await readGivenValues(io, options, template === undefined ? async () => null : inputsOfTemplate(client, template));
  if (template === undefined && (values !== undefined || ask !== undefined)) {
    throw new UsageError("values and --ask belong to a template's link", "A pass has its values.");
  }
  const link =
    template === undefined
      ? await client.links.createForPass(await nameOfPass(client, serial ?? "", options), bounds)
      : await client.links.createForTemplate(template, {
          ...bounds,
          ...(values !== undefined && { values }),
          ...(ask !== undefined && { ask: ask.split(",").map((name) => name.trim()) }),
        });
  printCreated(io, link, options);
  return EXIT.fine;
}

function printCreated(io: Io, link: CreatedLink, { json }: ServerCliOptions): void {
  if (json === true) {
    printJson(io, link);
    return;
  }
  printLine(io.stdout, link.url);
  printLine(io.stderr, `This address is shown once; end it with passwright api links revoke ${link.id}.`);
}

interface ListOptions extends PassCliOptions {
  readonly template?: string;
  readonly serial?: string;
  readonly source?: string;
  readonly limit: string;
}

async function list(io: Io, options: ListOptions): Promise<ExitCode> {
  const { template, serial, source } = options;
  const most = parseCount(options.limit, "--limit");
  const client = openClient(io, options);
  const pass = serial === undefined ? {} : await nameOfPass(client, serial, options);
  const rows: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < most;) {
    const page = await client.links.list({
      ...pass,
      ...(template !== undefined && { templateId: template }),
      ...(source !== undefined && { source }),
      limit: Math.min(100, most - rows.length),
      ...(cursor !== undefined && { cursor }),
    });
    for (const link of page.items) {
      if (options.json === true) printJson(io, link);
      const end = link.revokedAt !== null ? "revoked" : (link.expiresAt?.slice(0, 16) ?? "");
      const uses = link.maxUses === null ? String(link.uses) : `${link.uses} of ${link.maxUses}`;
      rows.push([link.id, link.templateId ?? link.serialNumber ?? "", `${link.hint}…`, link.source ?? "–", uses, end]);
    }
    cursor = page.nextCursor;
  }
  if (options.json !== true) printTable(io, ["id", "of", "address", "source", "uses", "ends"], rows, "no links");
  return EXIT.fine;
}

async function revoke(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const link = await openClient(io, options).links.revoke(id);
  if (options.json === true) printJson(io, link);
  else printLine(io.stdout, toPrintable(`${link.id} (${link.hint}…) has ended`));
  return EXIT.fine;
}

interface MintOptions extends ServerCliOptions, ValueCliOptions {
  readonly externalId?: string;
  readonly expires?: string;
  readonly source?: string;
}

/** Asks no server: the key signs. */
async function mint(io: Io, templateId: string, options: MintOptions): Promise<ExitCode> {
  const key = io.environment["PASSWRIGHT_MINT_KEY"] ?? "";
  if (key === "")
    throw new UsageError("there is no mint key", "Give one in PASSWRIGHT_MINT_KEY; passwright api links keys create makes one.");
  const { externalId, expires, source } = options;
  const url = await createMintLink({
    server: serverAddress(io, options),
    key,
    templateId,
    values: (await readGivenValues(io, options, async () => null)) ?? {},
    ...(externalId !== undefined && { externalId }),
    ...(expires !== undefined && { expiresAt: parseDateOption(io, expires, "--expires") }),
    ...(source !== undefined && { source }),
  });
  if (options.json === true) printJson(io, { url });
  else printLine(io.stdout, url);
  return EXIT.fine;
}

async function listKeys(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).links.mintKeys();
  if (options.json === true) for (const key of items) printJson(io, key);
  else {
    const rows = items.map((key) => [
      key.id,
      key.templateId ?? "every one",
      key.createdAt.slice(0, 16),
      key.revokedAt === null ? "" : "revoked",
    ]);
    printTable(io, ["id", "template", "of", "state"], rows, "no mint keys");
  }
  return EXIT.fine;
}

async function createKey(io: Io, options: ServerCliOptions & { readonly template?: string }): Promise<ExitCode> {
  const { template } = options;
  const made = await openClient(io, options).links.createMintKey(template === undefined ? {} : { templateId: template });
  if (options.json === true) printJson(io, made);
  else {
    printLine(io.stdout, made.key);
    printLine(io.stderr, "This key is shown once and kept nowhere: whoever has it makes passes.");
  }
  return EXIT.fine;
}

async function revokeKey(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const key = await openClient(io, options).links.revokeMintKey(id);
  if (options.json === true) printJson(io, key);
  else printFacts(io, [["revoked", key.id]]);
  return EXIT.fine;
}

export function addLinksCommands(api: Command, run: CommandRunner): void {
  const links = api
    .command("links")
    .summary("public addresses of passes and templates")
    .description("Addresses at which people get passes, and addresses that your own programs sign.");
  addValueOptions(addPassOptions(links.command("create").summary("make one").argument("[serial]", "of a pass")))
    .option("--template <id>", "of a template: everybody who comes gets a pass of it")
    .option("--ask <names>", "inputs that visitors fill in, with commas between")
    .option("--source <name>", "where it is put up, for statistics: poster-3")
    .option("--expires <date>", "from when on it gives nothing")
    .option("--uses <n>", "so many downloads of the pass, or passes of the template")
    .action(run(create));
  addPassOptions(links.command("list").summary("which there are, with their uses"))
    .option("--serial <number>", "only those of a pass")
    .option("--template <id>", "only those of a template")
    .option("--source <name>", "only those that are put up there")
    .option("--limit <n>", "so many at most", "100")
    .action(run(list));
  addServerOptions(links.command("revoke").summary("end one, at once and for ever").argument("<id>", "its id")).action(run(revoke));
  addValueOptions(
    addServerOptions(
      links.command("mint").summary("sign one, without asking the server").argument("<template>", "id of the template"),
    ),
  )
    .option("--external-id <id>", "your own id of the pass: two links with the same give the same pass")
    .option("--expires <date>", "from when on it gives nothing")
    .option("--source <name>", "where it is sent, for statistics")
    .addHelpText("after", "\nThe key is PASSWRIGHT_MINT_KEY; the address of the server stands in the link.")
    .action(run(mint));
  const keys = links.command("keys").summary("keys that sign links").description("Keys that sign links; needs the scope admin.");
  addServerOptions(keys.command("list").summary("which there are")).action(run(listKeys));
  addServerOptions(keys.command("create").summary("make one"))
    .option("--template <id>", "it signs for this template alone")
    .action(run(createKey));
  addServerOptions(keys.command("revoke").summary("end one, and every link that it signed").argument("<id>", "its id")).action(
    run(revokeKey),
  );
}
