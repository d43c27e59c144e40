import { PassError } from "../errors.ts";
import { asBufferSource } from "../platform/web-bytes.ts";
import { webCrypto } from "../platform/web-crypto.ts";

/** A public key of signed barcodes, as a JSON Web Key (RFC 8037 §2). A set of them is what a scanner needs, and nothing else. */
export interface BarcodePublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  /** base64url of 32 bytes. */
  readonly x: string;
  /** Given by {@link generateBarcodeKey}; other values are carried and not used. */
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
}

/** A private key of signed barcodes (RFC 8037 §2). */
export interface BarcodePrivateKey extends BarcodePublicKey {
  /** base64url of 32 bytes: the secret. */
  readonly d: string;
}

/** A set of public keys, as a server publishes it (RFC 7517 §5). */
export interface BarcodeKeySet {
  readonly keys: readonly BarcodePublicKey[];
}

/** Bytes of a key's name inside a barcode: enough to pick one of a few keys; the signature decides. */
export const KEY_NAME_BYTES = 2;

/**
 * Makes a key pair for signed barcodes. The public part goes to scanners, the private one stays with the issuer.
 *
 * @throws {PassError} `ERR_PASS_RUNTIME` where WebCrypto has no Ed25519.
 *
 * @example
 * ```ts
 * const { privateKey, publicKey } = await generateBarcodeKey();
 * ```
 */
export async function generateBarcodeKey(): Promise<{
  readonly privateKey: BarcodePrivateKey;
  readonly publicKey: BarcodePublicKey;
}> {
  const pair = await whereSupported(() => webCrypto().generateKey("Ed25519", true, ["sign", "verify"]));
  const { x = "", d = "" } = await webCrypto().exportKey("jwk", pair.privateKey);
  const bare = { kty: "OKP", crv: "Ed25519", x } as const;
  const publicKey = { ...bare, kid: await thumbprint(bare), use: "sig", alg: "EdDSA" };
  return { publicKey, privateKey: { ...publicKey, d } };
}

/**
 * The public part of a private key.
 *
 * @example
 * ```ts
 * const jwks = { keys: [toBarcodePublicKey(privateKey)] };
 * ```
 */
export function toBarcodePublicKey(key: BarcodePrivateKey): BarcodePublicKey {
  const { d: _secret, ...publicKey } = key;
  return publicKey;
}

/** The name of a key inside a barcode: the first bytes of its JWK thumbprint (RFC 7638 §3, RFC 8037 §2). */
export async function keyNameOf(key: BarcodePublicKey): Promise<Uint8Array> {
  return (await digestOf(key)).subarray(0, KEY_NAME_BYTES);
}

/** @throws {PassError} `ERR_PASS_KEY_INVALID`, `ERR_PASS_RUNTIME`. */
export async function importBarcodeKey(key: BarcodePublicKey | BarcodePrivateKey, use: "sign" | "verify"): Promise<CryptoKey> {
  const { x } = key;
  const secret = "d" in key ? key.d : undefined;
  const isWhole = isKeyPart(x) && (use === "verify" || isKeyPart(secret));
  if (!isWhole || key.kty !== "OKP" || key.crv !== "Ed25519") {
    throw new PassError(
      "ERR_PASS_KEY_INVALID",
      `A key of signed barcodes is a JSON Web Key of Ed25519 with x${use === "sign" ? " and d" : ""}.`,
    );
  }
  const jwk = { kty: "OKP", crv: "Ed25519", x, ...(use === "sign" && secret !== undefined ? { d: secret } : {}) };
  return whereSupported(() =>
    webCrypto()
      .importKey("jwk", jwk, "Ed25519", false, [use])
      .catch((cause: unknown) => {
        if (isUnsupported(cause)) throw cause;
        throw new PassError("ERR_PASS_KEY_INVALID", "The key of signed barcodes cannot be read.", { cause });
      }),
  );
}

/** 32 bytes in base64url without padding. */
function isKeyPart(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{43}$/u.test(text);
}

async function thumbprint(key: BarcodePublicKey): Promise<string> {
  const binary = Array.from(await digestOf(key), (octet) => String.fromCharCode(octet)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function digestOf({ x }: BarcodePublicKey): Promise<Uint8Array> {
  const canonical = new TextEncoder().encode(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }));
  return new Uint8Array(await webCrypto().digest("SHA-256", asBufferSource(canonical)));
}

function isUnsupported(error: unknown): boolean {
  return error instanceof Error && error.name === "NotSupportedError";
}

async function whereSupported<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isUnsupported(cause)) throw cause;
    throw new PassError("ERR_PASS_RUNTIME", "WebCrypto has no Ed25519 in this runtime.", { cause });
  }
}
