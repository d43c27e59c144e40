import { platform } from "#platform";
import { PassError } from "../errors.ts";
import { toDerSignature } from "../platform/ecdsa-signature.ts";
import type { SignatureAlgorithm, SignBytes } from "../platform/platform.ts";
import { asBufferSource } from "../platform/web-bytes.ts";
import type { Certificate } from "./certificate.ts";
import { isKeyOf } from "./key-match.ts";
import { type PrivateKey, readPrivateKey } from "./private-key.ts";
import { isUsableKey, publicKeyToString } from "./public-key.ts";

/** Shortest RSA modulus to sign with: NIST SP 800-131A and Apple both ask for 2048 bits. */
const MIN_RSA_BITS = 2048;

/** How signatures with the certificate's key are made. Throws `ERR_PASS_SIGN_KEY_KIND` and `ERR_PASS_SIGN_KEY_WEAK`. */
export function signatureAlgorithmFor(certificate: Certificate): SignatureAlgorithm {
  const { publicKey } = certificate;
  if (publicKey.kind === "other" || !isUsableKey(publicKey)) {
    throw new PassError(
      "ERR_PASS_SIGN_KEY_KIND",
      `The certificate holds a key of the kind ${publicKeyToString(publicKey)}; RSA (or ECDSA) signs passes.`,
    );
  }
  if (publicKey.kind === "rsa" && publicKey.bits < MIN_RSA_BITS) {
    throw new PassError(
      "ERR_PASS_SIGN_KEY_WEAK",
      `The certificate's RSA key has ${publicKey.bits} bits; at least ${MIN_RSA_BITS} are needed.`,
      {
        details: { bits: publicKey.bits },
      },
    );
  }
  return { scheme: publicKey.kind === "rsa" ? "rsa" : "ecdsa", digest: "sha256" };
}

/** A signing function over a private key that belongs to the certificate. Throws `ERR_PASS_SIGN_KEY_MISMATCH` for another. */
export async function openSigningKey(
  certificate: Certificate,
  privateKey: string | Uint8Array | CryptoKey,
  passphrase: string | undefined,
): Promise<SignBytes> {
  const algorithm = signatureAlgorithmFor(certificate);
  if (typeof privateKey !== "string" && !(privateKey instanceof Uint8Array)) return signWithCryptoKey(certificate, privateKey);
  const key = await readPrivateKey(privateKey, { passphrase });
  if (isKeyOf(certificate.subjectPublicKeyInfo, key.publicHalf) === false) throw keyMismatch(certificate, describePrivateKey(key));
  return platform.createSignBytes(algorithm, key.pkcs8);
}

/**
 * Which of several certificates a key belongs to, by comparing public halves; for a CryptoKey (which shows none) and a key file
 * without its point nothing can be said, and the first certificate is taken.
 */
export async function isKeyOfCertificate(
  privateKey: string | Uint8Array | CryptoKey,
  passphrase: string | undefined,
): Promise<(certificate: Certificate) => boolean> {
  if (typeof privateKey !== "string" && !(privateKey instanceof Uint8Array)) return () => false;
  const { publicHalf } = await readPrivateKey(privateKey, { passphrase });
  return (certificate) => isKeyOf(certificate.subjectPublicKeyInfo, publicHalf) === true;
}

/** A signing function whose every signature is verified before it is used: services fail, rotate keys and change formats. */
export function verifyingSignBytes(certificate: Certificate, sign: SignBytes): SignBytes {
  return async (bytes) => {
    let signature: Uint8Array;
    try {
      // A copy: the function may keep or change what it is given.
      signature = new Uint8Array(await sign(bytes.slice()));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new PassError("ERR_PASS_SIGN_FUNCTION", `The signing function failed: ${reason}`, { cause });
    }
    if (await holds(certificate, bytes, signature)) return signature;
    throw keyMismatch(certificate, `what the signing function returned (${signature.length} bytes) does not verify with it`);
  };
}

/**
 * Signs a text that is nothing else and verifies it with the certificate: the proof that the two belong together where only
 * a function is at hand, and that no number of the key is damaged (one wrong prime of an RSA key gives it away: Boneh,
 * DeMillo and Lipton 1997).
 */
export async function proveSigningKey(certificate: Certificate, sign: SignBytes): Promise<void> {
  const text = new TextEncoder().encode("Passwright: trial signature");
  const signature = await sign(text);
  if (await holds(certificate, text, signature)) return;
  throw keyMismatch(certificate, "the trial signature does not verify with the certificate's key");
}

/** Whether a signature over bytes was made with the certificate's key. */
export async function holds(certificate: Certificate, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  return platform.verify(signatureAlgorithmFor(certificate), certificate.subjectPublicKeyInfo, bytes, signature);
}

function signWithCryptoKey(certificate: Certificate, key: CryptoKey): SignBytes {
  const { scheme } = signatureAlgorithmFor(certificate);
  const wanted = scheme === "rsa" ? "RSASSA-PKCS1-v1_5" : "ECDSA";
  if (key.type !== "private" || !key.usages.includes("sign")) {
    throw new PassError(
      "ERR_PASS_KEY_INVALID",
      `The CryptoKey is a ${key.type} key with the usages [${key.usages.join(", ")}]; a private key with "sign" is needed.`,
    );
  }
  if (key.algorithm.name !== wanted)
    throw keyMismatch(certificate, `the CryptoKey is for ${key.algorithm.name}, where ${wanted} is needed`);
  if (scheme === "ecdsa") {
    return async (bytes) =>
      toDerSignature(new Uint8Array(await crypto.subtle.sign({ name: wanted, hash: "SHA-256" }, key, asBufferSource(bytes))));
  }
  const hash = (key.algorithm as RsaHashedKeyAlgorithm).hash.name;
  if (hash !== "SHA-256") throw new PassError("ERR_PASS_KEY_INVALID", `The CryptoKey signs with ${hash}; import it with SHA-256.`);
  return async (bytes) => new Uint8Array(await crypto.subtle.sign(wanted, key, asBufferSource(bytes)));
}

function describePrivateKey({ publicHalf }: PrivateKey): string {
  if (publicHalf.kind === "ec") return "the private key is an EC key (as push keys, .p8, are)";
  return `the private key is another RSA key of ${publicHalf.modulus.length * 8} bits`;
}

function keyMismatch(certificate: Certificate, found: string): PassError {
  return new PassError(
    "ERR_PASS_SIGN_KEY_MISMATCH",
    `The private key does not belong to the certificate: the certificate holds ${publicKeyToString(certificate.publicKey)}, ${found}. ` +
      "The key is the one that made the certificate signing request.",
    { details: { certificateKey: publicKeyToString(certificate.publicKey) } },
  );
}
