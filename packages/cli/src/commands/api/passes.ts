import type { Command } from "commander";
import type { IssuerClient, PassChange, PassName, PassRevision, PassUpdate } from "@passwright/server/client";
import { addValueOptions, inputsOfPass, inputsOfTemplate, readGivenValues, type ValueCliOptions } from "../../api/given-values.ts";
import {
  addPassOptions,
  addServerOptions,
  nameOfPass,
  openClient,
  type PassCliOptions,
  type ServerCliOptions,
} from "../../api/open-client.ts";
import { printChange, printPass, printTable } from "../../api/print-answer.ts";
import { addPictureOptions, type PictureCliOptions, toPictureQuery } from "../../api/picture-options.ts";
import { addPushOption, parsePushOption, type PushCliOptions } from "../../api/push-option.ts";
import { historyRows } from "../../api/history-rows.ts";
import { addMailCommand } from "./mail.ts";
import { addImportCommand } from "./import.ts";
import { addUpdateWhereCommand } from "./update-where.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { readOneInput } from "../../input/read-input.ts";
import { parseCount, parseDateOption } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";

interface ListOptions extends PassCliOptions {
  readonly template?: string;
  readonly externalId?: string;
  readonly voided?: boolean;
  readonly search?: string;
  readonly limit: string;
}

async function list(io: Io, options: ListOptions): Promise<ExitCode> {
  const { type, template, externalId, voided, search } = options;
  const most = parseCount(options.limit, "--limit");
  const passes = openClient(io, options).passes.each({
    ...(type !== undefined && { passTypeIdentifier: type }),
    ...(template !== undefined && { templateId: template }),
    ...(externalId !== undefined && { externalId }),
    ...(voided === true && { voided: "true" as const }),
    ...(search !== undefined && { search }),
    limit: Math.min(100, most),
  });
  const rows: string[][] = [];
  let count = 0;
  let hasMore = false;
  for await (const pass of passes) {
    if (count === most) {
      hasMore = true;
      break;
    }
    if (options.json === true) printJson(io, pass);
    const state = pass.voided ? "voided" : (pass.expiresAt?.slice(0, 10) ?? "");
    rows.push([
      pass.serialNumber,
      pass.externalId ?? "–",
      pass.templateId,
      String(pass.revision),
      pass.updatedAt.slice(0, 16),
      state,
    ]);
    count += 1;
  }
  if (options.json !== true) printTable(io, ["serial", "external id", "template", "revision", "of", "expires"], rows, "no passes");
  if (hasMore) printLine(io.stderr, `There are more than these ${most}: --limit shows more, --template and --search find some.`);
  return EXIT.fine;
}

interface CreateOptions extends ServerCliOptions, ValueCliOptions {
  readonly serial?: string;
  readonly externalId?: string;
  readonly expires?: string;
  readonly idempotencyKey?: string;
  readonly out?: string;
  readonly force?: boolean;
}

async function create(io: Io, templateId: string, options: CreateOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const { serial, externalId, expires, idempotencyKey } = options;
  const pass = await client.passes.create(
    {
      templateId,
      values: (await readGivenValues(io, options, inputsOfTemplate(client, templateId))) ?? {},
      ...(serial !== undefined && { serialNumber: serial }),
      ...(externalId !== undefined && { externalId }),
      ...(expires !== undefined && { expiresAt: parseDateOption(io, expires, "--expires").toISOString() }),
    },
    idempotencyKey === undefined ? {} : { idempotencyKey },
  );
  if (options.json === true) printJson(io, pass);
  else if (options.out !== "-") printPass(io, pass);
  if (options.out !== undefined) {
    await writeOutput(io, options.out, [await client.passes.download(pass)], { force: options.force === true });
  }
  return EXIT.fine;
}

async function show(io: Io, serial: string, options: PassCliOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const pass = await client.passes.get(await nameOfPass(client, serial, options));
  if (options.json === true) printJson(io, pass);
  else printPass(io, pass);
  return EXIT.fine;
}

interface UpdateOptions extends PassCliOptions, ValueCliOptions, PushCliOptions {
  readonly expires?: string;
  readonly templateVersion?: string;
  readonly ifRevision?: string;
}

async function update(io: Io, serial: string, options: UpdateOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const values = await readGivenValues(io, options, inputsOfPass(client, serial, options));
  const { expires, templateVersion, ifRevision } = options;
  if (values === undefined && expires === undefined && templateVersion === undefined) {
    throw new UsageError("nothing to change: give --set, --data, --expires or --template-version");
  }
  const push = parsePushOption(options);
  const change: PassUpdate = {
    ...(values !== undefined && { values }),
    ...(expires !== undefined && {
      expiresAt: expires === "never" ? null : parseDateOption(io, expires, "--expires").toISOString(),
    }),
    ...(templateVersion !== undefined && { templateVersion: parseCount(templateVersion, "--template-version") }),
    ...(ifRevision !== undefined && { ifRevision: parseCount(ifRevision, "--if-revision") }),
    ...(push !== undefined && { push }),
  };
  printChange(io, await client.passes.update(await nameOfPass(client, serial, options), change), options.json);
  return EXIT.fine;
}

type ActionOptions = PassCliOptions & PushCliOptions & { readonly at?: string };

/** Changes that have a name, and what of the client does them. */
const ACTIONS: readonly {
  readonly name: "void" | "unvoid" | "expire" | "delete";
  readonly summary: string;
  readonly run: (client: IssuerClient, pass: PassName, options: ActionOptions, io: Io) => Promise<PassChange>;
}[] = [
  { name: "void", summary: "make one invalid", run: (client, pass, options) => client.passes.void(pass, toAction(options)) },
  { name: "unvoid", summary: "make it valid again", run: (client, pass, options) => client.passes.unvoid(pass, toAction(options)) },
  {
    name: "expire",
    summary: "let it expire",
    run: (client, pass, options, io) =>
      client.passes.expire(pass, {
        ...toAction(options),
        ...(options.at !== undefined && { at: parseDateOption(io, options.at, "--at").toISOString() }),
      }),
  },
  { name: "delete", summary: "void it and take it out of the API", run: (client, pass) => client.passes.delete(pass) },
];

function toAction(options: PushCliOptions) {
  const push = parsePushOption(options);
  return push === undefined ? {} : { push };
}

async function history(io: Io, serial: string, options: PassCliOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const name = await nameOfPass(client, serial, options);
  const revisions: PassRevision[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await client.passes.history(name, { limit: 99, ...(cursor !== undefined && { cursor }) });
    if (options.json === true) for (const one of page.items) printJson(io, one);
    else revisions.push(...page.items);
    cursor = page.nextCursor;
  }
  if (options.json !== true) printTable(io, ["revision", "of", "what was new"], historyRows(revisions), "no revisions");
  return EXIT.fine;
}

async function download(
  io: Io,
  serial: string,
  options: PassCliOptions & { readonly out?: string; readonly force?: boolean },
): Promise<ExitCode> {
  const client = openClient(io, options);
  const bytes = await client.passes.download(await nameOfPass(client, serial, options));
  await writeOutput(io, options.out ?? `${serial.replaceAll(/[^\w.@+~=-]/gu, "_")}.pkpass`, [bytes], {
    force: options.force === true,
  });
  return EXIT.fine;
}

async function picture(
  io: Io,
  serial: string,
  options: PassCliOptions & PictureCliOptions & { readonly out?: string; readonly force?: boolean },
): Promise<ExitCode> {
  const client = openClient(io, options);
  const out = options.out ?? `${serial.replaceAll(/[^\w.@+~=-]/gu, "_")}.png`;
  const bytes = await client.passes.draw(await nameOfPass(client, serial, options), toPictureQuery(out, options));
  await writeOutput(io, out, [bytes], { force: options.force === true });
  return EXIT.fine;
}

async function image(
  io: Io,
  serial: string,
  imageName: string,
  source: string | undefined,
  options: PassCliOptions & PushCliOptions & { readonly remove?: boolean },
): Promise<ExitCode> {
  if ((source === undefined) !== (options.remove === true)) throw new UsageError("give a picture, or --remove");
  const push = parsePushOption(options);
  if (typeof push === "object") throw new UsageError("--over is for changes of values");
  const client = openClient(io, options);
  const pass = await nameOfPass(client, serial, options);
  const query = push === undefined ? {} : { push };
  if (source === undefined) {
    printChange(io, await client.passes.deleteImage(pass, imageName, query), options.json);
    return EXIT.fine;
  }
  const input = await readOneInput(io, source);
  if (input.kind !== "bytes") throw new UsageError(`${source} is a folder`);
  printChange(io, await client.passes.putImage(pass, imageName, input.bytes, query), options.json);
  return EXIT.fine;
}

export function addPassesCommands(api: Command, run: CommandRunner): void {
  const passes = api.command("passes").summary("issue, look up, change, void").description("Passes of the project.");
  addPassOptions(passes.command("list").summary("which there are"))
    .option("--template <id>", "only those of a template")
    .option("--external-id <id>", "only those with this id of yours")
    .option("--voided", "only voided ones")
    .option("--search <text>", "only those with this text in their serial number, external id or values")
    .option("--limit <n>", "so many at most", "100")
    .action(run(list));
  addValueOptions(addServerOptions(passes.command("create").summary("issue one").argument("<template>", "id of the template")))
    .option("--serial <number>", "serial number; a random one when absent")
    .option("--external-id <id>", "your own id of it")
    .option("--expires <date>", "when it expires")
    .option("--idempotency-key <key>", "the same command with the same key makes one pass")
    .option("-o, --out <file>", "write the signed pass, - for standard output")
    .option("--force", "replace a file that is there")
    .action(run(create));
  addImportCommand(passes, run);
  addUpdateWhereCommand(passes, run);
  addPassOptions(passes.command("show").summary("one").argument("<serial>")).action(run(show));
  addPushOption(
    addValueOptions(addPassOptions(passes.command("update").summary("change one, and tell its devices").argument("<serial>"))),
  )
    .option("--expires <date>", "when it expires; never for no such time")
    .option("--template-version <n>", "another version of its template")
    .option("--if-revision <n>", "only when it still has this revision")
    .action(run(update));
  for (const action of ACTIONS) {
    const command = addPassOptions(passes.command(action.name).summary(action.summary).argument("<serial>"));
    if (action.name !== "delete") addPushOption(command);
    if (action.name === "expire") command.option("--at <date>", "when; now when absent");
    command.action(
      run(async (io: Io, serial: string, options: ActionOptions) => {
        const client = openClient(io, options);
        printChange(io, await action.run(client, await nameOfPass(client, serial, options), options, io), options.json);
        return EXIT.fine;
      }),
    );
  }
  addMailCommand(passes, run);
  addPassOptions(passes.command("history").summary("every revision of one").argument("<serial>")).action(run(history));
  addPassOptions(passes.command("download").summary("write the signed pass").argument("<serial>"))
    .option("-o, --out <file>", "where to; SERIAL.pkpass when absent, - for standard output")
    .option("--force", "replace a file that is there")
    .action(run(download));
  addPictureOptions(addPassOptions(passes.command("picture").summary("what it looks like, as PNG or SVG").argument("<serial>")))
    .option("-o, --out <file>", "where to; SERIAL.png when absent, - for standard output")
    .option("--force", "replace a file that is there")
    .action(run(picture));
  addPushOption(
    addPassOptions(
      passes
        .command("image")
        .summary("give one a picture of its own")
        .argument("<serial>")
        .argument("<name>", "thumbnail, strip, background …")
        .argument("[file]", "PNG, JPEG or WebP; it is cut and scaled to what Wallet draws"),
    ),
  )
    .option("--remove", "give it its template's picture back")
    .action(run(image));
}
