import type { BarcodeKey } from "@passwright/server/client";
import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { type Io, printJson, printLine } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

async function list(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).barcodeKeys.list();
  if (options.json === true) for (const key of items) printJson(io, key);
  else {
    const rows = items.map(({ kid, state, signsFrom }) => [kid, state, signsFrom.slice(0, 19)]);
    printTable(io, ["kid", "state", "signs from"], rows, "no keys: the first pass with a signed barcode makes one");
  }
  return EXIT.fine;
}

async function rotate(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const key = await openClient(io, options).barcodeKeys.rotate();
  tell(io, key, options, `${key.kid} signs from ${key.signsFrom} on; older keys verify until they are retired`);
  return EXIT.fine;
}

async function retire(io: Io, kid: string, options: ServerCliOptions): Promise<ExitCode> {
  const key = await openClient(io, options).barcodeKeys.retire(kid);
  tell(io, key, options, `${key.kid} is retired: nothing that it signed is valid any more`);
  return EXIT.fine;
}

function tell(io: Io, key: BarcodeKey, { json }: ServerCliOptions, words: string): void {
  if (json === true) printJson(io, key);
  else printLine(io.stdout, toPrintable(words));
}

export function addBarcodeKeysCommands(api: Command, run: CommandRunner): void {
  const keys = api
    .command("barcode-keys")
    .summary("keys that barcodes are signed with")
    .description("Keys of signed barcodes; changing them needs the scope admin.");
  addServerOptions(keys.command("list").summary("which there are")).action(run(list));
  addServerOptions(keys.command("rotate").summary("add one that signs a minute from now on")).action(run(rotate));
  addServerOptions(
    keys.command("retire").summary("let nothing verify any more that one has signed").argument("<kid>", "its id"),
  ).action(run(retire));
}
