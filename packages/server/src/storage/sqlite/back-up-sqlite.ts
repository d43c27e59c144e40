import Database from "better-sqlite3";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { assertApplication, makePrivateFile } from "./connect.ts";
import { fromSqliteError } from "./sqlite-error.ts";

/** What is copied, and where to. */
export interface BackupOptions {
  /** The database; a server may have it open and go on writing. */
  readonly file: string;
  /** A file that is not there yet; it appears when the copy is whole. */
  readonly to: string;
  readonly onProgress?: (pages: { readonly copied: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** Pages of 4 KiB that are copied before others get their turn. */
const PAGES_PER_STEP = 256;

/**
 * Copies a database as it is at this moment, from the server itself or from another process beside it.
 *
 * In the copy the update tags have leapt ahead. When it is put back, devices hold tags that were given out after it was made; a
 * change of then must come above those, or they would never be told of it.
 *
 * @throws {StorageError} `ERR_STORAGE_BACKUP` where `file` is not there or `to` is; `ERR_STORAGE_FULL`, `ERR_STORAGE_FOREIGN`,
 *   `ERR_STORAGE_DAMAGED`, `ERR_STORAGE_UNAVAILABLE`.
 *
 * @example
 * ```ts
 * import { backUpSqlite } from "@passwright/server";
 *
 * const { pages } = await backUpSqlite({ file: "data/passwright.db", to: "copies/2026-11-21.db" });
 * ```
 */
export async function backUpSqlite(options: BackupOptions): Promise<{ readonly pages: number }> {
  const { file, to, onProgress, signal } = options;
  signal?.throwIfAborted();
  if (!existsSync(file)) throw new StorageError("ERR_STORAGE_BACKUP", `There is no database ${file}`);
  if (existsSync(to)) throw new StorageError("ERR_STORAGE_BACKUP", `${to} exists already: a copy takes no other's place`);
  const partial = `${to}.partial`;
  try {
    await rm(partial, { force: true });
    makePrivateFile(partial);
    const pages = await copy(file, partial, onProgress, signal);
    leapTags(partial);
    signal?.throwIfAborted();
    await rename(partial, to);
    return { pages };
  } catch (error) {
    for (const rest of ["", "-journal", "-wal", "-shm"]) await rm(`${partial}${rest}`, { force: true });
    if (signal?.aborted === true) throw signal.reason;
    if (error instanceof Error && "syscall" in error) {
      throw new StorageError("ERR_STORAGE_BACKUP", `The copy ${to} cannot be written: ${error.message}`, { cause: error });
    }
    throw fromSqliteError(error);
  }
}

async function copy(
  file: string,
  partial: string,
  onProgress: BackupOptions["onProgress"],
  signal: AbortSignal | undefined,
): Promise<number> {
  const source = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    assertApplication(source, file);
    // A reading transaction holds the moment: without it every write of the server would begin the copy anew.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_schema").get();
    const { totalPages } = await source.backup(partial, {
      progress: ({ totalPages: total, remainingPages }) => {
        onProgress?.({ copied: total - remainingPages, total });
        signal?.throwIfAborted();
        return PAGES_PER_STEP;
      },
    });
    return totalPages;
  } finally {
    source.close();
  }
}

function leapTags(partial: string): void {
  const database = new Database(partial, { fileMustExist: true });
  try {
    // One file, complete in itself; the server that opens it turns its log on again.
    database.pragma("journal_mode = DELETE");
    database.pragma("synchronous = FULL");
    const [check] = database.pragma("quick_check(1)") as readonly { readonly quick_check: string }[];
    if (check?.quick_check !== "ok")
      throw new StorageError("ERR_STORAGE_DAMAGED", `The copy is damaged: ${check?.quick_check ?? "?"}`);
    database.prepare("UPDATE pass_types SET sequence = sequence + ?").run(STORAGE_LIMITS.tagLeap);
  } finally {
    database.close();
  }
}
