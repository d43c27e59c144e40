import { addPassOptions, nameOfPass, openClient, type PassCliOptions } from "../api/open-client.ts";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { printJson, printLine, type Io } from "../io.ts";
import { toPublicTimeline, toTimelineLines } from "../report/timeline-text.ts";

interface WhyOptions extends PassCliOptions {
  readonly public?: boolean;
}

/** `why`: what happened to a pass on its way to the phones, and where the way is broken. */
async function why(io: Io, serial: string, options: WhyOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const told = await client.activity.timeline(await nameOfPass(client, serial, options));
  const story = options.public === true ? toPublicTimeline(told) : told;
  if (options.json === true) printJson(io, story);
  else for (const line of toTimelineLines(io, story)) printLine(io.stdout, line);
  return story.status === "broken" ? EXIT.findings : EXIT.fine;
}

export const whyCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("why")
      .summary("why a pass does not update")
      .description(
        "Tells what happened to a pass of a server, step by step: issued, downloaded, registered, changed, pushed, listed, fetched;\nand names the link that is broken, with what to do.",
      )
      .argument("<serial>", "serial number of the pass");
    addPassOptions(command)
      .option("--public", "leave out what names the pass and the server, to show it to others")
      .addHelpText(
        "after",
        `
Examples:
  passwright why TA-000123
  passwright why TA-000123 --public
  passwright why TA-000123 --json

Exit code 0 when the pass is up to date or on its way, 1 when the way is broken.`,
      )
      .action(run(why));
  },
};
