import { createLocalKey } from "../api/api-keys.ts";
import type { Scope } from "../api/contract/scopes.ts";
import type { ServerConfig } from "../config/server-config.ts";
import { installationKind } from "./claim-kind.ts";
import { withData } from "./open-data.ts";

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
  return withData(config, async (storage) =>
    createLocalKey(storage, { ...key, kind: (await installationKind(storage)) === "demo" ? "test" : "live" }),
  );
}
