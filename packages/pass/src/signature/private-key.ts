import type { DerElement } from "../der/der-reader.ts";
import { readDer } from "../der/der-reader.ts";
import { readBitString, readIntegerBytes, readOctetString, readOid, readSequence, readSmallInteger } from "../der/der-values.ts";
import { readFields } from "../der/der-fields.ts";
import { derInteger, derNull, derOctetString, derOid, derSequence } from "../der/der-writer.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { decryptPkcs8, missingPassphrase, type OldDecryption } from "./key-encryption.ts";
import { describeDer, describePem, describeText } from "./describe-input.ts";
import { type PemBlock, pemTextOf, readPem } from "./pem.ts";
import { createWorkBudget, KEY_LIMITS } from "./work-budget.ts";

/** A private key in clear, and as much of its public half as it states. */
export interface PrivateKey {
  readonly pkcs8: Uint8Array;
  readonly publicHalf: RsaPublicHalf | EcPublicHalf;
}

export interface RsaPublicHalf {
  readonly kind: "rsa";
  /** As INTEGER contents: most significant first, with the leading zero that DER puts. */
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

export interface EcPublicHalf {
  readonly kind: "ec";
  /** The curve's OID. */
  readonly curve: string;
  /** The uncompressed point; null when the key file leaves it out. */
  readonly point: Uint8Array | null;
}

/** Kinds of key that are known and cannot sign a pass. */
const OTHER_KEY_KINDS: Readonly<Record<string, string>> = {
  [OIDS.rsaPss]: "an RSA-PSS key",
  "1.2.840.10040.4.1": "a DSA key",
  "1.3.101.110": "an X25519 key",
  "1.3.101.112": "an Ed25519 key",
  "1.3.101.113": "an Ed448 key",
};

const PRIVATE_KEY_LABELS: ReadonlySet<string> = new Set([
  "PRIVATE KEY",
  "ENCRYPTED PRIVATE KEY",
  "RSA PRIVATE KEY",
  "EC PRIVATE KEY",
]);

/** Options of {@link readPrivateKey}. */
export interface ReadPrivateKeyOptions {
  readonly passphrase?: string | undefined;
  /** The old ciphers, where the caller has them. */
  readonly oldDecryption?: OldDecryption | null;
  /** The reader of OpenSSL's old PEM encryption ("Proc-Type: 4,ENCRYPTED"), where the caller has it. */
  readonly decryptOldPem?: ((block: PemBlock, passphrase: string) => Promise<Uint8Array>) | null;
}

/**
 * Reads a private key: PKCS#8 (RFC 5958), encrypted PKCS#8, PKCS#1 (RFC 8017 A.1.2) or SEC 1 (RFC 5915), as PEM or DER.
 *
 * @throws PassError `ERR_PASS_KEY_INVALID`, which says what was given instead; `ERR_PASS_KEY_PASSPHRASE` (`details.passphrase`
 * is `missing` or `wrong`); `ERR_PASS_KEY_CIPHER`; `ERR_PASS_KEY_LIMIT`; `ERR_PASS_SIGN_KEY_KIND`; `ERR_PASS_PEM_INVALID`.
 */
export async function readPrivateKey(input: string | Uint8Array, options: ReadPrivateKeyOptions = {}): Promise<PrivateKey> {
  if (input.length > KEY_LIMITS.maxBytes) {
    throw new PassError("ERR_PASS_KEY_LIMIT", `A private key of ${input.length} bytes; at most ${KEY_LIMITS.maxBytes} are read.`);
  }
  const text = typeof input === "string" ? input : pemTextOf(input);
  // The first branch is for the compiler: text is null for bytes alone.
  if (text === null) return typeof input === "string" ? keyFromText(input, options) : keyFromDer(input, options);
  return keyFromText(text, options);
}

async function keyFromText(text: string, options: ReadPrivateKeyOptions): Promise<PrivateKey> {
  const blocks = readPem(text);
  if (blocks.length === 0) throw notAKey(describeText(text));
  const keys = blocks.filter((block) => PRIVATE_KEY_LABELS.has(block.label));
  const [block] = keys;
  if (!block) throw notAKey(describePem(blocks));
  if (keys.length > 1) throw new PassError("ERR_PASS_KEY_INVALID", `The PEM text holds ${keys.length} private keys; give one.`);
  const isOldEncryption = block.headers.get("Proc-Type")?.includes("ENCRYPTED") ?? false;
  return isOldEncryption ? keyFromDer(await decryptOld(block, options), options, "old-pem") : keyFromDer(block.bytes, options);
}

async function decryptOld(block: PemBlock, options: ReadPrivateKeyOptions): Promise<Uint8Array> {
  if (options.passphrase === undefined) throw missingPassphrase("The private key");
  if (options.decryptOldPem) return options.decryptOldPem(block, options.passphrase);
  throw new PassError(
    "ERR_PASS_KEY_CIPHER",
    "The private key is encrypted in OpenSSL's old way (Proc-Type: 4,ENCRYPTED). decryptPrivateKey of @passwright/pass/pkcs12 " +
      "reads it; or write it anew: openssl pkcs8 -topk8 -in key.pem -out new.pem",
  );
}

async function keyFromDer(der: Uint8Array, options: ReadPrivateKeyOptions, source?: "old-pem"): Promise<PrivateKey> {
  try {
    const element = readDer(der);
    const [first, second] = readSequence(element);
    if (first?.is("sequence") && second?.is("octetString")) {
      if (options.passphrase === undefined) throw missingPassphrase("The private key");
      return readPkcs8(readDer(await decryptPkcs8(element, options.passphrase, createWorkBudget(), options.oldDecryption ?? null)));
    }
    if (first?.is("integer") && second?.is("sequence") && readSmallInteger(first) <= 1) return readPkcs8(element);
    if (first?.is("integer") && second?.is("integer")) return readPkcs8(readDer(wrapPkcs1(der)));
    if (first?.is("integer") && second?.is("octetString")) return readPkcs8(readDer(wrapSec1(element)));
    throw notAKey(describeDer(element));
  } catch (cause) {
    if (!(cause instanceof PassError) || !cause.code.startsWith("ERR_PASS_DER")) throw cause;
    if (source === "old-pem")
      throw new PassError("ERR_PASS_KEY_PASSPHRASE", "The passphrase is wrong.", { cause, details: { passphrase: "wrong" } });
    throw new PassError("ERR_PASS_KEY_INVALID", `The private key is damaged: ${cause.message}.`, { cause });
  }
}

/** PrivateKeyInfo ::= SEQUENCE { version, privateKeyAlgorithm, privateKey OCTET STRING, … } (RFC 5958 §2). */
function readPkcs8(element: DerElement): PrivateKey {
  const fields = readFields(element);
  fields.next("integer");
  const algorithm = readFields(fields.next("sequence"));
  const oid = readOid(algorithm.next("oid"));
  const inner = readDer(readOctetString(fields.next("octetString")), { trailingBytes: "ignore" });
  if (oid === OIDS.rsaEncryption) return { pkcs8: element.bytes, publicHalf: readRsaHalf(inner) };
  if (oid === OIDS.ecPublicKey) return { pkcs8: element.bytes, publicHalf: readEcHalf(inner, algorithm.next()) };
  throw new PassError(
    "ERR_PASS_SIGN_KEY_KIND",
    `The private key is ${OTHER_KEY_KINDS[oid] ?? `of the unknown kind ${oid}`}; passes are signed with RSA (or ECDSA).`,
    { details: { oid } },
  );
}

function readRsaHalf(key: DerElement): RsaPublicHalf {
  const fields = readFields(key);
  if (readSmallInteger(fields.next("integer")) !== 0) {
    throw new PassError("ERR_PASS_SIGN_KEY_KIND", "The private key is an RSA key of more than two primes.");
  }
  return { kind: "rsa", modulus: readIntegerBytes(fields.next("integer")), exponent: readIntegerBytes(fields.next("integer")) };
}

/** ECPrivateKey ::= SEQUENCE { 1, privateKey, [0] parameters OPTIONAL, [1] publicKey BIT STRING OPTIONAL } (RFC 5915 §3). */
function readEcHalf(key: DerElement, parameters: DerElement): EcPublicHalf {
  if (!parameters.is("oid")) {
    throw new PassError("ERR_PASS_SIGN_KEY_KIND", "The EC key spells out its curve instead of naming it.");
  }
  const fields = readFields(key);
  fields.next("integer");
  fields.next("octetString");
  fields.optionalContext(0);
  const publicKey = fields.optionalContext(1)?.children[0];
  return { kind: "ec", curve: readOid(parameters), point: publicKey ? readBitString(publicKey).bytes : null };
}

function wrapPkcs1(pkcs1: Uint8Array): Uint8Array {
  return derSequence(derInteger(0), derSequence(derOid(OIDS.rsaEncryption), derNull()), derOctetString(pkcs1));
}

function wrapSec1(sec1: DerElement): Uint8Array {
  const curve = sec1.children.find((element) => element.isContext(0))?.children[0];
  if (!curve) throw new PassError("ERR_PASS_KEY_INVALID", "The EC key does not name its curve.");
  return derSequence(derInteger(0), derSequence(derOid(OIDS.ecPublicKey), curve.bytes), derOctetString(sec1.bytes));
}

function notAKey(found: string): PassError {
  return new PassError("ERR_PASS_KEY_INVALID", `This is no private key: ${found}`);
}
