import { resolve } from "node:path";
import { writeFolder } from "@passwright/pass/node";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { assertFree } from "../input/free-folder.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { createStarterFiles } from "../starters/starter-files.ts";
import { STARTERS } from "../starters/styles.ts";
import { outputName } from "../input/read-input.ts";
import { toPrintable } from "../terminal/text.ts";

interface NewOptions {
  readonly passType: string;
  readonly team: string;
  readonly organization: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `new`: a template of a style that builds at once, to be changed into one's own. */
async function createTemplate(io: Io, style: string, directory: string, options: NewOptions): Promise<ExitCode> {
  const starter = STARTERS.find((candidate) => candidate.style.toLowerCase() === style.toLowerCase());
  if (starter === undefined) throw new UsageError(`there is no style "${style}"`, `Choose ${STYLES}.`);
  const folder = resolve(io.workingDirectory, directory);
  await assertFree(folder, directory, options.force === true);
  const files = await createStarterFiles(starter, {
    passTypeIdentifier: options.passType,
    teamIdentifier: options.team,
    organizationName: options.organization,
  });
  await writeFolder(folder, files);
  if (options.json === true) {
    printJson(io, { folder: directory, style: starter.style, files: [...files.keys()] });
    return EXIT.fine;
  }
  const pass = outputName(directory, ".pkpass");
  for (const line of [
    `${directory}: ${starter.name}`,
    "  pass.json      the pass; ${…} and $eval take values",
    "  template.json  which values there are, and a sample of them",
    "  *.png          placeholders for your images",
    "",
    "Try it:",
    `  passwright build ${directory} --throwaway`,
    `  passwright show ${pass}`,
    "Then put your own identifiers, texts and images in, and look what Wallet would say:",
    `  passwright check ${directory}`,
  ]) {
    printLine(io.stdout, toPrintable(line));
  }
  return EXIT.fine;
}

const STYLES = /* @__PURE__ */ STARTERS.map(({ style }) => style).join(", ");

export const newCommand: CommandModule = {
  register(program, run) {
    program
      .command("new")
      .summary("start a template of a style")
      .description(
        `Starts a template that builds at once: pass.json, template.json with a sample, placeholder images.\nStyles: ${STYLES}`,
      )
      .argument("<style>", "the style of the pass")
      .argument("<dir>", "the folder to make, as ticket.pass")
      .option("--pass-type <id>", "your pass type identifier", "pass.com.example.ticket")
      .option("--team <id>", "your team identifier", "EXAMPLE123")
      .option("--organization <name>", "who issues the pass", "Example")
      .option("--force", "write into a folder that is not empty")
      .option("--json", "print JSON about what was written")
      .addHelpText(
        "after",
        `
Examples:
  passwright new eventTicket ticket.pass
  passwright new boardingPass flight.pass --pass-type pass.com.example.flight --team A1B2C3D4E5 --organization "Tern Air"`,
      )
      .action(run(createTemplate));
  },
};
