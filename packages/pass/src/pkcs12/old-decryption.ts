import { md5, sha1 } from "@noble/hashes/legacy.js";
import { readFields } from "../der/der-fields.ts";
import { readOctetString, readSmallInteger } from "../der/der-values.ts";
import {
  derivePbkdf2,
  type EncryptionScheme,
  readInitialisationVector,
  readPassphraseScheme,
  wrongPassphrase,
} from "../signature/key-encryption.ts";
import { JAVASCRIPT_ROUND, spendRounds, type WorkBudget } from "../signature/work-budget.ts";
import { decryptOldCbc, type OldCipher } from "./old-ciphers.ts";
import { derivePkcs12, encodePkcs12Passphrase } from "./pkcs12-key-derivation.ts";

/** The encryptions of PKCS#12 (RFC 7292 Appendix C), by OID; RC4 is left to the past. */
const PKCS12_SCHEMES: Readonly<Record<string, { readonly cipher: OldCipher; readonly keyBytes: number }>> = {
  "1.2.840.113549.1.12.1.3": { cipher: { name: "3DES" }, keyBytes: 24 },
  "1.2.840.113549.1.12.1.4": { cipher: { name: "3DES" }, keyBytes: 16 },
  "1.2.840.113549.1.12.1.5": { cipher: { name: "RC2", effectiveBits: 128 }, keyBytes: 16 },
  "1.2.840.113549.1.12.1.6": { cipher: { name: "RC2", effectiveBits: 40 }, keyBytes: 5 },
};

/** PBES1 with DES (RFC 8018 Appendix A.3), which OpenSSL before 1.1 wrote. */
const PBES1_HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "1.2.840.113549.1.5.3": md5,
  "1.2.840.113549.1.5.10": sha1,
};

const PBES2 = "1.2.840.113549.1.5.13";
const TRIPLE_DES_CBC = "1.2.840.113549.3.7";

/**
 * Decrypts the schemes that need an old cipher; null for any other. Throws `ERR_PASS_KEY_PASSPHRASE` when the padding is
 * wrong, `ERR_PASS_KEY_LIMIT` when the rounds go beyond the budget.
 */
export async function decryptOldScheme(
  scheme: EncryptionScheme,
  encrypted: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
): Promise<Uint8Array | null> {
  if (scheme.oid === PBES2) return decryptPbes2TripleDes(scheme, encrypted, passphrase, budget);
  const pkcs12 = PKCS12_SCHEMES[scheme.oid];
  const pbes1Hash = PBES1_HASHES[scheme.oid];
  if (!scheme.parameters || (!pkcs12 && !pbes1Hash)) return null;
  const fields = readFields(scheme.parameters);
  const salt = readOctetString(fields.next());
  const iterations = readSmallInteger(fields.next("integer"));
  if (pkcs12) {
    for (const encoded of encodePkcs12Passphrase(passphrase)) {
      // 24 octets of key are two derivations with SHA-1, the initialisation vector is one.
      spendRounds(budget, iterations, 3 * JAVASCRIPT_ROUND);
      const key = derivePkcs12("SHA-1", encoded, salt, "key", iterations, pkcs12.keyBytes);
      const iv = derivePkcs12("SHA-1", encoded, salt, "iv", iterations, 8);
      const clear = decryptOldCbc(pkcs12.cipher, twoKeys(key, pkcs12.cipher), iv, encrypted);
      if (clear) return clear;
    }
    throw wrongPassphrase();
  }
  if (!pbes1Hash) return null;
  spendRounds(budget, iterations, JAVASCRIPT_ROUND);
  // PBKDF1 (RFC 8018 §5.1): eight octets of key, eight of initialisation vector.
  let derived = pbes1Hash(new Uint8Array([...new TextEncoder().encode(passphrase), ...salt]));
  for (let round = 1; round < iterations; round += 1) derived = pbes1Hash(derived);
  return orWrong(decryptOldCbc({ name: "DES" }, derived.subarray(0, 8), derived.subarray(8, 16), encrypted));
}

async function decryptPbes2TripleDes(
  scheme: EncryptionScheme,
  encrypted: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
): Promise<Uint8Array | null> {
  const { derivation, cipher } = readPassphraseScheme(scheme);
  if (cipher.oid !== TRIPLE_DES_CBC) return null;
  const key = await derivePbkdf2(derivation, passphrase, 24, budget);
  return orWrong(decryptOldCbc({ name: "3DES" }, key, readInitialisationVector(cipher, 8), encrypted));
}

/** Two-key Triple DES is Triple DES with the first key again as the third. */
function twoKeys(key: Uint8Array, cipher: OldCipher): Uint8Array {
  return cipher.name === "3DES" && key.length === 16 ? new Uint8Array([...key, ...key.subarray(0, 8)]) : key;
}

function orWrong(clear: Uint8Array | null): Uint8Array {
  if (clear) return clear;
  throw wrongPassphrase();
}
