import { createHmac } from "node:crypto";
import type { PassKey } from "../storage/storage.ts";

/**
 * The authenticationToken of a pass, made of the installation's secret: it is the same whenever it is made, needs no table, and
 * nothing in one pass tells that of another. 43 characters of base64url.
 */
export function deriveAuthenticationToken(secret: string, { passTypeIdentifier, serialNumber }: PassKey): string {
  const message = JSON.stringify(["authenticationToken", passTypeIdentifier, serialNumber]);
  return createHmac("sha256", Buffer.from(secret, "hex")).update(message).digest("base64url");
}
