import { readBitString, readDer, readFields, readOid, OIDS } from "../../der/index.ts";
import { PassError } from "../../errors.ts";
import { fromBase64 } from "../../signature/base64.ts";

/** Why a text is no key that a reader of passes could use. */
export type NfcKeyFault =
  | "pem-lines"
  | "not-base64"
  /** The alphabet of URLs, with `-` and `_`. */
  | "base64url"
  | "too-long"
  /** No DER SubjectPublicKeyInfo; `what` may say what it is instead. */
  | "not-a-public-key"
  | "private-key"
  | "certificate"
  /** A bare point, without the structure around it. */
  | "bare-point"
  | "other-algorithm"
  | "other-curve"
  | "not-on-curve";

export type NfcKey =
  | {
      readonly ok: true;
      /** The point is given by x and a sign alone: 59 bytes of DER instead of 91. */ readonly compressed: boolean;
    }
  | { readonly ok: false; readonly fault: NfcKeyFault };

/** Base64 of the longest key worth a look: an RSA key of 8192 bits has about 1,400 characters. */
const MAX_LENGTH = 4096;

/**
 * Reads `nfc.encryptionPublicKey`: Base64 of a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) with a point on P-256
 * (RFC 5480), compressed or not. The point is checked to lie on the curve: a key that does not would be found out only at
 * the till.
 *
 * @example
 * ```ts
 * parseNfcKey("MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACWpF1zC3h+dCh+eWyqV8unVddh2LQaUoV8LQrgb3BKkM="); // { ok: true, compressed: true }
 * ```
 */
export function parseNfcKey(text: string): NfcKey {
  if (text.length > MAX_LENGTH) return bad("too-long");
  if (/-----|^\s|\s$|\s/u.test(text)) return bad("pem-lines");
  if (/[-_]/u.test(text)) return bad("base64url");
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/u.test(text) ? fromBase64(text) : null;
  if (bytes === null) return bad("not-base64");
  if (isBarePoint(bytes)) return bad("bare-point");
  try {
    return readPublicKey(bytes);
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    return bad(describeOtherwise(bytes));
  }
}

function bad(fault: NfcKeyFault): NfcKey {
  return { ok: false, fault };
}

function readPublicKey(bytes: Uint8Array): NfcKey {
  const info = readFields(readDer(bytes));
  const algorithm = readFields(info.next("sequence"));
  const point = readBitString(info.next("bitString"));
  info.end();
  if (readOid(algorithm.next("oid")) !== OIDS.ecPublicKey) return bad("other-algorithm");
  if (readOid(algorithm.next("oid")) !== OIDS.p256) return bad("other-curve");
  algorithm.end();
  if (point.unusedBits !== 0) return bad("not-a-public-key");
  return isPointOnP256(point.bytes) ? { ok: true, compressed: point.bytes.length === 33 } : bad("not-on-curve");
}

/** What DER that is no public key may be, told by its first fields. */
function describeOtherwise(bytes: Uint8Array): NfcKeyFault {
  try {
    const fields = readFields(readDer(bytes));
    const first = fields.next();
    // PKCS#8 and SEC 1 begin with a version, a certificate with what is signed.
    if (first.is("integer")) return "private-key";
    if (first.is("sequence") && fields.next().is("sequence") && fields.next().is("bitString")) return "certificate";
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
  }
  return "not-a-public-key";
}

function isBarePoint(bytes: Uint8Array): boolean {
  const [first] = bytes;
  return (bytes.length === 65 && first === 4) || (bytes.length === 33 && (first === 2 || first === 3));
}

// P-256: SEC 2 §2.4.2; y² = x³ - 3x + b over the field of p elements.
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** A point in either form of SEC 1 §2.3.3. Of a compressed one, some y must exist for its x. */
function isPointOnP256(point: Uint8Array): boolean {
  const [form] = point;
  const x = toBigInt(point.subarray(1, 33));
  if (x >= P) return false;
  const square = (((x * x) % P) * x + (P - 3n) * x + B) % P;
  if (point.length === 33 && (form === 2 || form === 3)) return square === 0n || powerMod(square, (P - 1n) / 2n) === 1n;
  if (point.length !== 65 || form !== 4) return false;
  const y = toBigInt(point.subarray(33));
  return y < P && (y * y) % P === square;
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** Euler's criterion needs one power; the key is public, so time may tell of it. */
function powerMod(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base % P;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}
