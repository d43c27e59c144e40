import { basename } from "node:path";
import type { AddedPass, Addition, RefusedPass } from "@passwright/wallet";
import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { type Device, type DeviceOptions, withDevice } from "../../device/open-device.ts";
import { EXIT, UsageError, type ExitCode } from "../../exit-code.ts";
import { fetchPass } from "../../input/fetch-pass.ts";
import { findInputs, isUrl } from "../../input/read-input.ts";
import { paint, printJson, printLine, type Io } from "../../io.ts";
import { toPassJson, toEventJson, toUpdatesJson } from "../../report/device-json.ts";
import { describePass, describeUpdates, toEventLines } from "../../report/device-text.ts";
import { toTextReport } from "../../report/check-text.ts";
import { toPrintable } from "../../terminal/text.ts";
import { addSettingOptions, addWalletOptions } from "./setting-options.ts";

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Refusals of more files than this are short, as those of `check`. */
const FULL_REPORTS = 3;

/** `device add`: what tapping "Add" does, and where it is refused, the step that does it. */
async function add(io: Io, args: readonly string[], options: DeviceOptions): Promise<ExitCode> {
  // Looked for before the wallet is touched: a slip of the pen is told at once.
  const sources = await findSources(io, args);
  return withDevice(io, options, async (device) => {
    let isGood = true;
    for (const source of sources) {
      io.signal.throwIfAborted();
      const { name, bytes } = await source();
      const addition = await device.wallet.add(bytes, { fileName: name === "-" || isUrl(name) ? null : basename(name) });
      if (options.json === true) printJson(io, toAdditionJson(name, addition));
      else printAddition(io, name, addition, { device, isBrief: sources.length > FULL_REPORTS });
      if (addition.refused.length > 0 || addition.events.some(({ kind }) => kind === "failed")) isGood = false;
    }
    return isGood ? EXIT.fine : EXIT.findings;
  });
}

async function findSources(io: Io, args: readonly string[]): Promise<readonly (() => Promise<NamedBytes>)[]> {
  const sources: (() => Promise<NamedBytes>)[] = [];
  for (const argument of args) {
    if (isUrl(argument)) {
      sources.push(async () => ({ name: argument, bytes: (await fetchPass(io, argument)).bytes }));
      continue;
    }
    for (const input of await findInputs(io, argument)) {
      sources.push(async () => {
        const read = await input.open();
        if (read.kind === "folder")
          throw new UsageError(`${input.name} is a source folder`, "Build or sign it first: a wallet holds finished passes.");
        return { name: input.name, bytes: read.bytes };
      });
    }
  }
  return sources;
}

function toAdditionJson(file: string, { added, refused, events }: Addition): Readonly<Record<string, unknown>> {
  return {
    file,
    added: added.map(({ pass, replaced, updates }) => ({
      ...toPassJson(pass),
      isReplacement: replaced !== null,
      updates: toUpdatesJson(updates),
    })),
    refused: refused.map(({ name, because, check }) => ({ name, refusedAt: check?.refusedAt ?? null, because })),
    events: events.map(toEventJson),
  };
}

function printAddition(
  io: Io,
  name: string,
  { added, refused, bundle, events }: Addition,
  { device: { wallet }, isBrief }: { readonly device: Device; readonly isBrief: boolean },
): void {
  for (const row of added) {
    const isStale = row.pass.digest !== (wallet.passes.find((pass) => isSame(pass, row))?.digest ?? row.pass.digest);
    printLine(io.stdout, `${paint(io, io.stdout, "green", "✓")} ${addedText(row)}${isStale ? ", and updated at once" : ""}`);
    printLine(io.stdout, paint(io, io.stdout, "dim", `    ${describeUpdates(row.updates)}`));
  }
  for (const row of refused) for (const line of refusalLines(io, name, row, { bundle, isBrief })) printLine(io.stdout, line);
  for (const event of events) for (const line of toEventLines(io, event)) printLine(io.stdout, line);
}

function isSame(pass: AddedPass["pass"], { pass: other }: AddedPass): boolean {
  return pass.passTypeIdentifier === other.passTypeIdentifier && pass.serialNumber === other.serialNumber;
}

function addedText({ pass, replaced }: AddedPass): string {
  if (replaced === null) return `${describePass(pass)}: added`;
  return `${describePass(pass)}: ${replaced.digest === pass.digest ? "held already" : "replaced the version before"}`;
}

function refusalLines(
  io: Io,
  name: string,
  { name: member, check, because }: RefusedPass,
  { bundle, isBrief }: { readonly bundle: Addition["bundle"]; readonly isBrief: boolean },
): readonly string[] {
  const called = member === null ? name : `${name}!${member}`;
  const result = check ?? bundle;
  if (result === null) return [`✗ ${toPrintable(called)}: Wallet refuses it (${because})`];
  return toTextReport(io, called, result, { facts: null, findings: [] }, { verbose: false, quiet: true, brief: isBrief });
}

export function addAddCommand(device: Command, run: CommandRunner): void {
  const command = device
    .command("add")
    .summary("install passes and register them for updates")
    .description("Installs passes as a phone does, or tells which step refuses them, and registers them for updates.")
    .argument("<files...>", ".pkpass, .pkpasses, folders of passes, web addresses, or - for standard input");
  addWalletOptions(addSettingOptions(command), "one JSON object a file and line")
    .addHelpText(
      "after",
      `
Examples:
  passwright device add ticket.pkpass --locale de
  passwright device add https://example.com/ticket.pkpass
  passwright device add ticket.pkpass --trust authority/root.pem --developer`,
    )
    .action(run(add));
}
