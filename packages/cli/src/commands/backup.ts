import { join, resolve } from "node:path";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import { type Io, printJson, printLine } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { createProgress } from "../terminal/progress.ts";

interface BackupOptions {
  readonly data: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `backup`: a copy of a server's database, while the server goes on. */
async function backup(io: Io, { data, out, json }: BackupOptions): Promise<ExitCode> {
  const { backUpSqlite, StorageError } = await import("@passwright/server");
  const file = join(resolve(io.workingDirectory, data), "passwright.sqlite");
  let progress: ReturnType<typeof createProgress> | undefined;
  try {
    const { pages } = await backUpSqlite({
      file,
      to: resolve(io.workingDirectory, out),
      signal: io.signal,
      onProgress: ({ copied, total }) => {
        progress ??= createProgress(io, total, "pages");
        progress.update(copied);
      },
    });
    progress?.finish();
    if (json === true) printJson(io, { file: out, pages });
    else
      printLine(
        io.stderr,
        `copied ${pages} pages to ${out}; keep ${join(data, "secret")} and ${join(data, "certificates")} with it`,
      );
    return EXIT.fine;
  } catch (error) {
    if (error instanceof StorageError) throw new UsageError(error.message, undefined, { cause: error });
    throw error;
  }
}

export const backupCommand: CommandModule = {
  register(program, run) {
    program
      .command("backup")
      .summary("copy the database of a server, while it runs")
      .description(
        "Copies the SQLite database of a server as it is at this moment; the server goes on meanwhile. For PostgreSQL use pg_dump: docs/decisions/0011-storage.md tells what to do after putting a copy back.",
      )
      .option("--data <dir>", "the server's data folder", "passwright-data")
      .requiredOption("-o, --out <file>", "the copy: a file that is not there yet")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        `
Example:
  passwright backup --data /var/lib/passwright -o backups/monday.sqlite`,
      )
      .action(run(backup));
  },
};
