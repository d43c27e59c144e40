import type { DeviceEvent, HeldPass, Wallet } from "@passwright/wallet";
import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { findHeld } from "../../device/find-held.ts";
import { type DeviceOptions, withDevice } from "../../device/open-device.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toEventJson } from "../../report/device-json.ts";
import { describePass, describeUpdates, toEventLines } from "../../report/device-text.ts";
import { addSettingOptions, addWalletOptions } from "./setting-options.ts";

/** `device refresh`: pull to refresh; what changed, and which notification the phone would show. */
async function refresh(io: Io, names: readonly string[], options: DeviceOptions): Promise<ExitCode> {
  return withDevice(io, options, async ({ wallet }) => {
    const wanted = names.length === 0 ? wallet.passes : [...new Set(names.flatMap((name) => findHeld(wallet, name)))];
    if (wanted.length === 0) printLine(io.stderr, "the wallet is empty; passwright device add FILE adds a pass");
    const events: DeviceEvent[] = [...(await registerLate(wallet, wanted))];
    for (const pass of wanted) events.push(...(await pull(io, wallet, pass, options)));
    for (const event of events) {
      if (options.json === true) printJson(io, toEventJson(event));
      else for (const line of toEventLines(io, event)) printLine(io.stdout, line);
    }
    return events.some(({ kind }) => kind === "failed") ? EXIT.findings : EXIT.fine;
  });
}

/** What could not be registered before, for instance without developer mode, is registered now. */
async function registerLate(wallet: Wallet, passes: readonly HeldPass[]): Promise<readonly DeviceEvent[]> {
  const isLate = passes.some((pass) => pass.registeredWith === null && wallet.updatability(pass).kind === "updates");
  return isLate ? wallet.restart() : wallet.runDue();
}

async function pull(io: Io, wallet: Wallet, pass: HeldPass, { json }: DeviceOptions): Promise<readonly DeviceEvent[]> {
  const updates = wallet.updatability(pass);
  if (updates.kind === "updates") return wallet.refresh(pass);
  if (json === true) {
    const { passTypeIdentifier, serialNumber } = pass;
    printJson(io, { event: "never", passTypeIdentifier, serialNumber, because: updates.because });
  } else printLine(io.stdout, `- ${describePass(pass)}: ${describeUpdates(updates)}`);
  return [];
}

export function addRefreshCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("refresh")
    .summary("fetch updates now, and tell what changed")
    .description("Fetches passes anew, as pulling down on the back of a pass does, and tells what changed.")
    .argument("[serials...]", "serial numbers, or PASSTYPE/SERIAL; all passes by default");
  addWalletOptions(addSettingOptions(command), "one JSON object an event and line")
    .addHelpText(
      "after",
      `
Example:
  passwright device refresh 0001`,
    )
    .action(run(refresh));
}
