import { createCertificateRequest } from "@passwright/pass";
import type { Command } from "commander";
import { EXIT, UsageError, type ExitCode } from "../../exit-code.ts";
import { assertAbsent, writeOutput } from "../../input/output-file.ts";
import { readOptionFile } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import type { CommandRunner } from "../../command-module.ts";
import { toPrintable } from "../../terminal/text.ts";
import {
  askPassphrase,
  openPrivateKey,
  readPassphrase,
  withPassphrase,
  type PassphraseOptions,
} from "../../credentials/passphrase.ts";

interface RequestOptions extends PassphraseOptions {
  readonly name: string;
  readonly email?: string;
  readonly country?: string;
  readonly key?: string;
  readonly out: string;
  readonly encrypt?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `cert request`: a key and a certificate signing request for Apple, so that nobody needs a Mac. */
async function requestCertificate(io: Io, options: RequestOptions): Promise<ExitCode> {
  const { name: commonName, email, country, out } = options;
  if (options.key !== undefined && options.encrypt === true)
    throw new UsageError("--encrypt is for a new key; --key names one that is there");
  const force = options.force === true;
  const requestFile = `${out}.certSigningRequest`;
  const keyFile = options.key ?? `${out}.key.pem`;
  await assertAbsent(io, requestFile, force);
  // A key that is replaced is lost, and the certificate with it: not even --force does that.
  if (options.key === undefined) await assertKeyAbsent(io, keyFile);
  const subject = { commonName, ...(email === undefined ? {} : { email }), ...(country === undefined ? {} : { country }) };
  const passphrase = options.encrypt === true ? await newPassphrase(io, options) : undefined;
  const request = await createCertificateRequest({
    ...subject,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(options.key === undefined ? {} : { privateKey: await readKey(io, options.key, options) }),
  });
  const encoder = new TextEncoder();
  if (options.key === undefined) await writeOutput(io, keyFile, [encoder.encode(request.privateKeyPem)], { mode: 0o600 });
  await writeOutput(io, requestFile, [encoder.encode(request.requestPem)], { force });
  if (options.json === true)
    printJson(io, { request: requestFile, key: keyFile, keyIsNew: options.key === undefined, encrypted: passphrase !== undefined });
  else for (const line of nextSteps(out, keyFile, requestFile, passphrase !== undefined)) printLine(io.stdout, toPrintable(line));
  return EXIT.fine;
}

function nextSteps(out: string, keyFile: string, requestFile: string, isEncrypted: boolean): readonly string[] {
  return [
    `${keyFile}: the private key${isEncrypted ? ", encrypted" : ""}. Keep it, and keep it secret.`,
    `${requestFile}: the request for Apple.`,
    "",
    "Next, at developer.apple.com/account/resources (Certificates, Identifiers & Profiles):",
    "  1. Identifiers, +, Pass Type IDs: register pass.… (once for each kind of pass)",
    `  2. Certificates, +, Pass Type ID Certificate: choose it, upload ${requestFile}, download pass.cer`,
    `  3. passwright cert import pass.cer --key ${keyFile} -o ${out}.cert.pem`,
  ];
}

async function assertKeyAbsent(io: Io, keyFile: string): Promise<void> {
  await assertAbsent(io, keyFile, false).catch((cause: unknown) => {
    throw new UsageError(
      `${keyFile} exists`,
      "It is kept: without it its certificate is of no use. Name another with -o, or ask for a certificate for it with --key.",
      { cause },
    );
  });
}

async function newPassphrase(io: Io, options: PassphraseOptions): Promise<string> {
  const given = await readPassphrase(io, options);
  if (given !== undefined) return given;
  const typed = await askPassphrase(io, "the new key");
  if (typed === undefined) throw new UsageError("--encrypt needs a passphrase", "Give --passphrase-file or PASSWRIGHT_PASSPHRASE.");
  if ((await askPassphrase(io, "the new key, again")) !== typed) throw new UsageError("the two passphrases differ");
  return typed;
}

async function readKey(io: Io, key: string, options: PassphraseOptions): Promise<Uint8Array> {
  const bytes = await readOptionFile(io, key, "--key");
  return withPassphrase(io, options, key, (passphrase) => openPrivateKey(bytes, passphrase));
}

export function addRequestCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("request")
    .summary("make a key and a certificate signing request (no Mac needed)")
    .description("Makes a private key and a certificate signing request for Apple. No Mac is needed.")
    .requiredOption("--name <name>", "who asks: your name or your company's")
    .option("--email <address>", "an e-mail address, if the request should carry one")
    .option("--country <code>", "two letters, as DE")
    .option("--key <file>", "renew: ask for a certificate for this key instead of a new one")
    .option("--encrypt", "encrypt the new key with a passphrase")
    .option("--passphrase-file <file>", "the passphrase of the key is this file's first line (or PASSWRIGHT_PASSPHRASE)")
    .option("-o, --out <stem>", "stem of the files that are written", "pass")
    .option("--force", "replace a request that is there")
    .option("--json", "print JSON about what was written")
    .addHelpText(
      "after",
      `
Examples:
  passwright cert request --name "Example Ltd" --country DE
  passwright cert request --name "Example Ltd" --key pass.key.pem -o renewal`,
    )
    .action(run(requestCertificate));
}
