import { sign } from "node:crypto";
import type { ApnsTokenCredential } from "./apns-credential.ts";

const MINUTE = 60_000;

/** APNs refuses a token older than an hour, and one renewed more often than every 20 minutes. Milliseconds. */
export const PROVIDER_TOKEN_AGES = {
  /** Renewed when it gets so old. */
  renew: 40 * MINUTE,
  /** Never renewed by force twice within this. */
  least: 20 * MINUTE,
} as const;

/**
 * The provider token (JWT, ES256) of a key: made when first needed, renewed when 40 minutes old. Source: "Establishing a
 * token-based connection to APNs".
 */
export class ProviderToken {
  readonly #credential: ApnsTokenCredential;
  readonly #clock: () => number;
  #current: { readonly text: string; readonly madeAt: number } | undefined;
  #forcedAt = Number.NEGATIVE_INFINITY;

  constructor(credential: ApnsTokenCredential, clock: () => number) {
    this.#credential = credential;
    this.#clock = clock;
  }

  /** The token to send now. */
  get(): string {
    const now = this.#clock();
    // A clock that was put back must not keep a token of the future.
    const isFresh = this.#current !== undefined && Math.abs(now - this.#current.madeAt) < PROVIDER_TOKEN_AGES.renew;
    if (this.#current === undefined || !isFresh) this.#current = { text: this.#make(now), madeAt: now };
    return this.#current.text;
  }

  /**
   * Renews the token because APNs called `refused` expired; of many pushes refused at once only the first makes a new one. False
   * when a token made in the same way a moment ago was refused too: then it is the clock, and more renewals would be punished.
   */
  renew(refused: string): boolean {
    if (this.#current !== undefined && this.#current.text !== refused) return true;
    const now = this.#clock();
    if (Math.abs(now - this.#forcedAt) < PROVIDER_TOKEN_AGES.least) return false;
    this.#forcedAt = now;
    this.#current = { text: this.#make(now), madeAt: now };
    return true;
  }

  #make(now: number): string {
    const { teamId, keyId, privateKey } = this.#credential;
    const head = encode({ alg: "ES256", kid: keyId });
    const claims = encode({ iss: teamId, iat: Math.floor(now / 1000) });
    // JWS wants r and s side by side (RFC 7518 §3.4), not DER.
    const signature = sign("sha256", Buffer.from(`${head}.${claims}`), { key: privateKey, dsaEncoding: "ieee-p1363" });
    return `${head}.${claims}.${signature.toString("base64url")}`;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
