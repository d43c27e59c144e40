import { asBufferSource } from "./web-bytes.ts";
import { webCrypto } from "./web-crypto.ts";

/** DER of `DigestInfo { md5, NULL }` up to the digest (RFC 8017 §9.2, note 1). */
const MD5_DIGEST_INFO = [
  0x30, 0x20, 0x30, 0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05, 0x05, 0x00, 0x04, 0x10,
];

/** A hostile key must not make one verification cost seconds: no certificate authority issues more. */
const MAX_MODULUS_BYTES = 1024;
const MAX_EXPONENT_BYTES = 8;

/**
 * RSASSA-PKCS1-v1_5 over MD5, which WebCrypto lacks: only to read passes of 2012. RFC 8017 §8.2.2: the expected message is
 * *encoded and compared*, never parsed out of the signature (that is how Bleichenbacher's forgery of 2006 worked).
 */
export async function verifyRsaMd5(subjectPublicKeyInfo: Uint8Array, digest: Uint8Array, signature: Uint8Array): Promise<boolean> {
  // The import parses the key; the hash named for it plays no part, as the key is only asked for its numbers.
  const parameters = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await webCrypto().importKey("spki", asBufferSource(subjectPublicKeyInfo), parameters, true, ["verify"]);
  const { n, e } = await webCrypto().exportKey("jwk", key);
  const modulusBytes = fromBase64Url(n ?? "");
  const exponentBytes = fromBase64Url(e ?? "");
  if (modulusBytes.length > MAX_MODULUS_BYTES || exponentBytes.length > MAX_EXPONENT_BYTES) return false;
  if (signature.length !== modulusBytes.length) return false;
  const modulus = toBigInt(modulusBytes);
  const representative = toBigInt(signature);
  if (representative >= modulus) return false;
  const expected = encodeMessage(digest, modulusBytes.length);
  return expected !== null && modPow(representative, toBigInt(exponentBytes), modulus) === toBigInt(expected);
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2): 00 01 FF … FF 00 DigestInfo. Null when the key is too short for it. */
function encodeMessage(digest: Uint8Array, length: number): Uint8Array | null {
  const info = [...MD5_DIGEST_INFO, ...digest];
  if (length < info.length + 11) return null;
  const message = new Uint8Array(length).fill(0xff);
  message.set([0x00, 0x01]);
  message[length - info.length - 1] = 0x00;
  message.set(info, length - info.length);
  return message;
}

/** Public numbers only, so it need not take the same time for all of them. */
function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let power = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % modulus;
    power = (power * power) % modulus;
  }
  return result;
}

function toBigInt(bytes: Uint8Array): bigint {
  let hex = "0x0";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
