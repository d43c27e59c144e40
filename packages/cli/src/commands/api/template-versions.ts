import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { parseCount } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

async function versions(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).templates.versions(id);
  if (options.json === true) for (const version of items) printJson(io, version);
  else {
    const rows = items.map(({ version, publishedAt, digest }) => [String(version), publishedAt.slice(0, 19), digest.slice(0, 12)]);
    printTable(io, ["version", "published", "files"], rows, "none is published");
  }
  return EXIT.fine;
}

interface PullOptions extends ServerCliOptions {
  readonly templateVersion?: string;
  readonly out?: string;
  readonly force?: boolean;
}

async function pull(io: Io, id: string, options: PullOptions): Promise<ExitCode> {
  const { templateVersion } = options;
  const query = templateVersion === undefined ? {} : { version: parseCount(templateVersion, "--template-version") };
  const bytes = await openClient(io, options).templates.download(id, query);
  await writeOutput(io, options.out ?? `${id}.zip`, [bytes], { force: options.force === true });
  return EXIT.fine;
}

async function discard(io: Io, id: string, options: ServerCliOptions): Promise<ExitCode> {
  const template = await openClient(io, options).templates.discardDraft(id);
  if (options.json === true) printJson(io, template);
  else {
    const left = template.version === null ? "nothing is left of it" : `version ${template.version} stays`;
    printLine(io.stdout, toPrintable(`the draft of ${id} is gone; ${left}`));
  }
  return EXIT.fine;
}

/** What there was of a template, and its draft. */
export function addTemplateVersionCommands(templates: Command, run: CommandRunner): void {
  addServerOptions(templates.command("versions").summary("every published version").argument("<id>")).action(run(versions));
  addServerOptions(templates.command("pull").summary("write its files as a ZIP").argument("<id>"))
    .option("--template-version <n>", "a published version; the draft, or else the newest, when absent")
    .option("-o, --out <file>", "where to; ID.zip when absent, - for standard output")
    .option("--force", "replace a file that is there")
    .action(run(pull));
  addServerOptions(templates.command("discard").summary("take the draft back").argument("<id>")).action(run(discard));
}
