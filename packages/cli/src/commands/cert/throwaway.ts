import type { Command } from "commander";
import type { ThrowawayAuthority } from "@passwright/sandbox";
import { defaultThrowawayFolder, openThrowawayAuthority } from "../../credentials/throwaway-store.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { assertAbsent, writeOutput } from "../../input/output-file.ts";
import { readOptionFile } from "../../input/parse-options.ts";
import { type Io, printJson, printLine } from "../../io.ts";
import type { CommandRunner } from "../../command-module.ts";
import { toPrintable } from "../../terminal/text.ts";

interface ThrowawayOptions {
  readonly request?: string;
  readonly passType?: string;
  readonly team: string;
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `cert throwaway`: makes the authority that `--throwaway` signs with and says where it is, or issues a certificate by it. */
async function makeThrowaway(io: Io, folder: string | undefined, options: ThrowawayOptions): Promise<ExitCode> {
  const authority = await openThrowawayAuthority(io, folder, io.now());
  const path = folder ?? defaultThrowawayFolder(io);
  if (options.request !== undefined) return issue(io, authority, { ...options, path, request: options.request });
  if (options.json === true) printJson(io, { folder: path, root: `${path}/root.pem`, intermediate: `${path}/intermediate.pem` });
  else {
    for (const line of [
      `${path}: an authority for trying, which no phone trusts`,
      `  sign with it:   passwright build DIR --throwaway${folder === undefined ? "" : ` ${path}`}`,
      `  trust it:       passwright check FILE --trust ${path}/root.pem`,
    ]) {
      printLine(io.stdout, toPrintable(line));
    }
  }
  return EXIT.fine;
}

/** Answers a certificate request, as the developer account does. */
async function issue(
  io: Io,
  authority: ThrowawayAuthority,
  {
    path,
    request,
    passType,
    team,
    out,
    force = false,
    json,
  }: ThrowawayOptions & { readonly path: string; readonly request: string },
): Promise<ExitCode> {
  if (passType === undefined)
    throw new UsageError("--request needs --pass-type: what the certificate is for", "As pass.com.example.card.");
  await assertAbsent(io, out, force);
  const names = { passTypeIdentifier: passType, teamIdentifier: team };
  const { certificate } = await authority.issueFromRequest(await readOptionFile(io, request, "--request"), names);
  await writeOutput(io, out, [certificate], { force });
  const intermediate = `${path}/intermediate.pem`;
  if (json === true) printJson(io, { certificate: out, ...names, intermediate });
  else {
    printLine(io.stdout, toPrintable(`${out}: a certificate for ${passType}, team ${team}, which no phone trusts`));
    printLine(io.stdout, toPrintable(`  a server takes it with: passwright serve --trust ${intermediate}`));
  }
  return EXIT.fine;
}

export function addThrowawayCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("throwaway")
    .summary("make an authority for trying, which no phone trusts")
    .description(
      "Makes the authority that --throwaway signs with, or says where it is. With --request it answers a certificate request, as the developer account does.",
    )
    .argument("[dir]", "folder to keep it in")
    .option("--request <file>", "issue a certificate for this request")
    .option("--pass-type <id>", "what the certificate is for, as pass.com.example.card")
    .option("--team <id>", "whose it is", "A1B2C3D4E5")
    .option("-o, --out <file>", "where the certificate is written", "pass.cer")
    .option("--force", "replace a certificate that is there")
    .option("--json", "print JSON about what was made")
    .addHelpText(
      "after",
      `
Examples:
  passwright cert throwaway authority
  passwright cert throwaway authority --request pass.certSigningRequest --pass-type pass.com.example.card`,
    )
    .action(run(makeThrowaway));
}
