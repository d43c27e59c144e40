import { type Command, Option } from "commander";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import type { NamedPass } from "../input/open-passes.ts";
import { writeOutput } from "../input/output-file.ts";
import { parseCount } from "../input/parse-options.ts";
import { type Io, printJson, printLine } from "../io.ts";
import { FACES } from "../render/draw-face.ts";
import { drawPicture, type PictureName, readVersionBefore } from "../render/draw-picture.ts";
import { addDrawingOptions, type DrawingCliOptions, readDrawingOptions } from "../render/drawing-options.ts";
import { attempt, linesOf, type PictureLine, printNotes, toDrawingNotes } from "../render/drawing-report.ts";
import { findPasses, pickPasses } from "../render/find-passes.ts";
import { PICTURE_FORMATS, type PictureFormat, writePicture } from "../render/picture-format.ts";
import { NOTICE_DEVICES, type NoticeDevice } from "../render/draw-notice.ts";
import { choosePictureTarget, type PictureTarget } from "../render/picture-target.ts";
import { createProgress } from "../terminal/progress.ts";
import { toPrintable } from "../terminal/text.ts";

interface RenderOptions extends DrawingCliOptions {
  readonly front?: boolean;
  readonly back?: boolean;
  readonly watch?: boolean;
  readonly notice?: boolean;
  readonly before?: string;
  readonly device?: NoticeDevice;
  readonly out?: string;
  readonly format?: PictureFormat;
  readonly scale?: Scale;
  readonly pass?: number;
  readonly describe?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

type Scale = 1 | 2 | 3;

/** Of more files than this only what goes wrong is told one by one. */
const FULL_REPORTS = 3;

/** `render`: pictures of passes as Wallet shows them, or the same in words. */
async function render(io: Io, args: readonly string[], options: RenderOptions): Promise<ExitCode> {
  const names = chosenPictures(options);
  const drawing = await readDrawingOptions(io, options);
  const now = drawing.now ?? io.now();
  const before = options.before === undefined ? null : await readVersionBefore(io, options.before, now);
  const faceOptions = options.scale === undefined ? drawing : { ...drawing, scale: options.scale };
  const inputs = await findPasses(io, args, now);
  const target =
    options.describe === true ? null : await choosePictureTarget(io, options.out, options.format, inputs.length * names.length > 1);
  const isBrief = inputs.length > FULL_REPORTS;
  const progress = createProgress(io, inputs.length, "files", { isShown: isBrief && !io.stdout.isTerminal });
  const tally = { failed: 0, pictures: 0, lacking: 0 };
  const drawAll = async (named: NamedPass): Promise<void> => {
    for (const name of names) {
      const picture = await drawPicture(name, named.pass, { ...faceOptions, before, device: options.device ?? "phone" });
      const line = await deliver(io, { named, name, ...picture }, target, options);
      tally.pictures += 1;
      if (line.findings.length > 0) tally.lacking += 1;
      if (options.json === true && options.out !== "-") printJson(io, line);
      else if (target === null) printWords(io, line, tally.pictures > 1);
      if (!isBrief) report(io, line);
    }
  };
  for (const [index, input] of inputs.entries()) {
    io.signal.throwIfAborted();
    const opened = await attempt(io, input.name, !isBrief, async () => {
      const passes = pickPasses(input.name, await input.open(), options.pass);
      if (target?.isOne === true && passes.length > 1)
        throw new UsageError(`${input.name} holds ${passes.length} passes`, "Choose one with --pass N, or name a folder with -o.");
      for (const named of passes) if (!(await attempt(io, named.name, !isBrief, () => drawAll(named)))) tally.failed += 1;
    });
    if (!opened) tally.failed += 1;
    progress.update(index + 1, tally.failed);
  }
  progress.finish();
  if (isBrief) {
    const lacking = tally.lacking === 0 ? "" : `; ${tally.lacking} leave something out (--json tells what)`;
    printLine(
      io.stderr,
      `${tally.pictures} pictures of ${inputs.length} files, ${tally.failed} ${tally.failed === 1 ? "pass" : "passes"} could not be drawn${lacking}`,
    );
  }
  return tally.failed === 0 ? EXIT.fine : EXIT.findings;
}

function chosenPictures(options: RenderOptions): readonly PictureName[] {
  const about = (["before", "device"] as const).find((option) => options[option] !== undefined);
  if (about !== undefined && options.notice !== true) throw new UsageError(`--${about} is about a notice`, "Add --notice.");
  const chosen = ([...FACES, "notice"] as const).filter((name) => options[name] === true);
  if (options.describe === true && options.out !== undefined)
    throw new UsageError(
      "--describe prints words, for which -o is no place",
      "Send them to a file: passwright render FILE --describe > FILE.txt",
    );
  return chosen.length === 0 ? ["front"] : chosen;
}

interface Picture extends Awaited<ReturnType<typeof drawPicture>> {
  readonly named: NamedPass;
  readonly name: PictureName;
}

/** Writes a picture to its place, and says what it is. */
async function deliver(io: Io, picture: Picture, target: PictureTarget | null, options: RenderOptions): Promise<PictureLine> {
  const { named, name, scene } = picture;
  const file = target?.pathFor(named.name, name) ?? null;
  if (target !== null && file !== null) {
    const bytes = await writePicture(scene, target.format, options.scale ?? 2);
    await writeOutput(io, file, [bytes], { force: options.force === true });
  }
  const { width, height, title } = scene;
  return {
    pass: named.name,
    face: name,
    file,
    width,
    height,
    title,
    lines: linesOf(picture),
    findings: await toDrawingNotes(picture.findings),
  };
}

function printWords(io: Io, { title, lines }: PictureLine, isFollowing: boolean): void {
  if (isFollowing) printLine(io.stdout);
  for (const line of [title, ...lines]) printLine(io.stdout, toPrintable(line));
}

function report(io: Io, { pass, face, file, width, height, findings }: PictureLine): void {
  if (file !== null && file !== "-") {
    printLine(io.stderr, toPrintable(`${file}: ${face} of ${pass}, ${Math.round(width)} × ${Math.round(height)} points`));
  }
  printNotes(io, `${pass} ${face}`, findings);
}

export const renderCommand: CommandModule = {
  register(program, run) {
    addRenderOptions(program.command("render"))
      .addHelpText(
        "after",
        `
Examples:
  passwright render ticket.pkpass
  passwright render ticket.pass --back --locale de --dark -o back.png --scale 3
  passwright render passes/ --front --back -o pictures/ --format png
  passwright render new.pkpass --notice --before old.pkpass
  passwright render ticket.pkpass --describe`,
      )
      .action(run(render));
  },
};

function addRenderOptions(command: Command): Command {
  command
    .summary("a picture of a pass: front, back, Watch or lock screen")
    .description(
      "Draws passes as Wallet shows them: the front unless told otherwise. What a picture leaves out is told on standard error.\nNothing is verified; passwright check does that.",
    )
    .argument("<files...>", ".pkpass, .pkpasses, source folders, folders of passes, web addresses, or - for standard input")
    .option("--front", "the front")
    .option("--back", "the details behind it")
    .option("--watch", "on the Watch")
    .option("--notice", "what the lock screen says when it is relevant, or with --before when it is updated")
    .option("--before <file>", "the version that the phone has, for the notice of an update")
    .addOption(new Option("--device <device>", "where the notice is shown; the phone by default").choices(NOTICE_DEVICES))
    .option("-o, --out <path>", "an .svg or .png, - for standard output, or a folder for many; NAME.front.svg by default")
    .addOption(new Option("--format <format>", "where the name does not tell").choices(PICTURE_FORMATS))
    .option("--scale <n>", "pixels for a point of a PNG (1, 2, 3; 2 by default), with the pass's images of that scale", parseScale);
  return addDrawingOptions(command)
    .option("--pass <n>", "of a bundle this pass alone, counted from 1", (text) => parseCount(text, "--pass"))
    .option("--describe", "print what is on it in words, in reading order, in place of a picture")
    .option("--force", "replace a file that is there")
    .option("--json", "one JSON object a picture and line: size, words, and what the picture leaves out");
}

function parseScale(text: string): Scale {
  const scale = ([1, 2, 3] as const).find((known) => String(known) === text);
  if (scale === undefined) throw new UsageError(`--scale: "${text}" is not 1, 2 or 3`);
  return scale;
}
