import { readFields } from "../der/der-fields.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readBitString, readIntegerBytes, readOid } from "../der/der-values.ts";
import { derInvalid } from "../der/der-header.ts";
import { OIDS } from "../der/oids.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** A public key, as far as one needs to know it before using it. */
export type PublicKey =
  | { readonly kind: "rsa"; readonly bits: number; readonly exponentBits: number }
  | { readonly kind: "ec"; readonly curve: "P-256" | "P-384" | "P-521" }
  | { readonly kind: "other"; readonly algorithm: string };

const CURVES: ReadonlyMap<string, "P-256" | "P-384" | "P-521"> = /* @__PURE__ */ new Map<string, "P-256" | "P-384" | "P-521">([
  [OIDS.p256, "P-256"],
  [OIDS.p384, "P-384"],
  [OIDS.p521, "P-521"],
]);

/** Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3). Throws `ERR_PASS_DER_INVALID`. */
export function readPublicKey(element: DerElement): PublicKey {
  const fields = readFields(element);
  const identifier = readFields(fields.next("sequence"));
  const algorithm = readOid(identifier.next("oid"));
  const key = readBitString(fields.next("bitString"));
  fields.end();
  if (algorithm === OIDS.rsaEncryption) {
    const numbers = readFields(readDer(key.bytes, { limits: SIGNATURE_LIMITS.certificate }));
    const bits = positiveBitLength(numbers.next("integer"));
    const exponentBits = positiveBitLength(numbers.next("integer"));
    numbers.end();
    return { kind: "rsa", bits, exponentBits };
  }
  if (algorithm === OIDS.ecPublicKey) {
    const parameters = identifier.optional("oid");
    const curve = parameters === null ? undefined : CURVES.get(readOid(parameters));
    if (curve !== undefined) return { kind: "ec", curve };
  }
  return { kind: "other", algorithm };
}

/** `RSA 2048`, `EC P-256`, or the object identifier of another kind. */
export function publicKeyToString(key: PublicKey): string {
  if (key.kind === "rsa") return `RSA ${key.bits}`;
  return key.kind === "ec" ? `EC ${key.curve}` : key.algorithm;
}

/** False for keys whose use costs so much that a few of them in a file would stop a server. */
export function isUsableKey(key: PublicKey): boolean {
  if (key.kind !== "rsa") return key.kind === "ec";
  return key.bits <= SIGNATURE_LIMITS.maxRsaBits && key.exponentBits <= SIGNATURE_LIMITS.maxRsaExponentBits;
}

/** How many bits a number has that must be greater than zero. */
function positiveBitLength(integer: DerElement): number {
  const octets = readIntegerBytes(integer);
  const first = octets[0] ?? 0;
  if (first >= 0x80 || (octets.length === 1 && first === 0)) {
    throw derInvalid("A number of an RSA key is not positive", integer.offset);
  }
  // A first octet of zero only says "positive"; the next one then has its highest bit set.
  return (octets.length - 1) * 8 + (32 - Math.clz32(first));
}
