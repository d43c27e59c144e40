import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { findOneHeld } from "../../device/find-held.ts";
import { type DeviceOptions, lookAtDevice } from "../../device/open-device.ts";
import { EXIT, UsageError, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { describePass } from "../../report/device-text.ts";
import { toPrintable } from "../../terminal/text.ts";
import { addWalletOptions } from "./setting-options.ts";

interface ExportOptions extends DeviceOptions {
  readonly out: string;
  readonly force?: boolean;
}

/** `device export`: the newest version of a pass as a file. */
async function exportPass(io: Io, name: string, options: ExportOptions): Promise<ExitCode> {
  const { wallet } = await lookAtDevice(io, options);
  const pass = findOneHeld(wallet, name);
  const file = await wallet.read(pass).catch((error: unknown) => {
    throw new UsageError(
      `the file of ${describePass(pass)} is missing or damaged`,
      "Add the pass again; the wallet keeps the rest.",
      { cause: error },
    );
  });
  const bytes = await writeOutput(io, options.out, [file], { force: options.force === true });
  if (options.json === true && options.out !== "-") printJson(io, { file: options.out, bytes, serialNumber: pass.serialNumber });
  else printLine(io.stderr, toPrintable(`${options.out}: ${describePass(pass)}, ${bytes.toLocaleString("en")} bytes`));
  return EXIT.fine;
}

export function addExportCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("export")
    .summary("the newest version of a pass as a file")
    .description("Writes the newest version of a pass to a file.")
    .argument("<serial>", "serial number, or PASSTYPE/SERIAL")
    .requiredOption("-o, --out <file>", "where to write; - for standard output")
    .option("--force", "replace a file that is there");
  addWalletOptions(command, "print JSON about what was written")
    .addHelpText(
      "after",
      `
Example:
  passwright device export 0001 -o - | passwright show -`,
    )
    .action(run(exportPass));
}
