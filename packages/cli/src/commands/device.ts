import type { Command } from "commander";
import type { CommandModule, CommandRunner } from "../command-module.ts";
import { addAddCommand } from "./device/add.ts";
import { addExportCommand } from "./device/export.ts";
import { addListCommand } from "./device/list.ts";
import { addListenCommand } from "./device/listen.ts";
import { addRefreshCommand } from "./device/refresh.ts";
import { addRemoveCommand } from "./device/remove.ts";
import { addSurfaceCommand } from "./device/surface.ts";

const PARTS: readonly ((device: Command, run: CommandRunner) => void)[] = [
  addAddCommand,
  addListCommand,
  addRefreshCommand,
  addListenCommand,
  addRemoveCommand,
  addSurfaceCommand,
  addExportCommand,
];

export const deviceCommand: CommandModule = {
  register(program, run) {
    const device = program
      .command("device")
      .summary("a wallet without a phone: passes that stay up to date")
      .description("A wallet in a folder: it installs passes as a phone does, registers them, and keeps them up to date.")
      .addHelpText(
        "after",
        `
Examples:
  passwright device add ticket.pkpass
  passwright device listen
  passwright device surface --near 59.9139,10.7522

The wallet is ~/.passwright/wallet; --wallet DIR or PASSWRIGHT_WALLET names another.`,
      );
    for (const add of PARTS) add(device, run);
  },
};
