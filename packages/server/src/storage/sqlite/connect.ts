import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { checksumOf, pendingMigrations, type AppliedMigration } from "../migrations/migration.ts";
import { SQLITE_MIGRATIONS } from "../migrations/sqlite-migrations.ts";
import { StorageError } from "../storage-error.ts";

/** How the connections are set up. Pages are 4 KiB. */
export interface ConnectionSettings {
  readonly file: string;
  /** The most that the file may grow to, in pages; absent: as far as the disk goes. */
  readonly maxPages?: number;
  /** Earlier revisions that are kept of each pass. */
  readonly revisionsKept: number;
}

/** In the header of the file (`PRAGMA application_id`): 31 bits of a hash of the name, so that `file` and we know whose it is. */
const APPLICATION_ID = createHash("sha256").update("passwright").digest().readUInt32BE(0) >>> 1;

/** @throws {StorageError} `ERR_STORAGE_FOREIGN`: the tables of another program. */
export function assertApplication(database: Database.Database, file: string): void {
  if (database.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
    throw new StorageError("ERR_STORAGE_FOREIGN", `${file} is a database of another program`);
  }
}

/**
 * Makes a file for a database, readable by its owner alone: it holds the tokens of passes and devices, and what people signed up
 * with. SQLite gives its log and its index beside it the same mode. A file that is there keeps the mode that somebody gave it.
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}

/** The connection that writes; there is one. */
export function connectWriter({ file, maxPages }: Omit<ConnectionSettings, "revisionsKept">): Database.Database {
  makePrivateFile(file);
  const database = new Database(file, { timeout: 10_000 });
  try {
    const tables = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
    if (tables !== 0) assertApplication(database, file);
    database.pragma("journal_mode = WAL");
    // A change that was acknowledged survives a power cut; the default of WAL mode would not see to that.
    database.pragma("synchronous = FULL");
    database.pragma("cache_size = -16384");
    database.pragma("wal_autocheckpoint = 16000");
    database.pragma("journal_size_limit = 67108864");
    database.pragma("temp_store = MEMORY");
    if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
    migrate(database);
    freeLeases(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The connection that reads beside the web server. The writer has set the file up. */
export function connectReader({ file }: Pick<ConnectionSettings, "file">): Database.Database {
  const database = new Database(file, { timeout: 10_000, fileMustExist: true });
  database.pragma("query_only = ON");
  database.pragma("cache_size = -16384");
  database.pragma("temp_store = MEMORY");
  return database;
}

/**
 * One process serves a file: what was claimed when it is opened was claimed by one that is no more, and is due. At 0, whatever the
 * clock says by now.
 */
function freeLeases(database: Database.Database): void {
  database.prepare("UPDATE pushes SET leased_by = NULL, due_at = 0 WHERE leased_by IS NOT NULL").run();
}

function migrate(database: Database.Database): void {
  database
    .transaction(() => {
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.exec(
        `CREATE TABLE IF NOT EXISTS schema_migrations (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL
        ) STRICT`,
      );
      const applied = database.prepare("SELECT id, checksum FROM schema_migrations ORDER BY id").all() as AppliedMigration[];
      const note = database.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, unixepoch())");
      for (const step of pendingMigrations(SQLITE_MIGRATIONS, applied)) {
        database.exec(step.sql);
        note.run(step.id, step.name, checksumOf(step));
      }
    })
    .immediate();
}
