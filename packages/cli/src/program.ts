import { Command, CommanderError } from "commander";
import { PassError } from "@passwright/pass";
import { ApiError } from "@passwright/server/client";
import { WalletError } from "@passwright/wallet";
import { describeApiFailure } from "./api/api-failure.ts";
import type { CommandRunner } from "./command-module.ts";
import { COMMANDS } from "./commands/index.ts";
import { EXIT, exitCodeOf, HINTS, UsageError, type ExitCode } from "./exit-code.ts";
import { paint, type Io } from "./io.ts";
import { toPrintable } from "./terminal/text.ts";
import { VERSION } from "./version.ts";

const MAX_HELP_COLUMNS = 110;

const EXAMPLES = `
Why does Wallet refuse my pass?
  passwright check ticket.pkpass
Make one, without an account:
  passwright new eventTicket ticket.pass
  passwright build ticket.pass --throwaway
  passwright show ticket.pkpass
Make ten thousand, with your certificate:
  passwright build ticket.pass --cert pass.cer --key key.pem --data guests.csv --out passes
Get that certificate, without a Mac:
  passwright cert request --name "Example Ltd"
Hold a pass that stays up to date, without a phone:
  passwright device add ticket.pkpass
Why do passes not update?
  passwright conformance --pass ticket.pkpass
  passwright explain server.log

passwright help COMMAND tells the options of a command.
Exit codes: 0 fine, 1 findings of severity error, 2 called wrongly.`;

/**
 * Runs the command line once.
 *
 * @param args - what follows the program's name
 * @returns the exit code: 0 fine, 1 findings of severity error, 2 misuse
 */
export async function runProgram(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const program = new Command("passwright")
    .description("Make, sign, check, explain, show and hold Apple Wallet passes.")
    .usage("COMMAND [options]")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "tell about a command")
    .addHelpText("after", EXAMPLES)
    .exitOverride()
    .showHelpAfterError("(passwright help COMMAND tells the options)")
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(toPrintableLines(text)),
      getOutHelpWidth: () => Math.min(io.stdout.columns, MAX_HELP_COLUMNS),
      getErrHelpWidth: () => Math.min(io.stderr.columns, MAX_HELP_COLUMNS),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const run: CommandRunner = (action) => {
    return async (...actionArgs) => {
      exitCode = await action(io, ...actionArgs);
    };
  };
  for (const command of COMMANDS) command.register(program, run);
  if (args.length === 0) {
    program.outputHelp();
    return EXIT.fine;
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return reportFailure(io, error);
  }
}

function reportFailure(io: Io, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse;
  if (error instanceof UsageError) return fail(io, error.message, error.hint, EXIT.misuse);
  if (error instanceof PassError) return fail(io, `${error.message} (${error.code})`, HINTS[error.code], exitCodeOf(error.code));
  if (error instanceof WalletError) return fail(io, `${error.message} (${error.code})`, HINTS[error.code], EXIT.misuse);
  if (error instanceof ApiError) {
    const { message, hint, code } = describeApiFailure(error);
    return fail(io, message, hint, code);
  }
  if (io.signal.aborted) return fail(io, "interrupted", undefined, EXIT.misuse);
  if (isFileSystemError(error)) return fail(io, error.message, undefined, EXIT.misuse);
  // A fault of this program: the trace is what its makers need.
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  fail(io, "passwright failed unexpectedly", "Please report it with the lines below.", EXIT.misuse);
  io.stderr.write(toPrintableLines(`${trace}\n`));
  return EXIT.misuse;
}

function fail(io: Io, message: string, hint: string | undefined, code: ExitCode): ExitCode {
  io.stderr.write(`${paint(io, io.stderr, "red", "error:")} ${toPrintableLines(message)}\n`);
  if (hint !== undefined) io.stderr.write(`  ${toPrintableLines(hint)}\n`);
  return code;
}

function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** Messages quote names and values of strangers; only their line breaks are obeyed. */
function toPrintableLines(text: string): string {
  return text.split("\n").map(toPrintable).join("\n");
}
