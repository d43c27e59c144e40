import { derSequence, derUnsignedInteger } from "@passwright/pass/der";

/** Kinds of key that the throwaway authority makes; Apple issues pass certificates for `rsa-2048`. */
export type KeyKind = "rsa-1024" | "rsa-2048" | "rsa-3072" | "rsa-4096" | "ec-p256" | "ec-p384" | "ec-p521";

/** A key pair in exported form: plain bytes, so that it can be kept (making RSA keys takes some 100 ms each). */
export interface KeyMaterial {
  readonly kind: KeyKind;
  /** Unencrypted PKCS#8. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  readonly subjectPublicKeyInfo: Uint8Array<ArrayBuffer>;
}

/** Digests that the authority signs with; Apple's G1 signed with SHA-1, and an ill-willed authority may still. */
export type SigningDigest = "sha1" | "sha256" | "sha384" | "sha512";

const CURVES = {
  "ec-p256": { namedCurve: "P-256", coordinateBytes: 32 },
  "ec-p384": { namedCurve: "P-384", coordinateBytes: 48 },
  "ec-p521": { namedCurve: "P-521", coordinateBytes: 66 },
} as const;

const RSA_BITS = { "rsa-1024": 1024, "rsa-2048": 2048, "rsa-3072": 3072, "rsa-4096": 4096 } as const;

const HASHES: Readonly<Record<SigningDigest, string>> = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

/**
 * Makes a key pair.
 *
 * @example
 * ```ts
 * const key = await generateKeyMaterial("rsa-2048");
 * ```
 */
export async function generateKeyMaterial(kind: KeyKind = "rsa-2048"): Promise<KeyMaterial> {
  const pair = await crypto.subtle.generateKey(algorithmOf(kind, "sha256"), true, ["sign", "verify"]);
  return {
    kind,
    pkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
    subjectPublicKeyInfo: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)),
  };
}

/** Signs as X.509 wants it: RSASSA-PKCS1-v1_5, or ECDSA in DER. */
export async function signWith(key: KeyMaterial, digest: SigningDigest, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const algorithm = algorithmOf(key.kind, digest);
  const privateKey = await crypto.subtle.importKey("pkcs8", key.pkcs8, algorithm, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytes));
  if (isRsa(key.kind)) return signature;
  const half = CURVES[key.kind].coordinateBytes;
  // WebCrypto gives r and s side by side (IEEE P1363), X.509 a SEQUENCE of them (RFC 3279 §2.2.3).
  return derSequence(derUnsignedInteger(signature.subarray(0, half)), derUnsignedInteger(signature.subarray(half)));
}

/** True for RSA keys. */
export function isRsa(kind: KeyKind): kind is keyof typeof RSA_BITS {
  return kind in RSA_BITS;
}

function algorithmOf(kind: KeyKind, digest: SigningDigest): RsaHashedKeyGenParams & EcKeyGenParams & EcdsaParams {
  const hash = HASHES[digest];
  const rsa = isRsa(kind);
  return {
    name: rsa ? "RSASSA-PKCS1-v1_5" : "ECDSA",
    hash,
    modulusLength: rsa ? RSA_BITS[kind] : 0,
    publicExponent: new Uint8Array([1, 0, 1]),
    namedCurve: rsa ? "" : CURVES[kind].namedCurve,
  };
}
