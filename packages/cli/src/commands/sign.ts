import { PassPackage } from "@passwright/pass";
import { identityOf } from "../credentials/pass-identity.ts";
import { addSignerOptions, createCliSigner, type SignerCliOptions } from "../credentials/signer-options.ts";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { openBundle } from "../input/open-passes.ts";
import { writeOutput } from "../input/output-file.ts";
import { parseDateOption } from "../input/parse-options.ts";
import { outputName, readOneInput } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toPrintable } from "../terminal/text.ts";

interface SignCommandOptions extends SignerCliOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly signingTime?: string;
  readonly json?: boolean;
}

/** `sign`: a finished folder or an existing pass, signed (anew) as it is; nothing of it is lost. */
async function signPass(io: Io, file: string, options: SignCommandOptions): Promise<ExitCode> {
  const input = await readOneInput(io, file);
  if (input.kind === "bytes" && (await openBundle(input.bytes)) !== null) {
    throw new UsageError(
      `${file} is a bundle`,
      "Sign its passes one by one (passwright unpack gives them), and bundle them again.",
    );
  }
  const pass = input.kind === "folder" ? PassPackage.fromFiles(input.files) : await PassPackage.read(input.bytes);
  if (pass.files.has("template.json")) throw new UsageError(`${file} is a template`, `Use passwright build ${file}.`);
  const signingTime = parseDateOption(io, options.signingTime, "--signing-time");
  const signer = await createCliSigner(io, options, async () => identityOf(pass), signingTime);
  const signed = await pass.sign(signer, { signingTime });
  const out = options.out ?? outputName(file, ".pkpass");
  const bytes = await writeOutput(io, out, signed.toChunks(), { force: options.force === true });
  if (options.json === true && out !== "-") {
    printJson(io, { file: out, bytes, serialNumber: signed.serialNumber, signingTime: signingTime.toISOString() });
  } else {
    printLine(
      io.stderr,
      toPrintable(`${out}: ${bytes.toLocaleString("en")} bytes, signed by ${signer.facts.commonName ?? signer.facts.subject}`),
    );
  }
  return EXIT.fine;
}

export const signCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("sign")
      .summary("sign a source folder as it is, or an existing pass anew")
      .description("Signs a source folder as it is, or an existing pass anew. Nothing of the pass is changed or lost.")
      .argument("<pass>", "a source folder, a .pkpass or a ZIP of its files, or - for standard input")
      .option("-o, --out <file>", "where to write; - for standard output")
      .option("--force", "replace a file that is there")
      .option("--signing-time <date>", "the time that the signature states; now by default")
      .option("--json", "print JSON about what was made");
    addSignerOptions(command)
      .addHelpText(
        "after",
        `
Examples:
  passwright sign ticket.pass --cert pass.cer --key key.pem -o ticket.pkpass
  passwright sign old.pkpass --p12 pass.p12 -o new.pkpass`,
      )
      .action(run(signPass));
  },
};
