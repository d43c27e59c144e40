import { Command } from "commander";
import { COMMANDS } from "../../src/commands/index.ts";

/** The command line with all its options and nothing behind them. */
export function openProgram(writeOut: (text: string) => void = () => undefined): Command {
  const program = new Command("passwright").exitOverride().configureOutput({ writeErr: () => undefined, writeOut });
  for (const command of COMMANDS) command.register(program, () => async () => undefined);
  return program;
}
