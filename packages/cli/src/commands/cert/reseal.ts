import type { Command } from "commander";
import type { CommandRunner } from "../../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../../exit-code.ts";
import { printJson, printLine, type Io } from "../../io.ts";

interface ResealOptions {
  readonly data?: string;
  readonly database?: string;
  readonly json?: boolean;
}

/** `cert reseal`: the secrets of a server's database under a new secret. Both stand in the environment: commands are seen by others. */
async function reseal(io: Io, { data, database, json }: ResealOptions): Promise<ExitCode> {
  const { ConfigError, InstallationError, readConfig, resealOnData, StorageError } = await import("@passwright/server");
  const secretOf = (name: string) => (io.environment[name] === "" ? undefined : io.environment[name]);
  try {
    const config = readConfig({ flags: { data, database }, environment: io.environment, workingDirectory: io.workingDirectory });
    const counts = await resealOnData(config, {
      before: secretOf("PASSWRIGHT_OLD_SECRET"),
      after: secretOf("PASSWRIGHT_SECRET"),
    });
    if (json === true) printJson(io, counts);
    else printLine(io.stdout, `${counts.resealed} secrets are sealed anew; ${counts.kept} were under the new secret already`);
    return EXIT.fine;
  } catch (error) {
    if (error instanceof StorageError && error.code === "ERR_STORAGE_LOCKED") {
      throw new UsageError("The server has this data open.", "Stop it first.", { cause: error });
    }
    if (error instanceof ConfigError || error instanceof InstallationError || error instanceof StorageError) {
      throw new UsageError(error.message, undefined, { cause: error });
    }
    throw error;
  }
}

export function addResealCommand(cert: Command, run: CommandRunner): void {
  cert
    .command("reseal")
    .summary("encrypt a server's stored keys under a new secret")
    .description(
      "Encrypts the keys and secrets in a server's database anew, all or none: from PASSWRIGHT_OLD_SECRET to PASSWRIGHT_SECRET. Either one that is not set is the secret of the data folder. Stop the server first.",
    )
    .option("--data <dir>", "data folder of the server; PASSWRIGHT_DATA, or passwright-data")
    .option("--database <url>", "PostgreSQL, where the server has its data there")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Example:
  export PASSWRIGHT_SECRET=$(openssl rand -hex 32)
  passwright cert reseal --data /var/lib/passwright`,
    )
    .action(run(reseal));
}
