import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { LinkTarget, NewLink } from "../../storage/distribution/distribution-storage.ts";

/** 192 random bits: no one finds an address by trying. */
const TOKEN_BYTES = 24;
const TOKEN = /^[\w-]{32}$/u;
/** What of a token is shown in lists: 36 of its bits. */
const HINT_LENGTH = 6;

export function createLinkToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/**
 * A token that is the same whenever it is made of the same parts: a repeated request finds the address of the first, and a mail
 * that waits to be sent need not keep its own. Nobody without the installation's secret can make it.
 */
export function deriveLinkToken(secret: string, parts: readonly string[]): string {
  return createHmac("sha256", Buffer.from(secret, "hex"))
    .update(JSON.stringify(["link", ...parts]))
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString("base64url");
}

/** Whether a text could be a token: nothing else is looked up. */
export function isLinkToken(text: string): boolean {
  return TOKEN.test(text);
}

/** SHA-256 in hex: what is kept of a token. Looked up by it, how long that takes says nothing of the token. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A link to be written, for its token. */
export function toNewLink(
  token: string,
  link: {
    readonly projectId: string;
    readonly target: LinkTarget;
    readonly source: string | null;
    readonly createdAt: number;
    readonly expiresAt?: number | null;
    readonly maxUses?: number | null;
  },
): NewLink {
  const { expiresAt = null, maxUses = null, ...rest } = link;
  const id = `link_${randomUUID()}`;
  return { id, hash: hashLinkToken(token), hint: token.slice(0, HINT_LENGTH), ...rest, expiresAt, maxUses };
}
