import type { HeldPass } from "@passwright/wallet";
import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { type Device, type DeviceOptions, lookAtDevice } from "../../device/open-device.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { paint, printJson, printLine, type Io } from "../../io.ts";
import { toPassJson, toUpdatesJson } from "../../report/device-json.ts";
import { tableLines } from "../../terminal/table.ts";
import { toPrintable } from "../../terminal/text.ts";
import { addWalletOptions } from "./setting-options.ts";

/** `device list`: which passes the wallet holds, and whether they are kept up to date. */
async function list(io: Io, options: DeviceOptions): Promise<ExitCode> {
  const device = await lookAtDevice(io, options);
  const { wallet, folder } = device;
  if (options.json === true) {
    for (const pass of wallet.passes)
      printJson(io, { ...toPassJson(pass), updates: toUpdatesJson(wallet.updatability(pass)), pending: pendingOf(device, pass) });
    return EXIT.fine;
  }
  if (wallet.passes.length === 0) {
    printLine(io.stderr, toPrintable(`${folder} holds no passes; passwright device add FILE adds one`));
  } else {
    const rows = wallet.passes.map((pass) => [
      pass.serialNumber,
      pass.organizationName,
      pass.description,
      pass.updatedAt.slice(0, 10),
      updatesText(device, pass),
    ]);
    const [head = "", ...lines] = tableLines(["serial", "issuer", "pass", "version of", "updates"], rows, io.stdout.columns);
    printLine(io.stdout, paint(io, io.stdout, "bold", head));
    for (const line of lines) printLine(io.stdout, line);
  }
  for (const line of farewells(device)) printLine(io.stdout, line);
  return EXIT.fine;
}

/** Work that waits for a pass. */
function pendingOf({ wallet }: Device, pass: HeldPass): readonly unknown[] {
  const { passTypeIdentifier, serialNumber } = pass;
  return wallet.toState().tasks.flatMap((task) => {
    const isOfPass = task.passTypeIdentifier === passTypeIdentifier && (task.kind === "list" || task.serialNumber === serialNumber);
    return isOfPass ? [{ kind: task.kind, attempts: task.attempts, dueAt: task.dueAt }] : [];
  });
}

function updatesText(device: Device, pass: HeldPass): string {
  const updates = device.wallet.updatability(pass);
  if (updates.kind === "never") return `never (${updates.because})`;
  if (pass.registeredWith === null) return "not yet";
  return pendingOf(device, pass).length > 0 ? "registered, retrying" : "registered";
}

/** Passes that are gone and whose service does not know yet. */
function farewells({ wallet }: Device): readonly string[] {
  return wallet
    .toState()
    .tasks.flatMap((task) =>
      task.kind === "unregister"
        ? [toPrintable(`${task.serialNumber} is removed; ${task.service} is to be told, from ${task.dueAt.slice(0, 16)}Z on`)]
        : [],
    );
}

export function addListCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("list")
    .summary("which passes the wallet holds")
    .description("Tells which passes the wallet holds, and whether they are kept up to date.");
  addWalletOptions(command, "one JSON object a pass and line, without tokens")
    .addHelpText(
      "after",
      `
Example:
  passwright device list --json | jq -r .serialNumber`,
    )
    .action(run(list));
}
