import { inspectCertificate } from "@passwright/pass";
import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { parseDateOption, readOptionFile } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import type { CommandRunner } from "../../command-module.ts";
import { toInspectionJson, toInspectionLines } from "./inspection-text.ts";
import { withPassphrase, type PassphraseOptions } from "../../credentials/passphrase.ts";

interface InfoOptions extends PassphraseOptions {
  readonly json?: boolean;
  readonly now?: string;
}

/** `cert info`: what a certificate is, for whom, until when. */
async function showCertificate(io: Io, file: string, options: InfoOptions): Promise<ExitCode> {
  const bytes = file === "-" ? await io.readStdin() : await readOptionFile(io, file, "<file>");
  const certificate = isPkcs12(bytes) ? await openPkcs12(io, file, bytes, options) : bytes;
  const inspection = await inspectCertificate(certificate, { now: parseDateOption(io, options.now, "--now") });
  if (options.json === true) printJson(io, toInspectionJson(file, inspection));
  else for (const line of toInspectionLines(io, file, inspection)) printLine(io.stdout, line);
  return inspection.validNow ? EXIT.fine : EXIT.findings;
}

/** PFX ::= SEQUENCE { version INTEGER (3), …} (RFC 7292 §4); a certificate's sequence begins with another one. */
function isPkcs12(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  const start = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return bytes[start] === 0x02 && bytes[start + 1] === 0x01 && bytes[start + 2] === 0x03;
}

async function openPkcs12(io: Io, file: string, bytes: Uint8Array, options: InfoOptions): Promise<Uint8Array> {
  const { readPkcs12 } = await import("@passwright/pass/pkcs12");
  const { certificate } = await withPassphrase(io, options, file, (passphrase) => readPkcs12(bytes, passphrase));
  return certificate;
}

export function addInfoCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("info")
    .summary("what a certificate is, for whom, and how long it is valid")
    .description(
      "Tells what a certificate is, for which pass type and team, how long it is valid and what it is good for.\nExit code 1 when it is not valid today.",
    )
    .argument("<file>", ".cer, .pem, .p12, or - for standard input")
    .option("--passphrase-file <file>", "the passphrase of a .p12 is this file's first line (or PASSWRIGHT_PASSPHRASE)")
    .option("--now <date>", "judge its dates for this day")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Examples:
  passwright cert info pass.cer
  passwright cert info pass.p12 --json | jq .daysLeft`,
    )
    .action(run(showCertificate));
}
