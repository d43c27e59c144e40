import type Database from "better-sqlite3";
import { createStorage } from "../storage-front.ts";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import type { Storage } from "../storage.ts";
import { createQueryWriter } from "../tables.ts";
import { connectReader, type ConnectionSettings } from "./connect.ts";
import { lockFile } from "./file-lock.ts";
import { createReader } from "./reader.ts";
import { fromSqliteError } from "./sqlite-error.ts";
import { startWriter, type Writer } from "./writer.ts";

/** How a storage in a file is opened. */
export interface SqliteStorageOptions {
  /** Path of the database; made when it is missing, in a folder that exists. `-wal`, `-shm` and `.lock` come to lie beside it. */
  readonly file: string;
  /** The most that the file may grow to, in pages of 4 KiB; absent: as far as the disk goes. */
  readonly maxPages?: number;
  /** Earlier revisions that are kept of each pass; `STORAGE_LIMITS.revisionsKept` when absent, 0: none. */
  readonly revisionsKept?: number;
  /** Epoch ms, for the statistics; all else is told the time. */
  readonly clock?: () => number;
  /**
   * Told once when the thread that writes has died (out of memory, a fault): reads go on, nothing can be written until the process
   * is started again.
   */
  readonly onDeath?: (error: StorageError) => void;
}

/**
 * Opens the storage in a file, bringing its schema up to date. One process serves a file; writes run on a thread of their own and
 * share commits, reads run at once.
 *
 * @throws {StorageError} `ERR_STORAGE_LOCKED`, `ERR_STORAGE_NEWER_SCHEMA`, `ERR_STORAGE_CHANGED_SCHEMA`, `ERR_STORAGE_FOREIGN`,
 *   `ERR_STORAGE_DAMAGED`, `ERR_STORAGE_FULL`, `ERR_STORAGE_UNAVAILABLE`.
 *
 * @example
 * ```ts
 * import { openSqliteStorage } from "@passwright/server";
 *
 * const storage = await openSqliteStorage({ file: "passwright.db" });
 * await storage.close();
 * ```
 */
export async function openSqliteStorage(options: SqliteStorageOptions): Promise<Storage> {
  const settings: ConnectionSettings = {
    file: options.file,
    revisionsKept: options.revisionsKept ?? STORAGE_LIMITS.revisionsKept,
    ...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
  };
  const lock = lockFile(options.file);
  let writer: Writer | undefined;
  try {
    writer = await startWriter(settings, options.onDeath ?? (() => undefined));
    return createSqliteStorage(writer, connectReader(settings), () => lock.release(), options.clock ?? Date.now);
  } catch (error) {
    await writer?.close();
    lock.release();
    throw fromSqliteError(error);
  }
}

function createSqliteStorage(writer: Writer, database: Database.Database, release: () => void, clock: () => number): Storage {
  const reader = createReader(database);
  let closing: Promise<void> | undefined;

  /** Reads of a closed or failing database end as errors of ours, as writes do. */
  function read<Result>(work: () => Result): Result {
    if (closing !== undefined) throw new StorageError("ERR_STORAGE_CLOSED");
    try {
      return work();
    } catch (error) {
      throw fromSqliteError(error);
    }
  }

  async function close(): Promise<void> {
    // The last connection folds the log into the file; that is the writer's, which knows how.
    database.close();
    await writer.close();
    release();
  }

  return createStorage(
    {
      dialect: "sqlite",
      isOnlyWriter: true,
      queries: createQueryWriter("sqlite"),
      findVersion: (key) => read(() => reader.findVersion(key)),
      find: (key) => read(() => reader.find(key)),
      findMany: (passTypeIdentifier, serialNumbers) =>
        read(() => serialNumbers.flatMap((serialNumber) => reader.find({ passTypeIdentifier, serialNumber }) ?? [])),
      listChanged: (options) => read(() => reader.listChanged(options)),
      page: (options) => read(() => reader.page(options)),
      all: (query) => read(() => reader.all(query)),
      run: (name, input) => writer.run(name, input),
      ping: async (signal) => {
        signal?.throwIfAborted();
        // Through the writer too: a full queue or a thread that died is no database that answers.
        read(() => reader.findVersion({ passTypeIdentifier: "", serialNumber: "" }));
        await writer.run("countTemplate", { passTypeIdentifier: "", templateId: "", after: "" });
      },
      close: () => (closing ??= close()),
    },
    clock,
  );
}
