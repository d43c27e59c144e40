import { basename, resolve } from "node:path";
import { packFiles } from "@passwright/pass";
import type { PreviewRequest, TemplateDetails } from "@passwright/server/client";
import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printFacts, printTable } from "../../api/print-answer.ts";
import { addValueOptions, inputsOfTemplate, readGivenValues, type ValueCliOptions } from "../../api/given-values.ts";
import { addPictureOptions, type PictureCliOptions, toPictureQuery } from "../../api/picture-options.ts";
import { addTemplateVersionCommands } from "./template-versions.ts";
import { addRollOutCommand } from "./roll-out.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { readOneInput } from "../../input/read-input.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { pictureFormatOf } from "../../render/picture-format.ts";
import { toPrintable } from "../../terminal/text.ts";

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).templates.list();
  if (options.json === true) for (const template of items) printJson(io, template);
  else {
    const rows = items.map(({ templateId, passTypeIdentifier, version, draftAt }) => [
      templateId,
      passTypeIdentifier,
      version === null ? "–" : String(version),
      draftAt?.slice(0, 16) ?? "–",
    ]);
    printTable(io, ["template", "pass type", "version", "draft of"], rows, "no templates; passwright api templates push FOLDER");
  }
  return EXIT.fine;
}

function printTemplate(io: Io, template: TemplateDetails, json: boolean | undefined): void {
  if (json === true) {
    printJson(io, template);
    return;
  }
  printFacts(io, [
    ["template", template.templateId],
    ["pass type", template.passTypeIdentifier],
    ["version", template.version === null ? "none is published" : String(template.version)],
    ["draft", template.draftAt],
    ["inputs", template.inputs === null ? template.names.join(", ") : JSON.stringify(template.inputs)],
  ]);
}

async function show(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  printTemplate(io, await openClient(io, options).templates.get(id), options.json);
  return EXIT.fine;
}

async function push(
  io: Io,
  source: string,
  options: ServerCliOptions & { readonly id?: string; readonly publish?: boolean },
): Promise<ExitCode> {
  const client = openClient(io, options);
  const input = await readOneInput(io, source);
  const zip = input.kind === "bytes" ? input.bytes : await packFiles(input.files);
  const id = options.id ?? toTemplateId(resolve(io.workingDirectory, source));
  const draft = await client.templates.upload(id, zip);
  const template = options.publish === true ? await client.templates.publish(id) : draft;
  printTemplate(io, template, options.json);
  if (options.publish !== true && options.json !== true) {
    printLine(io.stderr, toPrintable(`A draft: passwright api templates publish ${id} makes it the newest version.`));
  }
  return EXIT.fine;
}

/** `gate` of `gate.pass`. */
function toTemplateId(path: string): string {
  return basename(path).replace(/\.(?:pass|pkpass|pkpasstemplate|zip)$/iu, "");
}

async function publish(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  printTemplate(io, await openClient(io, options).templates.publish(id), options.json);
  return EXIT.fine;
}

interface PreviewOptions extends ServerCliOptions, ValueCliOptions, PictureCliOptions {
  readonly out?: string;
  readonly force?: boolean;
}

async function preview(io: Io, id: string, options: PreviewOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const values = await readGivenValues(io, options, inputsOfTemplate(client, id));
  const request: PreviewRequest = values === undefined ? {} : { values };
  const result = await client.templates.preview(id, request);
  if (options.json === true) printJson(io, result);
  else {
    for (const { place, message } of result.faults) printLine(io.stdout, toPrintable(`${place} ${message}`.trim()));
    for (const { severity, rule, message } of result.findings) printLine(io.stdout, toPrintable(`${severity} ${rule}: ${message}`));
    if (result.faults.length + result.findings.length === 0) printLine(io.stdout, "nothing is wrong with it");
  }
  const isBad = result.faults.length > 0 || result.findings.some(({ severity }) => severity === "error");
  if (options.out !== undefined && result.pass !== null) {
    const bytes = await (pictureFormatOf(options.out) === null
      ? client.templates.downloadPreview(id, request)
      : client.templates.drawPreview(id, request, toPictureQuery(options.out, options)));
    await writeOutput(io, options.out, [bytes], { force: options.force === true });
  }
  return isBad ? EXIT.findings : EXIT.fine;
}

export function addTemplatesCommands(api: Command, run: CommandRunner): void {
  const templates = api
    .command("templates")
    .summary("templates, their drafts and versions")
    .description("Templates of the project.");
  addServerOptions(templates.command("list").summary("which there are")).action(run(list));
  addServerOptions(templates.command("show").summary("one, with its inputs").argument("<id>")).action(run(show));
  addServerOptions(templates.command("push").summary("upload a draft").argument("<source>", "a template's folder or ZIP"))
    .option("--id <id>", "id of the template; the name of the folder when absent")
    .option("--publish", "publish it at once")
    .action(run(push));
  addTemplateVersionCommands(templates, run);
  addRollOutCommand(templates, run);
  addServerOptions(templates.command("publish").summary("make the draft the newest version").argument("<id>")).action(run(publish));
  addPictureOptions(
    addValueOptions(
      addServerOptions(templates.command("preview").summary("what comes of values, and what is wrong").argument("<id>")),
    ),
  )
    .option("-o, --out <file>", "write the preview: a picture as .png or .svg, else a pass")
    .option("--force", "replace a file that is there")
    .action(run(preview));
}
