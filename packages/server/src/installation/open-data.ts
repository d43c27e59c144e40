import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ServerConfig } from "../config/server-config.ts";
import { openStorage } from "../process/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { InstallationError } from "./installation-error.ts";

/**
 * Works on the data of a server, for whoever may read its folder. SQLite belongs to one process: the server must not run then.
 *
 * @throws {InstallationError | StorageError} `ERR_SERVER_DATA_FOLDER` where no server has been; `ERR_STORAGE_LOCKED`.
 */
export async function withData<Result>(
  config: ServerConfig,
  work: (storage: Storage, folder: DataFolder) => Promise<Result>,
): Promise<Result> {
  // A misspelt folder must not become a new installation.
  const isThere = await stat(join(config.dataFolder, "secret")).catch(() => null);
  if (isThere === null) {
    throw new InstallationError("ERR_SERVER_DATA_FOLDER", `${config.dataFolder} is not the data folder of a server.`);
  }
  const folder = await openDataFolder(config.dataFolder);
  const storage = await openStorage(config, folder);
  try {
    return await work(storage, folder);
  } finally {
    await storage.close();
  }
}
