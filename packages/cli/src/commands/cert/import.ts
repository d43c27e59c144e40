import { certificateMatchesKey, inspectCertificate } from "@passwright/pass";
import type { Command } from "commander";
import { EXIT, UsageError, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { parseDateOption, readOptionFile } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import type { CommandRunner } from "../../command-module.ts";
import { toPrintable } from "../../terminal/text.ts";
import { toInspectionJson, toInspectionLines } from "./inspection-text.ts";
import { openPrivateKey, withPassphrase, type PassphraseOptions } from "../../credentials/passphrase.ts";

interface ImportOptions extends PassphraseOptions {
  readonly key: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly now?: string;
}

/** `cert import`: Apple's `.cer` beside its key; proves that the two belong together. */
async function importCertificate(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const certificate = await readOptionFile(io, file, "<file>");
  const keyBytes = await readOptionFile(io, options.key, "--key");
  const inspection = await inspectCertificate(certificate, { now: parseDateOption(io, options.now, "--now") });
  const key = await withPassphrase(io, options, options.key, (passphrase) => openPrivateKey(keyBytes, passphrase));
  if (!(await certificateMatchesKey(certificate, key))) {
    throw new UsageError(
      `${options.key} is not the key of ${file}`,
      "The certificate belongs to the key that made the request: look for the one of that day, or make a new request.",
    );
  }
  const out = options.out ?? `${toFileName(inspection.facts.passTypeIdentifier ?? "certificate")}.cert.pem`;
  await writeOutput(io, out, [new TextEncoder().encode(toPem(certificate))], { force: options.force === true });
  if (options.json === true) printJson(io, { ...toInspectionJson(file, inspection), out });
  else {
    for (const line of toInspectionLines(io, file, inspection)) printLine(io.stdout, line);
    printLine(io.stdout, toPrintable(`\nThe key belongs to it. Written to ${out}; sign with:`).replace("⏎", "\n"));
    printLine(io.stdout, toPrintable(`  passwright build DIR --cert ${out} --key ${options.key}`));
  }
  return inspection.validNow && inspection.uses.includes("sign-passes") ? EXIT.fine : EXIT.findings;
}

/** An identifier out of a certificate is a stranger's text: it names a file here, and no folder. */
function toFileName(identifier: string): string {
  return identifier
    .replaceAll(/[^A-Za-z0-9.-]/g, "_")
    .replace(/^\.+/, "_")
    .slice(0, 100);
}

/** DER as PEM; PEM as it is. */
function toPem(certificate: Uint8Array): string {
  if (certificate[0] !== 0x30) return new TextDecoder().decode(certificate);
  const lines =
    Buffer.from(certificate)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

export function addImportCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("import")
    .summary("bring Apple's .cer and your key together")
    .description("Proves that a certificate from Apple belongs to your key, and writes it as PEM.")
    .argument("<file>", "pass.cer, as downloaded")
    .requiredOption("--key <file>", "the private key that made the request")
    .option("--passphrase-file <file>", "the passphrase of the key is this file's first line (or PASSWRIGHT_PASSPHRASE)")
    .option("-o, --out <file>", "where to write it; named after its pass type by default")
    .option("--force", "replace a file that is there")
    .option("--now <date>", "judge its dates for this day")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Example:
  passwright cert import pass.cer --key pass.key.pem`,
    )
    .action(run(importCertificate));
}
