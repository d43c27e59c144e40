import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { findOneHeld } from "../../device/find-held.ts";
import { type DeviceOptions, withDevice } from "../../device/open-device.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toEventJson } from "../../report/device-json.ts";
import { describePass, toEventLines } from "../../report/device-text.ts";
import { addWalletOptions } from "./setting-options.ts";

/** `device remove`: deletes a pass and unregisters it; when the service is away it is told later. */
async function remove(io: Io, name: string, options: DeviceOptions): Promise<ExitCode> {
  return withDevice(io, options, async ({ wallet }) => {
    const pass = findOneHeld(wallet, name);
    const events = await wallet.remove(pass);
    const { passTypeIdentifier, serialNumber } = pass;
    if (options.json === true) {
      printJson(io, { removed: { passTypeIdentifier, serialNumber }, events: events.map(toEventJson) });
      return EXIT.fine;
    }
    printLine(io.stdout, `✓ ${describePass(pass)}: removed`);
    for (const event of events) for (const line of toEventLines(io, event)) printLine(io.stdout, line);
    const isOwing = events.some((event) => event.kind === "failed" && event.task.kind === "unregister" && event.retryAt !== null);
    if (isOwing) printLine(io.stdout, "    The next device command that talks to servers, or device listen, tells the service.");
    return EXIT.fine;
  });
}

export function addRemoveCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("remove")
    .summary("delete a pass and unregister it")
    .description("Deletes a pass and unregisters it from its web service, later if the service is away.")
    .argument("<serial>", "serial number, or PASSTYPE/SERIAL");
  addWalletOptions(command, "print JSON about what was done")
    .addHelpText(
      "after",
      `
Example:
  passwright device remove 0001`,
    )
    .action(run(remove));
}
