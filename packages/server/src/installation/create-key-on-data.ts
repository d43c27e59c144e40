import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createLocalKey } from "../api/api-keys.ts";
import type { Scope } from "../api/contract/scopes.ts";
import type { ServerConfig } from "../config/server-config.ts";
import { openStorage } from "../process/open-storage.ts";
import { installationKind } from "./claim-kind.ts";
import { openDataFolder } from "./data-folder.ts";
import { InstallationError } from "./installation-error.ts";

/**
 * Makes an API key on the data of a server, for whoever may read its folder. SQLite belongs to one process: the server must not
 * run then.
 *
 * @returns the key, which is kept nowhere.
 * @throws {InstallationError | StorageError} `ERR_SERVER_DATA_FOLDER` where no server has been; `ERR_STORAGE_LOCKED`.
 *
 * @example
 * ```ts
 * const key = await createKeyOnData(config, { name: "Shop", scopes: ["issue"], now: Date.now() });
 * ```
 */
export async function createKeyOnData(
  config: ServerConfig,
  key: { readonly name: string; readonly scopes: readonly Scope[]; readonly now: number },
): Promise<string> {
  // A misspelt folder must not become a new installation.
  const isThere = await stat(join(config.dataFolder, "secret")).catch(() => null);
  if (isThere === null) {
    throw new InstallationError("ERR_SERVER_DATA_FOLDER", `${config.dataFolder} is not the data folder of a server.`);
  }
  const storage = await openStorage(config, await openDataFolder(config.dataFolder));
  try {
    return await createLocalKey(storage, { ...key, kind: (await installationKind(storage)) === "demo" ? "test" : "live" });
  } finally {
    await storage.close();
  }
}
