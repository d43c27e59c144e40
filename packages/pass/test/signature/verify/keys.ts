import { md5 } from "@noble/hashes/legacy.js";
import * as der from "../../../src/der/index.ts";

/** A key pair that signs for a test certificate. */
export interface TestKey {
  readonly subjectPublicKeyInfo: Uint8Array;
  /** AlgorithmIdentifier of its signatures on certificates. */
  readonly algorithm: Uint8Array;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A P-256 key with SHA-256 (quick to make), or with SHA-1. */
export async function createEcKey(hash: "SHA-256" | "SHA-1" = "SHA-256"): Promise<TestKey> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const oid = hash === "SHA-1" ? der.OIDS.ecdsaWithSha1 : der.OIDS.ecdsaWithSha256;
  return {
    subjectPublicKeyInfo: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)),
    algorithm: der.derSequence(der.derOid(oid)),
    async sign(bytes) {
      const raw = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash }, pair.privateKey, new Uint8Array(bytes)));
      return der.derSequence(der.derUnsignedInteger(raw.subarray(0, 32)), der.derUnsignedInteger(raw.subarray(32)));
    },
  };
}

/** An RSA key of 2048 bits with SHA-256. */
export async function createRsaKey(): Promise<TestKey> {
  const pair = await generateRsa();
  return {
    subjectPublicKeyInfo: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)),
    algorithm: der.derSequence(der.derOid(der.OIDS.sha256WithRsa), der.derNull()),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign("RSASSA-PKCS1-v1_5", pair.privateKey, new Uint8Array(bytes))),
  };
}

/** A key of {@link createHandmadeRsaKey}. */
export interface HandmadeRsaKey extends TestKey {
  /** The same key, signing with an MD5 digest. */
  readonly withMd5: TestKey;
}

/** An RSA key for what no runtime signs for us: MD5, or a public exponent as long as an attacker likes (RFC 8017 §8.2). */
export async function createHandmadeRsaKey(exponentFrom: bigint = 65_537n): Promise<HandmadeRsaKey> {
  const pair = await generateRsa();
  const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const modulus = fromBase64Url(jwk.n);
  const totient = (fromBase64Url(jwk.p) - 1n) * (fromBase64Url(jwk.q) - 1n);
  let exponent = exponentFrom;
  while (greatestCommonDivisor(exponent, totient) !== 1n) exponent += 2n;
  const secret = inverse(exponent, totient);
  const subjectPublicKeyInfo = der.derSequence(
    der.derSequence(der.derOid(der.OIDS.rsaEncryption), der.derNull()),
    der.derBitString(der.derSequence(der.derInteger(modulus), der.derInteger(exponent))),
  );
  const signWith = (digestOid: string, digest: Uint8Array): Uint8Array => {
    const info = der.derSequence(der.derSequence(der.derOid(digestOid), der.derNull()), der.derOctetString(digest));
    const padded = `0001${"ff".repeat(256 - 3 - info.length)}00${toHex(info)}`;
    const signature = power(BigInt(`0x${padded}`), secret, modulus)
      .toString(16)
      .padStart(512, "0");
    return Uint8Array.from({ length: 256 }, (_, index) => Number.parseInt(signature.slice(index * 2, index * 2 + 2), 16));
  };
  return {
    subjectPublicKeyInfo,
    algorithm: der.derSequence(der.derOid(der.OIDS.sha256WithRsa), der.derNull()),
    sign: async (bytes) => signWith(der.OIDS.sha256, await sha256(bytes)),
    withMd5: {
      subjectPublicKeyInfo,
      algorithm: der.derSequence(der.derOid(der.OIDS.md5WithRsa), der.derNull()),
      sign: (bytes) => Promise.resolve(signWith(der.OIDS.md5, md5(bytes))),
    },
  };
}

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

async function generateRsa(): Promise<CryptoKeyPair> {
  const parameters = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  return crypto.subtle.generateKey(parameters, true, ["sign", "verify"]);
}

function fromBase64Url(text: string | undefined): bigint {
  const binary = atob((text ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  return BigInt(`0x${toHex(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)))}`);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, t0, t1] = [modulus, value % modulus, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1];
  }
  return ((t0 % modulus) + modulus) % modulus;
}
