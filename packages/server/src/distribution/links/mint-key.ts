import { createHash, createHmac, randomInt } from "node:crypto";
import type { MintKeyRecord } from "../../storage/distribution/distribution-storage.ts";
import type { MintPayload } from "./mint-link.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A random name of a key: 16 letters and digits. It is no secret. */
export function createMintKeyId(): string {
  return Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** The secret of a key, base64url of 32 bytes: made anew whenever it is needed, so that a copy of the database signs nothing. */
export function deriveMintSecret(
  secret: string,
  { id, projectId, templateId }: Omit<MintKeyRecord, "createdAt" | "revokedAt">,
): string {
  const message = JSON.stringify(["mintKey", id, projectId, templateId]);
  return createHmac("sha256", Buffer.from(secret, "hex")).update(message).digest("base64url");
}

/** What a signed link calls its pass, as it is kept. */
export function hashMintName({ templateId, name }: MintPayload): string {
  return createHash("sha256")
    .update(JSON.stringify([templateId, name.kind, name.text]))
    .digest("hex");
}
