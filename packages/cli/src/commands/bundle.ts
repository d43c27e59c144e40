import { PassBundle } from "@passwright/pass";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { writeOutput } from "../input/output-file.ts";
import { findInputs } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toPrintable } from "../terminal/text.ts";

interface BundleOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `bundle`: several signed passes in one `.pkpasses`, which Wallet adds in one go. */
async function bundle(io: Io, files: readonly string[], options: BundleOptions): Promise<ExitCode> {
  const inputs = (await Promise.all(files.map((file) => findInputs(io, file)))).flat();
  const passes: Uint8Array[] = [];
  for (const found of inputs) {
    const input = await found.open();
    if (input.kind === "folder")
      throw new UsageError(`${input.name} is a source folder`, "Build or sign it first: a bundle holds finished passes.");
    passes.push(input.bytes);
  }
  const made = await PassBundle.create(passes);
  const bytes = await writeOutput(io, options.out, made.toChunks(), { force: options.force === true });
  if (options.json === true && options.out !== "-") {
    printJson(io, {
      file: options.out,
      bytes,
      passes: made.passes.map(({ path }, index) => ({ path, from: inputs[index]?.name ?? null })),
    });
  } else {
    printLine(
      io.stderr,
      toPrintable(
        `${options.out}: ${passes.length} ${passes.length === 1 ? "pass" : "passes"}, ${bytes.toLocaleString("en")} bytes`,
      ),
    );
  }
  return EXIT.fine;
}

export const bundleCommand: CommandModule = {
  register(program, run) {
    program
      .command("bundle")
      .summary("put up to ten signed passes into one .pkpasses file")
      .description("Puts up to ten signed passes into one .pkpasses file, which a person adds with one tap.")
      .argument("<passes...>", ".pkpass files in their order, or a folder of them")
      .requiredOption("-o, --out <file>", "where to write; - for standard output")
      .option("--force", "replace a file that is there")
      .option("--json", "print JSON about what was made")
      .addHelpText(
        "after",
        `
Example:
  passwright bundle outbound.pkpass homeward.pkpass -o journey.pkpasses`,
      )
      .action(run(bundle));
  },
};
