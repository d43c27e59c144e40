import { createHmac, createSecretKey } from "node:crypto";
import type { PassKey } from "../storage/storage.ts";

/**
 * The authenticationToken of a pass, made of the installation's secret: it is the same whenever it is made, needs no table, and
 * nothing in one pass tells that of another. 43 characters of base64url.
 */
export function deriveAuthenticationToken(secret: string, key: PassKey): string {
  if (lately?.secret !== secret) lately = { secret, make: createTokenMaker(secret) };
  return lately.make(key);
}

/** A process serves one installation: reading its secret anew takes as long as the token. */
let lately: { readonly secret: string; readonly make: (key: PassKey) => string } | undefined;

/** The same for many passes: the secret is read once. */
export function createTokenMaker(secret: string): (key: PassKey) => string {
  const hmacKey = createSecretKey(secret, "hex");
  return ({ passTypeIdentifier, serialNumber }) => {
    const message = JSON.stringify(["authenticationToken", passTypeIdentifier, serialNumber]);
    return createHmac("sha256", hmacKey).update(message).digest("base64url");
  };
}
