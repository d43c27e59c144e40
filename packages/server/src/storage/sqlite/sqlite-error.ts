import Database from "better-sqlite3";
import { StorageError, type StorageErrorCode } from "../storage-error.ts";

/** By primary result code: https://www.sqlite.org/rescode.html */
const CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ["SQLITE_FULL", "ERR_STORAGE_FULL"],
  // A write beyond the end of the disk comes back as an input/output error where the file system found it out too late.
  ["SQLITE_IOERR_WRITE", "ERR_STORAGE_FULL"],
  ["SQLITE_IOERR_SHMSIZE", "ERR_STORAGE_FULL"],
  ["SQLITE_IOERR", "ERR_STORAGE_UNAVAILABLE"],
  ["SQLITE_BUSY", "ERR_STORAGE_UNAVAILABLE"],
  ["SQLITE_READONLY", "ERR_STORAGE_UNAVAILABLE"],
  ["SQLITE_CANTOPEN", "ERR_STORAGE_UNAVAILABLE"],
  ["SQLITE_PERM", "ERR_STORAGE_UNAVAILABLE"],
  ["SQLITE_NOTADB", "ERR_STORAGE_DAMAGED"],
  ["SQLITE_CORRUPT", "ERR_STORAGE_DAMAGED"],
  ["SQLITE_TOOBIG", "ERR_STORAGE_ARGUMENT"],
];

/** An error of SQLite as one of ours; the text of SQLite holds no values. */
export function fromSqliteError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof Database.SqliteError) {
    const code = CODES.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? "ERR_STORAGE_FAILED";
    return new StorageError(code, `${error.message} (${error.code})`, { cause: error });
  }
  return new StorageError("ERR_STORAGE_FAILED", error instanceof Error ? error.message : undefined, { cause: error });
}

/** An error on its way between threads: an `Error` that is cloned loses its class and fields. */
export interface ErrorMessage {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly serialNumbers: readonly string[];
}

export function toErrorMessage(error: unknown): ErrorMessage {
  const { code, message, serialNumbers } = fromSqliteError(error);
  return { code, message, serialNumbers };
}

export function fromErrorMessage({ code, message, serialNumbers }: ErrorMessage): StorageError {
  return new StorageError(code, message, { serialNumbers });
}
