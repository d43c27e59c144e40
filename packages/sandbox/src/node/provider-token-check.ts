import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** A key that the stand-in takes provider tokens of. */
export interface ProviderKey {
  readonly teamId: string;
  readonly keyId: string;
  /** PEM or DER (SPKI) of the P-256 public key. */
  readonly publicKey: string | Uint8Array;
}

/** Why a provider token does not do; null: it does. */
export type ProviderTokenFault =
  | "MissingProviderToken"
  | "InvalidProviderToken"
  | "ExpiredProviderToken"
  | "TooManyProviderTokenUpdates";

const HOUR = 3_600_000;
const TWENTY_MINUTES = 1_200_000;

/** Checks provider tokens as APNs does: signature, key, age of an hour at most, and a renewal every 20 minutes at most. */
export class ProviderTokenCheck {
  readonly #keys = new Map<string, { readonly teamId: string; readonly key: KeyObject }>();
  readonly #clock: () => number;
  readonly #verified = new Map<string, { readonly keyId: string; readonly issuedAt: number }>();
  readonly #newest = new Map<string, { text: string; issuedAt: number }>();

  constructor(keys: readonly ProviderKey[], clock: () => number) {
    this.#clock = clock;
    for (const { keyId, teamId, publicKey } of keys) {
      const key =
        typeof publicKey === "string"
          ? createPublicKey(publicKey)
          : createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
      this.#keys.set(keyId, { teamId, key });
    }
  }

  check(authorization: string | undefined): ProviderTokenFault | null {
    const text = /^bearer (\S{1,2000})$/iu.exec(authorization ?? "")?.[1];
    if (text === undefined) return "MissingProviderToken";
    const token = this.#verified.get(text) ?? this.#verify(text);
    if (token === undefined) return "InvalidProviderToken";
    if (Math.abs(this.#clock() - token.issuedAt) > HOUR) return "ExpiredProviderToken";
    return this.#isTooSoon(text, token) ? "TooManyProviderTokenUpdates" : null;
  }

  #verify(text: string): { readonly keyId: string; readonly issuedAt: number } | undefined {
    const [head = "", claims = "", signature = ""] = text.split(".");
    const { alg, kid } = readPart(head);
    const { iss, iat } = readPart(claims);
    const known = typeof kid === "string" ? this.#keys.get(kid) : undefined;
    if (known === undefined || typeof kid !== "string" || alg !== "ES256" || iss !== known.teamId || typeof iat !== "number") {
      return undefined;
    }
    const signed = Buffer.from(`${head}.${claims}`);
    const isGenuine = verify("sha256", signed, { key: known.key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
    if (!isGenuine) return undefined;
    const token = { keyId: kid, issuedAt: iat * 1000 };
    if (this.#verified.size > 1000) this.#verified.clear();
    this.#verified.set(text, token);
    return token;
  }

  #isTooSoon(text: string, { keyId, issuedAt }: { readonly keyId: string; readonly issuedAt: number }): boolean {
    const newest = this.#newest.get(keyId);
    if (newest?.text === text) return false;
    if (newest !== undefined && Math.abs(issuedAt - newest.issuedAt) < TWENTY_MINUTES) return true;
    this.#newest.set(keyId, { text, issuedAt });
    return false;
  }
}

function readPart(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
