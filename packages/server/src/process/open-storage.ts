import type { ServerConfig } from "../config/server-config.ts";
import type { DataFolder } from "../installation/data-folder.ts";
import { openPostgresStorage } from "../storage/postgres/open-postgres-storage.ts";
import { openSqliteStorage } from "../storage/sqlite/open-sqlite-storage.ts";
import type { Storage } from "../storage/storage.ts";

/** The storage that the settings name. @throws {StorageError} when it cannot be opened. */
export function openStorage(config: ServerConfig, folder: DataFolder): Promise<Storage> {
  return config.databaseUrl === null
    ? openSqliteStorage({ file: folder.databaseFile, revisionsKept: config.historyRevisions })
    : openPostgresStorage({
        url: config.databaseUrl,
        poolSize: config.databaseConnections,
        revisionsKept: config.historyRevisions,
      });
}
