import { Option } from "commander";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import type { NamedPass } from "../input/open-passes.ts";
import { assertAbsent, writeOutput } from "../input/output-file.ts";
import { parseCount } from "../input/parse-options.ts";
import { outputName } from "../input/read-input.ts";
import { type Io, printJson, printLine } from "../io.ts";
import { drawFace, type FaceOptions } from "../render/draw-face.ts";
import { loadRenderer } from "../render/renderer.ts";
import { explainMisuse } from "../render/drawing-errors.ts";
import { addDrawingOptions, type DrawingCliOptions, readDrawingOptions } from "../render/drawing-options.ts";
import { type FoundPasses, findPasses, pickPasses } from "../render/find-passes.ts";
import { attempt, printNotes, toDrawingNotes } from "../render/drawing-report.ts";
import { createProgress } from "../terminal/progress.ts";
import { toPrintable } from "../terminal/text.ts";

interface PdfCommandOptions extends DrawingCliOptions {
  readonly out?: string;
  readonly page: Paper;
  readonly perPage: PerPage;
  readonly title?: string;
  readonly pass?: number;
  readonly force?: boolean;
  readonly json?: boolean;
}

const PAPERS = ["A4", "Letter"] as const;
type Paper = (typeof PAPERS)[number];
const PER_PAGE = [1, 2, 4] as const;
type PerPage = (typeof PER_PAGE)[number];

/** `pdf`: passes on paper, in one document. */
async function pdf(io: Io, args: readonly string[], options: PdfCommandOptions): Promise<ExitCode> {
  const drawing = await readDrawingOptions(io, options);
  const inputs = await findPasses(io, args, drawing.now ?? io.now());
  const out = options.out ?? defaultName(inputs.map(({ name }) => name));
  // Told now, not behind the drawing of hundreds.
  if (out !== "-") await assertAbsent(io, out, options.force === true);
  const { passes, failed } = await openAll(io, inputs, drawing, options.pass);
  if (passes.length === 0) return EXIT.findings;
  const { toPdf } = await loadRenderer();
  const { page, perPage, title } = options;
  const bytes = await toPdf(
    passes.map(({ pass }) => pass),
    { ...drawing, page, perPage, ...(title === undefined ? {} : { title }) },
  ).catch(explainMisuse);
  await writeOutput(io, out, [bytes], { force: options.force === true });
  if (options.json === true && out !== "-")
    printJson(io, { file: out, bytes: bytes.length, passes: passes.map(({ name }) => name), failed });
  else {
    const count = `${passes.length} ${passes.length === 1 ? "pass" : "passes"}`;
    printLine(io.stderr, toPrintable(`${out}: ${count} on ${page}, ${bytes.length.toLocaleString("en")} bytes`));
  }
  return failed === 0 ? EXIT.fine : EXIT.findings;
}

function defaultName([name, ...others]: readonly string[]): string {
  if (name === undefined || others.length > 0)
    throw new UsageError("many files need a name for their document", "Give it with -o FILE.pdf.");
  return outputName(name, ".pdf");
}

/** Of more files than this the hints are left out. */
const FULL_REPORTS = 3;

interface Opened {
  readonly passes: readonly NamedPass[];
  /** Files, and passes of bundles, that could not be drawn. */
  readonly failed: number;
}

/** Opens what can be opened; the rest is told and left out, so that one bad file does not cost the document. */
async function openAll(io: Io, inputs: readonly FoundPasses[], drawing: FaceOptions, number: number | undefined): Promise<Opened> {
  const passes: NamedPass[] = [];
  let failed = 0;
  const isMany = inputs.length > FULL_REPORTS;
  const progress = createProgress(io, inputs.length, "files", { isShown: isMany });
  for (const [index, input] of inputs.entries()) {
    io.signal.throwIfAborted();
    const opened = await attempt(io, input.name, !isMany, async () => {
      for (const named of pickPasses(input.name, await input.open(), number)) {
        const drawn = await attempt(io, named.name, !isMany, async () => {
          // Drawn once to hear what is left out, and to leave out what has no face at all.
          const { findings } = await drawFace("front", named.pass, drawing);
          printNotes(io, named.name, await toDrawingNotes(findings));
          passes.push(named);
        });
        if (!drawn) failed += 1;
      }
    });
    if (!opened) failed += 1;
    progress.update(index + 1, failed);
  }
  progress.finish();
  return { passes, failed };
}

export const pdfCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("pdf")
      .summary("passes on paper: front, a code that scans, every field of the back")
      .description(
        "Prints passes to one PDF: the front, its code at a size that scanners read from paper, and every field of the back as text. A pass that is voided or expired is printed without the code.\nNothing is verified; passwright check does that.",
      )
      .argument("<files...>", ".pkpass, .pkpasses, source folders, folders of passes, web addresses, or - for standard input")
      .option("-o, --out <file>", "the PDF, - for standard output; NAME.pdf by default")
      .addOption(new Option("--page <paper>", "the paper").choices(PAPERS).default("A4"))
      .option("--per-page <n>", "passes on a page: 1, 2 or 4", parsePerPage, 1)
      .option("--title <text>", "the document's title; the passes' own by default");
    addDrawingOptions(command, { screens: false })
      .option("--pass <n>", "of a bundle this pass alone, counted from 1", (text) => parseCount(text, "--pass"))
      .option("--force", "replace a file that is there")
      .option("--json", "print JSON about what was made")
      .addHelpText(
        "after",
        `
Examples:
  passwright pdf ticket.pkpass
  passwright pdf passes/ --per-page 4 --page Letter -o passes.pdf
  passwright pdf family.pkpasses --pass 2 --locale de -o second.pdf`,
      )
      .action(run(pdf));
  },
};

function parsePerPage(text: string): PerPage {
  const count = PER_PAGE.find((known) => String(known) === text);
  if (count === undefined) throw new UsageError(`--per-page: "${text}" is not 1, 2 or 4`);
  return count;
}
