import { WalletError } from "../errors.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";

/** Apps that speak the protocol. */
export const CLIENT_NAMES = [
  "apple",
  "wallet-passes",
  "pass2u",
  "passworks",
  "other",
  "wallet-union",
  "wallet-union-hms",
  "attido",
] as const;
export type ClientName = (typeof CLIENT_NAMES)[number];

/** How an app shows itself, and how its devices are told of an update. */
export interface Client {
  readonly name: ClientName;
  readonly app: string;
  /** Scheme of its Authorization header. */
  readonly scheme: string;
  /** A further header that tells it from others with the same scheme. */
  readonly header: { readonly name: string; /** Null: any. */ readonly value: string | null } | null;
  /** Where its push tokens are good. Never send a token elsewhere: Apple would answer BadDeviceToken, and it would be deleted. */
  readonly push: "apns" | "wallet-passes" | "passes-alliance" | "passworks" | null;
}

/**
 * The apps seen in the field, those with a header of their own first. Sources: walletpasses.io/developer,
 * pass2u.net/apiPushNotification, github.com/passworks/android-wallet-api, walletunion.com/developer.
 */
const CLIENTS: readonly Client[] = [
  {
    name: "pass2u",
    app: "Pass2U Wallet",
    scheme: "ApplePass",
    header: { name: "x-pass-client", value: "Passes" },
    push: "passes-alliance",
  },
  {
    name: "passworks",
    app: "Passworks Wallet",
    scheme: "ApplePass",
    header: { name: "x-pass-client", value: "Passworks" },
    push: "passworks",
  },
  // Whoever says that it is another client is not Apple's.
  { name: "other", app: "another app", scheme: "ApplePass", header: { name: "x-pass-client", value: null }, push: null },
  { name: "apple", app: "Apple Wallet", scheme: "ApplePass", header: null, push: "apns" },
  { name: "wallet-passes", app: "WalletPasses (Android)", scheme: "AndroidPass", header: null, push: "wallet-passes" },
  { name: "wallet-union", app: "WalletUnion", scheme: "WalletUnionPass", header: null, push: null },
  { name: "wallet-union-hms", app: "WalletUnion (Huawei)", scheme: "WalletUnionHMSPass", header: null, push: null },
  { name: "attido", app: "Attido", scheme: "AttidoPass", header: null, push: null },
];

/** What a request says about who sends it. */
export interface Credentials {
  readonly client: Client;
  readonly token: string;
}

/** Headers, of a `Request` or of one's own making. */
export interface HeaderSource {
  get(name: string): string | null;
}

/**
 * Reads the Authorization header of a request and which app sends it; null when there is none of a known scheme (answer 401).
 * Schemes are compared without regard to case (RFC 9110 §11.1), tokens are taken as they are.
 *
 * @example
 * ```ts
 * const credentials = readCredentials(request.headers);
 * if (credentials === null) console.log("answer 401");
 * ```
 */
export function readCredentials(headers: HeaderSource): Credentials | null {
  const header = headers.get("authorization");
  if (header === null || header.length > PROTOCOL_LIMITS.tokenLength + 100) return null;
  const match = /^([A-Za-z]{1,64}) +([\x21-\x7e]+)$/u.exec(header.trim());
  const [, scheme = "", token = ""] = match ?? [];
  if (token === "" || token.length > PROTOCOL_LIMITS.tokenLength) return null;
  const client = CLIENTS.find((row) => row.scheme.toLowerCase() === scheme.toLowerCase() && isSent(row.header, headers));
  return client === undefined ? null : { client, token };
}

function isSent(header: Client["header"], headers: HeaderSource): boolean {
  const value = header === null ? null : headers.get(header.name);
  return header === null || (header.value === null ? value !== null : value === header.value);
}

/**
 * An app by its name.
 *
 * @example
 * ```ts
 * clientNamed("wallet-passes").push; // "wallet-passes": never send its tokens to Apple
 * ```
 */
export function clientNamed(name: ClientName): Client {
  const client = CLIENTS.find((row) => row.name === name);
  if (client === undefined) throw new TypeError("the table has a row for every name");
  return client;
}

/**
 * The headers by which an app authenticates.
 *
 * @throws {WalletError} `ERR_WALLET_TOKEN` for a token that no header can hold; the message does not repeat it.
 *
 * @example
 * ```ts
 * buildCredentials("vxwxd7J8AlNNFPS8k0a0"); // { authorization: "ApplePass vxwxd7J8AlNNFPS8k0a0" }
 * ```
 */
export function buildCredentials(token: string, client: ClientName = "apple"): Readonly<Record<string, string>> {
  if (!/^[\x21-\x7e]+$/u.test(token) || token.length > PROTOCOL_LIMITS.tokenLength) throw new WalletError("ERR_WALLET_TOKEN");
  const { scheme, header } = clientNamed(client);
  return { authorization: `${scheme} ${token}`, ...(header !== null && { [header.name]: header.value ?? "other" }) };
}
