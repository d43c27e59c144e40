import { Client, DatabaseError } from "pg";
import { checksumOf, pendingMigrations, type AppliedMigration } from "../migrations/migration.ts";
import { POSTGRES_MIGRATIONS } from "../migrations/postgres-migrations.ts";
import { StorageError } from "../storage-error.ts";
import { clientConfig } from "./connection.ts";
import { fromPostgresError } from "./postgres-error.ts";

/** Any number that other programs are unlikely to lock: the first bytes of "passwright". */
const ADVISORY_LOCK = 0x70617373;

/**
 * Brings the schema up to date. Processes that start at once wait for each other; each step is written whole or not at all.
 *
 * @throws {StorageError} `ERR_STORAGE_NEWER_SCHEMA`, `ERR_STORAGE_CHANGED_SCHEMA`, `ERR_STORAGE_FOREIGN`,
 *   `ERR_STORAGE_UNAVAILABLE`.
 */
export async function migratePostgres(url: string): Promise<void> {
  let client: Client | undefined;
  try {
    // The driver reads the URL here, and the files that it names.
    client = new Client(clientConfig(url));
    client.on("error", () => undefined);
    await client.connect();
    await migrate(client);
  } catch (error) {
    throw fromPostgresError(error);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

async function migrate(client: Client): Promise<void> {
  const { rows: encodings } = await client.query<{ server_encoding: string }>("SHOW server_encoding");
  const encoding = encodings[0]?.server_encoding;
  if (encoding !== "UTF8") {
    throw new StorageError("ERR_STORAGE_FOREIGN", `The database keeps texts as ${encoding ?? "?"}: create it with ENCODING 'UTF8'`);
  }
  // Held by the connection, and so let go whatever happens.
  await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
    id bigint PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
  )`);
  const { rows: applied } = await client.query<AppliedMigration>("SELECT id, checksum FROM schema_migrations ORDER BY id");
  for (const step of pendingMigrations(POSTGRES_MIGRATIONS, applied)) {
    try {
      await client.query("BEGIN");
      await client.query(step.sql);
      await client.query("INSERT INTO schema_migrations (id, name, checksum) VALUES ($1, $2, $3)", [
        step.id,
        step.name,
        checksumOf(step),
      ]);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      // 42P07: a table of this name is there, and no step of ours made it.
      if (error instanceof DatabaseError && error.code === "42P07") {
        throw new StorageError("ERR_STORAGE_FOREIGN", `The database holds tables of another program: ${error.message}`, {
          cause: error,
        });
      }
      throw error;
    }
  }
}
