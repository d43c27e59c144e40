import { hmac } from "@noble/hashes/hmac.js";
import { equalBytes } from "../der/bytes.ts";
import { readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import type { DerElement } from "../der/der-reader.ts";
import { readOctetString, readSmallInteger } from "../der/der-values.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import {
  derivePbkdf2,
  type EncryptionScheme,
  HMAC_HASHES,
  readEncryptionScheme,
  readPassphraseScheme,
} from "../signature/key-encryption.ts";
import { JAVASCRIPT_ROUND, spendRounds, type WorkBudget } from "../signature/work-budget.ts";
import { derivePkcs12, encodePkcs12Passphrase, PKCS12_DIGESTS, type Pkcs12Digest } from "./pkcs12-key-derivation.ts";

/** Digests of the code that proves integrity. */
const MAC_DIGESTS: Readonly<Record<string, Pkcs12Digest>> = {
  [OIDS.sha1]: "SHA-1",
  [OIDS.sha256]: "SHA-256",
  [OIDS.sha384]: "SHA-384",
  [OIDS.sha512]: "SHA-512",
};

const PBMAC1 = "1.2.840.113549.1.5.14";

/** Shortest key of PBMAC1 (RFC 9579 §6): a short one could be guessed and the file be changed. */
const MIN_PBMAC1_KEY_BYTES = 20;

/**
 * Whether the passphrase is that of the file: the message authentication code over its contents (RFC 7292 §4, §5.1).
 * It is checked before anything is decrypted, so that a wrong passphrase and damage are told apart.
 *
 * MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }
 */
export async function hasPassphrase(
  macData: DerElement,
  safe: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
): Promise<boolean> {
  const fields = readFields(macData);
  const info = readFields(fields.next("sequence"));
  const scheme = readEncryptionScheme(info.next("sequence"));
  const expected = readOctetString(info.next("octetString"));
  if (scheme.oid === PBMAC1) return hasPbmac1Passphrase(scheme, expected, safe, passphrase, budget);
  const salt = readOctetString(fields.next("octetString"));
  const count = fields.optional("integer");
  const iterations = count ? readSmallInteger(count) : 1;
  const digest = MAC_DIGESTS[scheme.oid];
  if (digest === undefined) throw unknownIntegrity(scheme.oid);
  return encodePkcs12Passphrase(passphrase).some((encoded) => {
    spendRounds(budget, iterations, JAVASCRIPT_ROUND);
    const key = derivePkcs12(digest, encoded, salt, "mac", iterations, PKCS12_DIGESTS[digest].outputLen);
    return equalBytes(hmac(PKCS12_DIGESTS[digest], key, safe), expected);
  });
}

/** PBMAC1 in PKCS#12 (RFC 9579 §4): PBKDF2 over the passphrase in UTF-8, and HMAC; macSalt and iterations mean nothing then. */
async function hasPbmac1Passphrase(
  scheme: EncryptionScheme,
  expected: Uint8Array,
  safe: Uint8Array,
  passphrase: string,
  budget: WorkBudget,
): Promise<boolean> {
  const { derivation, cipher } = readPassphraseScheme(scheme);
  const digest = HMAC_HASHES[cipher.oid];
  if (digest === undefined) throw unknownIntegrity(cipher.oid);
  const key = await derivePbkdf2(derivation, passphrase, null, budget);
  if (key.length < MIN_PBMAC1_KEY_BYTES) throw derInvalid(`PBMAC1 with a key of ${key.length} bytes`, 0);
  return equalBytes(hmac(PKCS12_DIGESTS[digest], key, safe), expected);
}

function unknownIntegrity(oid: string): PassError {
  const message = `The PKCS#12 file is protected with the unknown scheme ${oid}; HMAC with SHA-1 and SHA-2, and PBMAC1, are read.`;
  return new PassError("ERR_PASS_KEY_CIPHER", message, { details: { oid } });
}
