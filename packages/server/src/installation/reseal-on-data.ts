import type { ServerConfig } from "../config/server-config.ts";
import type { Storage } from "../storage/storage.ts";
import { withData } from "./open-data.ts";
import { openSecret, otherSecret, sealedUnder, type SealingSecret, sealSecret, toSealingSecret } from "./sealed-secret.ts";

/**
 * Seals every secret of a server's database anew, all in one transaction. Stop the server first: processes that go on with the old
 * secret open nothing any more that they do not have in memory.
 *
 * @param secrets - `before`: what they are sealed under; `after`: what they will be. Undefined: the secret of the data folder.
 * @returns how many there were, and how many were under the new secret already.
 * @throws {InstallationError | StorageError} `ERR_SERVER_SEALED` when one was sealed under neither, and then nothing is changed.
 *
 * @example
 * ```ts
 * const { resealed } = await resealOnData(config, { before: undefined, after: process.env["PASSWRIGHT_SECRET"] });
 * ```
 */
export async function resealOnData(
  config: ServerConfig,
  secrets: { readonly before: string | undefined; readonly after: string | undefined },
): Promise<{ readonly resealed: number; readonly kept: number }> {
  return withData(config, async ({ certificates }, folder) => {
    const before = toSealingSecret(secrets.before ?? folder.secret);
    const after = toSealingSecret(secrets.after ?? folder.secret);
    const rows = await certificates.sealed();
    const left = rows.filter(({ sealed }) => sealedUnder(sealed) !== after.id);
    const resealed = left.map((row) => {
      const place = { purpose: row.purpose, row: row.row };
      return Object.assign({ resealed: sealSecret(after, openSecret(before, row.sealed, place), place) }, row);
    });
    if (resealed.length > 0) await certificates.reseal(resealed);
    return { resealed: resealed.length, kept: rows.length - resealed.length };
  });
}

/**
 * A server that could not open what is in its database would find out at the worst time: when it signs, or calls a webhook.
 *
 * @throws {InstallationError} `ERR_SERVER_SEALED`, with what to do.
 */
export async function assertSecretFits(storage: Pick<Storage, "certificates">, secret: SealingSecret): Promise<void> {
  for (const { sealed } of await storage.certificates.sealed()) {
    const id = sealedUnder(sealed);
    if (id !== null && id !== secret.id) throw otherSecret(id, secret);
  }
}
