import Database from "better-sqlite3";
import { StorageError } from "../storage-error.ts";
import { fromSqliteError } from "./sqlite-error.ts";

/** Holds a database file for this process, until it is let go or the process ends, in whatever way. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the right to serve a database file. Node has no file locks, SQLite has: an empty database beside the file is held in an
 * exclusive transaction, which the kernel ends with the process. The file itself stays open to readers, so that a copy can be
 * made while it is served.
 *
 * @throws {StorageError} `ERR_STORAGE_LOCKED`; `ERR_STORAGE_UNAVAILABLE` where the folder cannot be written to.
 */
export function lockFile(file: string): FileLock {
  let database: Database.Database | undefined;
  try {
    database = new Database(`${file}.lock`, { timeout: 0 });
    // Without a journal file, which a full disk would refuse: nothing is ever written here.
    database.pragma("journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new StorageError("ERR_STORAGE_LOCKED", `Another process has ${file} open: one file serves one process`, {
        cause: error,
      });
    }
    throw fromSqliteError(error);
  }
  const held = database;
  return {
    release: () => {
      held.close();
    },
  };
}
