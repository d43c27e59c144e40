import { parseScopes, SCOPE_NAMES } from "../api/scopes.ts";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import { type Io, printJson, printLine } from "../io.ts";

interface CreateOptions {
  readonly data?: string;
  readonly database?: string;
  readonly name: string;
  readonly scope: string;
  readonly json?: boolean;
}

/** `keys create`: an API key made where the data is, for whoever has none to ask the API with. */
async function create(io: Io, { data, database, name, scope, json }: CreateOptions): Promise<ExitCode> {
  const scopes = parseScopes(scope);
  if (name === "" || name.length > 200) throw new UsageError("--name takes 1 to 200 characters");
  const { ConfigError, createKeyOnData, InstallationError, readConfig, StorageError } = await import("@passwright/server");
  try {
    const config = readConfig({ flags: { data, database }, environment: io.environment, workingDirectory: io.workingDirectory });
    const key = await createKeyOnData(config, { name, scopes, now: io.now().getTime() });
    if (json === true) printJson(io, { key, name, scopes });
    else {
      printLine(io.stdout, key);
      printLine(io.stderr, "This key is shown once and kept nowhere.");
    }
    return EXIT.fine;
  } catch (error) {
    if (error instanceof StorageError && error.code === "ERR_STORAGE_LOCKED") {
      throw new UsageError("The server has this data open.", "Stop it first, or make the key with: passwright api keys create.", {
        cause: error,
      });
    }
    if (error instanceof ConfigError || error instanceof InstallationError || error instanceof StorageError) {
      throw new UsageError(error.message, undefined, { cause: error });
    }
    throw error;
  }
}

export const keysCommand: CommandModule = {
  register(program, run) {
    const keys = program
      .command("keys")
      .summary("make an API key where a server's data is")
      .description("API keys made on the data folder of a server, without asking its API.")
      .addHelpText(
        "after",
        `
Example:
  passwright keys create --data /var/lib/passwright`,
      );
    keys
      .command("create")
      .summary("make one and print it")
      .option("--data <dir>", "data folder of the server; PASSWRIGHT_DATA, or passwright-data")
      .option("--database <url>", "PostgreSQL, where the server has its data there")
      .option("--name <name>", "what the key is for", "Made on the machine")
      .option("--scope <scopes>", `what it may do, with commas between: ${SCOPE_NAMES}`, "admin")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        `
Example:
  export PASSWRIGHT_API_KEY=$(passwright keys create --data /var/lib/passwright)`,
      )
      .action(run(create));
  },
};
