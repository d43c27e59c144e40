import type { Command } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** A command: its name and options, and what it does. Registers itself on the program; the action returns the exit code. */
export interface CommandModule {
  register(program: Command, run: CommandRunner): void;
}

/** Wraps an action so that its exit code reaches the process. */
export type CommandRunner = <Args extends readonly unknown[]>(
  action: (io: Io, ...args: Args) => Promise<ExitCode>,
) => (...args: Args) => Promise<void>;
