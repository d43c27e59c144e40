import type { Certificate, CertificateImport, CertificateWarning } from "@passwright/server/client";
import type { Command } from "commander";
import { addServerOptions, openClient, type ServerCliOptions } from "../../api/open-client.ts";
import { printFacts, printTable } from "../../api/print-answer.ts";
import type { CommandRunner } from "../../command-module.ts";
import { askPassphrase, type PassphraseOptions, readPassphrase } from "../../credentials/passphrase.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { readOptionFile } from "../../input/parse-options.ts";
import { printJson, printLine, type Io } from "../../io.ts";
import { toPrintable } from "../../terminal/text.ts";

function printWarnings(io: Io, warnings: readonly CertificateWarning[]): void {
  for (const { message } of warnings) printLine(io.stderr, toPrintable(message));
}

/** `certificates list`: ends with 1 when something needs attention, so that a timer on another machine can watch. */
async function list(io: Io, options: ServerCliOptions & { readonly type?: string }): Promise<ExitCode> {
  const { type } = options;
  const { items, warnings } = await openClient(io, options).certificates.list(
    type === undefined ? {} : { passTypeIdentifier: type },
  );
  if (options.json === true) printJson(io, { items, warnings });
  else {
    const rows = items.map((one) => [
      one.id,
      one.passTypeIdentifier,
      one.state === "requested" ? "requested" : [one.signs ? "signs" : "", one.pushes ? "pushes" : ""].join(" ").trim() || "–",
      one.expiresAt?.slice(0, 10) ?? "–",
      one.file ?? one.source,
    ]);
    printTable(io, ["id", "pass type", "does", "expires", "from"], rows, "no certificates");
    printWarnings(io, warnings);
  }
  return warnings.length === 0 ? EXIT.fine : EXIT.findings;
}

interface RequestOptions extends ServerCliOptions {
  readonly name: string;
  readonly email?: string;
  readonly country?: string;
  readonly out?: string;
  readonly force?: boolean;
}

async function request(io: Io, passTypeIdentifier: string, options: RequestOptions): Promise<ExitCode> {
  const { name: commonName, email, country, out = `${passTypeIdentifier}.certSigningRequest` } = options;
  const made = await openClient(io, options).certificates.request({
    passTypeIdentifier,
    commonName,
    ...(email !== undefined && { email }),
    ...(country !== undefined && { country }),
  });
  await writeOutput(io, out, [new TextEncoder().encode(made.request)], { force: options.force === true });
  if (options.json === true) printJson(io, made);
  else if (out !== "-") {
    printLine(io.stdout, toPrintable(`${out}: the request for Apple. Its key stays on the server.`));
    printLine(io.stdout, "Next, at developer.apple.com/account/resources: Certificates, +, Pass Type ID Certificate, upload it;");
    printLine(io.stdout, "then: passwright api certificates upload pass.cer");
  }
  return EXIT.fine;
}

function printCertificate(io: Io, one: Certificate, json: boolean | undefined): void {
  if (json === true) {
    printJson(io, one);
    return;
  }
  printFacts(io, [
    ["id", one.id],
    ["pass type", one.passTypeIdentifier],
    ["subject", one.subject],
    ["fingerprint", one.fingerprint],
    ["valid", `${one.validFrom?.slice(0, 10) ?? "–"} to ${one.expiresAt?.slice(0, 10) ?? "–"}`],
    ["signs", one.signs ? "new passes and changes from now on" : "no: another one is newer"],
    ["pushes", one.pushes ? "yes" : "no"],
  ]);
  printWarnings(io, one.warnings);
}

async function upload(io: Io, file: string, options: ServerCliOptions): Promise<ExitCode> {
  const bytes = await readOptionFile(io, file, "<file>");
  const certificate = bytes[0] === 0x30 ? Buffer.from(bytes).toString("base64") : new TextDecoder().decode(bytes);
  printCertificate(io, await openClient(io, options).certificates.upload({ certificate }), options.json);
  return EXIT.fine;
}

interface ImportOptions extends ServerCliOptions, PassphraseOptions {
  readonly key?: string;
}

async function importCertificate(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const bytes = await readOptionFile(io, file, "<file>");
  const given = await readPassphrase(io, options);
  const isPem = bytes[0] === 0x2d;
  const passphrase = given ?? (isPem ? undefined : await askPassphrase(io, file));
  const secret = passphrase === undefined ? {} : { passphrase };
  const body: CertificateImport = isPem
    ? { certificate: new TextDecoder().decode(bytes), privateKey: await readKey(io, file, options.key), ...secret }
    : { pkcs12: Buffer.from(bytes).toString("base64"), ...secret };
  printCertificate(io, await openClient(io, options).certificates.import(body), options.json);
  return EXIT.fine;
}

/** The key may stand in the file of the certificate. */
async function readKey(io: Io, file: string, key: string | undefined): Promise<string> {
  return new TextDecoder().decode(await readOptionFile(io, key ?? file, key === undefined ? "<file>" : "--key"));
}

async function remove(io: Io, id: string, options: ServerCliOptions & { readonly force?: boolean }): Promise<ExitCode> {
  const removal = await openClient(io, options).certificates.delete(id, { force: options.force === true });
  if (options.json === true) printJson(io, removal);
  else {
    printLine(io.stdout, toPrintable(`${removal.certificate.id} is deleted`));
    for (const warning of removal.warnings) printLine(io.stderr, toPrintable(warning));
  }
  return EXIT.fine;
}

async function listPassTypes(io: Io, options: ServerCliOptions): Promise<ExitCode> {
  const { items } = await openClient(io, options).passTypes();
  if (options.json === true) for (const one of items) printJson(io, one);
  else {
    const rows = items.map(({ passTypeIdentifier, teamIdentifier, certificates }) => [
      passTypeIdentifier,
      teamIdentifier ?? "–",
      String(certificates.length),
      certificates[0]?.expiresAt.slice(0, 10) ?? "–",
    ]);
    printTable(io, ["pass type", "team", "certificates", "expires"], rows, "no pass types");
  }
  return EXIT.fine;
}

export function addCertificatesCommands(api: Command, run: CommandRunner): void {
  const types = api.command("pass-types").summary("pass types that can be signed").description("Pass types of the project.");
  addServerOptions(types.command("list").summary("which there are")).action(run(listPassTypes));

  const certificates = api
    .command("certificates")
    .summary("certificates of a server, from the request to the rotation")
    .description("Certificates of the project; needs the scope admin. Keys are made on the server and never leave it.");
  addServerOptions(certificates.command("list").summary("which there are; ends with 1 when one needs attention"))
    .option("--type <pass-type>", "only those of a pass type")
    .action(run(list));
  addServerOptions(
    certificates.command("request").summary("make a key on the server, and a request for Apple").argument("<pass-type>"),
  )
    .requiredOption("--name <name>", "who asks: your name or your company's")
    .option("--email <address>", "an e-mail address, if the request should carry one")
    .option("--country <code>", "two letters, as DE")
    .option("-o, --out <file>", "where to; PASS-TYPE.certSigningRequest when absent, - for standard output")
    .option("--force", "replace a file that is there")
    .action(run(request));
  addServerOptions(
    certificates.command("upload").summary("Apple's .cer for a request; it signs at once").argument("<file>"),
  ).action(run(upload));
  addServerOptions(
    certificates.command("import").summary("a certificate with a key from elsewhere").argument("<file>", ".p12, or PEM"),
  )
    .option("--key <file>", "key in PEM, where it is not in the same file")
    .option("--passphrase-file <file>", "the passphrase is this file's first line (or PASSWRIGHT_PASSPHRASE)")
    .action(run(importCertificate));
  addServerOptions(certificates.command("delete").summary("delete one with its key, or a request").argument("<id>"))
    .option("--force", "also the last one of a pass type that has passes")
    .action(run(remove));
}
