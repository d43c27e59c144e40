import { derInteger, derNull, derOctetString, derOid, derSequence } from "../der/der-writer.ts";
import { asBufferSource } from "../platform/web-bytes.ts";

/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ITERATIONS = 600_000;

/** Encrypts a PKCS#8 key as an EncryptedPrivateKeyInfo: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018), which OpenSSL reads. */
export async function encryptPkcs8(pkcs8: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const password = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const key = await crypto.subtle.deriveKey(derivation, password, { name: "AES-CBC", length: 256 }, false, ["encrypt"]);
  const encrypted = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, asBufferSource(pkcs8));
  const prf = derSequence(derOid("1.2.840.113549.2.9"), derNull());
  const pbkdf2 = derSequence(derOid("1.2.840.113549.1.5.12"), derSequence(derOctetString(salt), derInteger(ITERATIONS), prf));
  const aes256Cbc = derSequence(derOid("2.16.840.1.101.3.4.1.42"), derOctetString(iv));
  const pbes2 = derSequence(derOid("1.2.840.113549.1.5.13"), derSequence(pbkdf2, aes256Cbc));
  return derSequence(pbes2, derOctetString(new Uint8Array(encrypted)));
}
