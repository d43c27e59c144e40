import { derInvalid } from "../der/der-header.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readOctetString, readOid, readSequence, readSmallInteger } from "../der/der-values.ts";
import { PassError } from "../errors.ts";
import { asBufferSource } from "../platform/web-bytes.ts";
import { spendRounds, type WorkBudget } from "./work-budget.ts";

/**
 * Decrypts what a scheme other than PBES2 with AES protects: returns null for a scheme it does not know. The main entry has
 * none of them; `@passwright/pass/pkcs12` brings the old ciphers.
 */
export type OldDecryption = (
  scheme: EncryptionScheme,
  encrypted: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
) => Promise<Uint8Array | null>;

/** An AlgorithmIdentifier of an encryption. */
export interface EncryptionScheme {
  readonly oid: string;
  readonly parameters: DerElement | null;
}

const PBES2 = "1.2.840.113549.1.5.13";
const PBKDF2 = "1.2.840.113549.1.5.12";

/** RFC 8018 Appendix B.1: HMAC as pseudorandom function of PBKDF2 and as authentication scheme, by OID. */
export const HMAC_HASHES: Readonly<Record<string, "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512">> = {
  "1.2.840.113549.2.7": "SHA-1",
  "1.2.840.113549.2.9": "SHA-256",
  "1.2.840.113549.2.10": "SHA-384",
  "1.2.840.113549.2.11": "SHA-512",
};

/** AES in CBC mode (NIST, RFC 8018 Appendix B.2.5), by OID: key length in bytes. */
const AES_CBC_KEY_BYTES: Readonly<Record<string, number>> = {
  "2.16.840.1.101.3.4.1.2": 16,
  "2.16.840.1.101.3.4.1.22": 24,
  "2.16.840.1.101.3.4.1.42": 32,
};

/** Reads an AlgorithmIdentifier. */
export function readEncryptionScheme(element: DerElement): EncryptionScheme {
  const [oid, parameters] = readSequence(element);
  if (!oid) throw derInvalid("An AlgorithmIdentifier is empty", element.offset);
  return { oid: readOid(oid), parameters: parameters ?? null };
}

/**
 * Decrypts with a passphrase (RFC 8018).
 *
 * @throws PassError `ERR_PASS_KEY_PASSPHRASE` when it is wrong, `ERR_PASS_KEY_CIPHER` for a scheme that is not read here,
 * `ERR_PASS_KEY_LIMIT` for too many rounds, `ERR_PASS_DER_INVALID` for damaged parameters.
 */
export async function decryptWithPassphrase(
  scheme: EncryptionScheme,
  encrypted: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
  oldDecryption: OldDecryption | null,
): Promise<Uint8Array> {
  const pbes2 = scheme.oid === PBES2 ? readPassphraseScheme(scheme) : null;
  const keyBytes = pbes2 ? AES_CBC_KEY_BYTES[pbes2.cipher.oid] : undefined;
  if (pbes2 && keyBytes !== undefined) {
    const iv = readInitialisationVector(pbes2.cipher, 16);
    const key = await derivePbkdf2(pbes2.derivation, passphrase, keyBytes, budget);
    return decryptAesCbc(key, iv, encrypted);
  }
  const clear = oldDecryption && (await oldDecryption(scheme, encrypted, passphrase, budget));
  if (clear) return clear;
  const oid = pbes2 ? pbes2.cipher.oid : scheme.oid;
  throw new PassError(
    "ERR_PASS_KEY_CIPHER",
    `The private key is encrypted with ${OLD_SCHEME_NAMES[oid] ?? `the unknown scheme ${oid}`}. ${
      oldDecryption
        ? "Nothing here reads that."
        : "decryptPrivateKey of @passwright/pass/pkcs12 reads the old ciphers; or write it anew: openssl pkcs8 -topk8 -in key.pem -out new.pem"
    }`,
    { details: { oid } },
  );
}

/** The two halves of PBES2 and PBMAC1: how the key is derived, and what it is for. */
export interface PassphraseScheme {
  readonly derivation: EncryptionScheme;
  readonly cipher: EncryptionScheme;
}

/** Reads the parameters of PBES2 (RFC 8018 Appendix A.4) or PBMAC1 (Appendix A.5). */
export function readPassphraseScheme(scheme: EncryptionScheme): PassphraseScheme {
  if (!scheme.parameters) throw derInvalid("The scheme has no parameters", 0);
  const [derivation, cipher] = readSequence(scheme.parameters);
  if (!derivation || !cipher) throw derInvalid("The scheme lacks a parameter", scheme.parameters.offset);
  return { derivation: readEncryptionScheme(derivation), cipher: readEncryptionScheme(cipher) };
}

/** The initialisation vector of a CBC cipher. */
export function readInitialisationVector(cipher: EncryptionScheme, length: number): Uint8Array {
  const iv = cipher.parameters ? readOctetString(cipher.parameters) : new Uint8Array();
  if (iv.length !== length) throw derInvalid(`The initialisation vector has ${iv.length} bytes instead of ${length}`, 0);
  return iv;
}

/**
 * PBKDF2 (RFC 8018 §5.2) by WebCrypto. Without `keyBytes` the parameters must say the length, as PBMAC1 needs it
 * (RFC 9579 §6).
 */
export async function derivePbkdf2(
  derivation: EncryptionScheme,
  passphrase: string,
  keyBytes: number | null,
  budget: WorkBudget,
): Promise<Uint8Array> {
  if (derivation.oid !== PBKDF2 || !derivation.parameters) {
    const name = derivation.oid === "1.3.6.1.4.1.11591.4.11" ? "scrypt" : derivation.oid;
    throw new PassError("ERR_PASS_KEY_CIPHER", `The private key's passphrase is stretched by ${name}; only PBKDF2 is read.`);
  }
  const [salt, rounds, ...rest] = readSequence(derivation.parameters);
  if (!salt || !rounds) throw derInvalid("PBKDF2 lacks a parameter", derivation.parameters.offset);
  const prf = rest.find((element) => element.is("sequence"));
  const hashOid = prf ? readEncryptionScheme(prf).oid : "1.2.840.113549.2.7";
  const hash = HMAC_HASHES[hashOid];
  if (hash === undefined) throw new PassError("ERR_PASS_KEY_CIPHER", `PBKDF2 with the unknown function ${hashOid}.`);
  const iterations = readSmallInteger(rounds);
  spendRounds(budget, iterations);
  const length = rest.find((element) => element.is("integer"));
  const stated = length ? readSmallInteger(length) : null;
  const bytes = keyBytes ?? stated;
  if (bytes === null || (stated !== null && stated !== bytes) || bytes < 16 || bytes > 64) {
    throw derInvalid(`PBKDF2 makes a key of ${bytes ?? "no"} bytes`, derivation.parameters.offset);
  }
  const password = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash, salt: asBufferSource(readOctetString(salt)), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, password, bytes * 8));
}

/** AES-CBC with the padding of PKCS#7; bad padding means a wrong passphrase. */
export async function decryptAesCbc(key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Promise<Uint8Array> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey("raw", asBufferSource(key), "AES-CBC", false, ["decrypt"]);
  } catch (cause) {
    throw new PassError("ERR_PASS_KEY_CIPHER", `This runtime has no AES-${key.length * 8}.`, { cause });
  }
  try {
    const parameters = { name: "AES-CBC", iv: asBufferSource(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, imported, asBufferSource(encrypted)));
  } catch (cause) {
    throw wrongPassphrase(cause);
  }
}

/** The error for a passphrase that does not fit. */
export function wrongPassphrase(cause?: unknown): PassError {
  return new PassError("ERR_PASS_KEY_PASSPHRASE", "The passphrase is wrong: what it decrypts is not a private key.", {
    cause,
    details: { passphrase: "wrong" },
  });
}

/** The error for a passphrase that was not given. */
export function missingPassphrase(what: string): PassError {
  return new PassError("ERR_PASS_KEY_PASSPHRASE", `${what} is encrypted, and no passphrase was given.`, {
    details: { passphrase: "missing" },
  });
}

/** Reads an EncryptedPrivateKeyInfo (RFC 5958 §3) and decrypts it to PKCS#8. */
export async function decryptPkcs8(
  encryptedInfo: DerElement,
  passphrase: string,
  budget: WorkBudget,
  oldDecryption: OldDecryption | null,
): Promise<Uint8Array> {
  const [algorithm, encrypted] = readSequence(encryptedInfo);
  if (!algorithm || !encrypted) throw derInvalid("The encrypted private key lacks a part", encryptedInfo.offset);
  const scheme = readEncryptionScheme(algorithm);
  const clear = await decryptWithPassphrase(scheme, readOctetString(encrypted), passphrase, budget, oldDecryption);
  try {
    // One wrong passphrase in 256 leaves padding that looks right: only a key inside proves the passphrase.
    readSequence(readDer(clear));
    return clear;
  } catch (cause) {
    throw wrongPassphrase(cause);
  }
}

const OLD_SCHEME_NAMES: Readonly<Record<string, string>> = {
  "1.2.840.113549.3.7": "Triple DES",
  "1.2.840.113549.3.2": "RC2",
  "1.2.840.113549.1.5.3": "DES and MD5",
  "1.2.840.113549.1.5.10": "DES and SHA-1",
  "1.2.840.113549.1.12.1.1": "RC4-128 of PKCS#12",
  "1.2.840.113549.1.12.1.2": "RC4-40 of PKCS#12",
  "1.2.840.113549.1.12.1.3": "Triple DES of PKCS#12",
  "1.2.840.113549.1.12.1.4": "two-key Triple DES of PKCS#12",
  "1.2.840.113549.1.12.1.5": "RC2-128 of PKCS#12",
  "1.2.840.113549.1.12.1.6": "RC2-40 of PKCS#12",
};
