import type { ServerConfig } from "../config/server-config.ts";
import type { DataFolder } from "../installation/data-folder.ts";
import { openPostgresStorage } from "../storage/postgres/open-postgres-storage.ts";
import { openSqliteStorage } from "../storage/sqlite/open-sqlite-storage.ts";
import type { StorageError } from "../storage/storage-error.ts";
import type { Storage } from "../storage/storage.ts";

/**
 * The storage that the settings name.
 *
 * @param onDeath As that of `openSqliteStorage`; PostgreSQL comes back by itself.
 * @throws {StorageError} when it cannot be opened.
 */
export function openStorage(config: ServerConfig, folder: DataFolder, onDeath?: (error: StorageError) => void): Promise<Storage> {
  return config.databaseUrl === null
    ? openSqliteStorage({
        file: folder.databaseFile,
        revisionsKept: config.historyRevisions,
        ...(onDeath !== undefined && { onDeath }),
      })
    : openPostgresStorage({
        url: config.databaseUrl,
        poolSize: config.databaseConnections,
        revisionsKept: config.historyRevisions,
      });
}
