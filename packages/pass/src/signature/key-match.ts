import { equalBytes } from "../der/bytes.ts";
import { readFields } from "../der/der-fields.ts";
import { readDer } from "../der/der-reader.ts";
import { readBitString, readOid } from "../der/der-values.ts";
import { derBitString, derNull, derOid, derSequence, derUnsignedInteger } from "../der/der-writer.ts";
import { OIDS } from "../der/oids.ts";
import type { EcPublicHalf, RsaPublicHalf } from "./private-key.ts";

/**
 * Whether a SubjectPublicKeyInfo is the other half of a private key: by modulus and exponent, or by curve and point. Null
 * when the key file leaves out the point (RFC 5915 §3 allows that), or one of the two is compressed: only a signature tells then.
 */
export function isKeyOf(subjectPublicKeyInfo: Uint8Array, half: RsaPublicHalf | EcPublicHalf): boolean | null {
  const fields = readFields(readDer(subjectPublicKeyInfo));
  const algorithm = readFields(fields.next("sequence"));
  const oid = readOid(algorithm.next("oid"));
  const key = readBitString(fields.next("bitString")).bytes;
  if (half.kind === "rsa") return oid === OIDS.rsaEncryption && equalBytes(key, encodeRsaNumbers(half));
  const curve = oid === OIDS.ecPublicKey ? algorithm.optional("oid") : null;
  if (!curve || readOid(curve) !== half.curve) return false;
  if (!half.point || half.point.length !== key.length) return null;
  return equalBytes(key, half.point);
}

/** The SubjectPublicKeyInfo of an RSA key (RFC 3279 §2.3.1). */
export function encodeRsaPublicKey(half: RsaPublicHalf): Uint8Array {
  return derSequence(derSequence(derOid(OIDS.rsaEncryption), derNull()), derBitString(encodeRsaNumbers(half)));
}

function encodeRsaNumbers(half: RsaPublicHalf): Uint8Array {
  return derSequence(derUnsignedInteger(half.modulus), derUnsignedInteger(half.exponent));
}
