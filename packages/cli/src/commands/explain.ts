import type { CommandModule } from "../command-module.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { MAX_INPUT_BYTES, findInputs } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import { readLog } from "../report/log-causes.ts";
import { toLogJson, toLogLines } from "../report/log-text.ts";

interface ExplainOptions {
  readonly message?: string;
  readonly json?: boolean;
}

/** `explain`: what the lines of a device's or a web service's log mean, and what to do. */
async function explain(io: Io, files: readonly string[], { message, json }: ExplainOptions): Promise<ExitCode> {
  if (files.length === 0 && message === undefined)
    throw new UsageError("there is nothing to explain", "Name a log, - for standard input, or give --message WORDS.");
  const texts = message === undefined ? [] : [message];
  for (const file of files) texts.push(await readText(io, file));
  const reading = readLog(texts.join("\n"));
  if (json === true) printJson(io, toLogJson(reading));
  else for (const line of toLogLines(io, reading)) printLine(io.stdout, line);
  return reading.causes.length === 0 && reading.unknown.length > 0 ? EXIT.findings : EXIT.fine;
}

async function readText(io: Io, file: string): Promise<string> {
  const parts: string[] = [];
  if (file === "-") return decode(await io.readStdin());
  const [input, ...others] = await findInputs(io, file);
  const found = others.length === 0 ? await input?.open() : undefined;
  if (found?.kind !== "bytes") throw new UsageError(`${file}: expected a file of text, found a folder`);
  parts.push(decode(found.bytes));
  return parts.join("\n");
}

/** UTF-8, or UTF-16 where a mark says so, as Windows' shells write it. */
function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_INPUT_BYTES) throw new UsageError("the log is too large");
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

export const explainCommand: CommandModule = {
  register(program, run) {
    program
      .command("explain")
      .summary("what a log of a phone or web service means, and what to do")
      .description(
        "Reads log text of devices and web services, and the words that phones show when a pass does not install,\nand tells cause and fix. Tokens are left out of what is printed.",
      )
      .argument("[logs...]", "files of text, or - for standard input")
      .option("--message <words>", "the words themselves, instead of a file")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        `
Examples:
  passwright explain server.log
  journalctl -u passes | passwright explain -
  passwright explain --message "Safari cannot download this file"

Exit code 1 when no line is known.`,
      )
      .action(run(explain));
  },
};
