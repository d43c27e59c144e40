import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import { parseDateOption, parsePort } from "../input/parse-options.ts";
import { type Io, paint, printJson, printLine } from "../io.ts";
import { runPreview } from "../preview/run-preview.ts";
import type { PreviewServer } from "../preview/preview-server.ts";
import type { PreviewView } from "../preview/preview-state.ts";
import { addDrawingOptions, type DrawingCliOptions, readDrawingOptions } from "../render/drawing-options.ts";
import { countFindings } from "../report/finding-text.ts";
import { toPrintable } from "../terminal/text.ts";

interface PreviewCommandOptions extends DrawingCliOptions {
  readonly port?: number;
  readonly json?: boolean;
}

/** `preview`: a page on this machine that redraws a source folder whenever a file in it is saved. */
async function preview(io: Io, folder: string, options: PreviewCommandOptions): Promise<ExitCode> {
  const path = resolve(io.workingDirectory, folder);
  await assertSource(path, folder);
  const drawing = await readDrawingOptions(io, options);
  await runPreview(io, {
    path,
    port: options.port ?? 0,
    locales: options.locale === undefined ? [] : [drawing.locale ?? []].flat(),
    // Unless a moment was named, time goes on while the page is open.
    face: () => ({ ...drawing, now: parseDateOption(io, options.now, "--now") }),
    onView: (view, server) => (options.json === true ? printJson(io, toLine(view, server)) : printView(io, folder, view, server)),
  });
  return EXIT.fine;
}

async function assertSource(path: string, name: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new UsageError(`${name}: no such folder`);
  if (!facts.isDirectory())
    throw new UsageError(
      `${name} is a finished pass, not a folder`,
      `Draw it with passwright render ${name}, or unpack it: passwright unpack ${name} --source`,
    );
  const source = await stat(join(path, "pass.json")).catch(() => null);
  if (source?.isFile() !== true)
    throw new UsageError(`${name}: a folder without pass.json`, "Start one with passwright new STYLE DIR.");
}

function toLine({ version, problem, check, languages }: PreviewView, { url }: PreviewServer) {
  const count = (severity: string): number => check?.findings.filter((finding) => finding.severity === severity).length ?? 0;
  return {
    event: version === 1 ? "listening" : "drawn",
    url,
    version,
    problem,
    languages: languages.map(({ tag }) => tag),
    errors: count("error"),
    warnings: count("warning"),
  };
}

function printView(io: Io, folder: string, { version, problem, check }: PreviewView, { url }: PreviewServer): void {
  if (version === 1)
    printLine(
      io.stdout,
      `${toPrintable(folder)} is shown at ${paint(io, io.stdout, "bold", url)} and drawn anew at each save. Ctrl-C ends it.`,
    );
  const time = io.now().toTimeString().slice(0, 8);
  if (problem !== null) {
    const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(":");
    printLine(io.stderr, paint(io, io.stderr, "red", toPrintable(`${time} ${place === "" ? "" : `${place}: `}${problem.message}`)));
  } else if (check !== null) printLine(io.stderr, `${time} drawn, ${countFindings(check.findings)}`);
}

export const previewCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("preview")
      .summary("a page that redraws a source folder at each save")
      .description(
        "Serves a page to this machine alone: front, back and Watch side by side in every language the pass has, with what the check finds. It is drawn anew whenever a file in the folder is saved, until Ctrl-C. No browser is opened.",
      )
      .argument("<folder>", "a source folder or a template")
      .option("--port <n>", "where to listen; any that is free by default", (text) => parsePort(text, "--port"));
    addDrawingOptions(command)
      .option("--json", "one JSON object at the start and at each change")
      .addHelpText(
        "after",
        `
Examples:
  passwright preview ticket.pass
  passwright preview ticket.pass --port 4000 --locale de-AT --time-zone Europe/Vienna`,
      )
      .action(run(preview));
  },
};
