import type { Command } from "commander";
import { addPassOptions, nameOfPass, openClient, type PassCliOptions } from "../../api/open-client.ts";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode } from "../../exit-code.ts";
import { writeOutput } from "../../input/output-file.ts";
import { printJson, type Io } from "../../io.ts";

interface BundleOptions extends PassCliOptions {
  readonly out: string;
  readonly force?: boolean;
}

async function bundle(io: Io, serials: readonly string[], options: BundleOptions): Promise<ExitCode> {
  const client = openClient(io, options);
  const passes = [];
  for (const serial of serials) passes.push(await nameOfPass(client, serial, options));
  const bytes = await client.bundle({ passes });
  await writeOutput(io, options.out, [bytes], { force: options.force === true });
  if (options.json === true && options.out !== "-") printJson(io, { out: options.out, passes: passes.length, bytes: bytes.length });
  return EXIT.fine;
}

export function addBundleCommand(api: Command, run: CommandRunner): void {
  addPassOptions(
    api
      .command("bundle")
      .summary("write up to ten signed passes as one .pkpasses")
      .description("Passes of a server in one file, which a person adds with one tap.")
      .argument("<serials...>", "serial numbers, in the order in which they are shown"),
  )
    .option("-o, --out <file>", "where to, - for standard output", "passes.pkpasses")
    .option("--force", "replace a file that is there")
    .action(run(bundle));
}
