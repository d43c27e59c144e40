import { md5 } from "@noble/hashes/legacy.js";
import { hexToBytes } from "../der/bytes.ts";
import { PassError } from "../errors.ts";
import { decryptAesCbc, wrongPassphrase } from "../signature/key-encryption.ts";
import type { PemBlock } from "../signature/pem.ts";
import { decryptOldCbc } from "./old-ciphers.ts";

/** Ciphers of DEK-Info: key and block length in bytes. */
const CIPHERS: Readonly<Record<string, { readonly keyBytes: number; readonly ivBytes: number }>> = {
  "DES-CBC": { keyBytes: 8, ivBytes: 8 },
  "DES-EDE3-CBC": { keyBytes: 24, ivBytes: 8 },
  "AES-128-CBC": { keyBytes: 16, ivBytes: 16 },
  "AES-192-CBC": { keyBytes: 24, ivBytes: 16 },
  "AES-256-CBC": { keyBytes: 32, ivBytes: 16 },
};

/**
 * Decrypts a key as OpenSSL before 1.0 wrote it, and `openssl rsa -aes256 -traditional` still does (RFC 1421 §4.6.1.3 with
 * OpenSSL's EVP_BytesToKey): one round of MD5 stands between the passphrase and the key.
 */
export async function decryptOldPem(block: PemBlock, passphrase: string): Promise<Uint8Array> {
  const [, name = "", ivHex = ""] = /^([A-Z0-9-]+),((?:[0-9A-Fa-f]{2})+)$/.exec(block.headers.get("DEK-Info") ?? "") ?? [];
  const cipher = CIPHERS[name];
  if (!cipher || ivHex.length !== cipher.ivBytes * 2) {
    throw new PassError(
      "ERR_PASS_KEY_CIPHER",
      `The private key is encrypted with ${name === "" ? "an unnamed cipher" : name}; nothing here reads that.`,
    );
  }
  const iv = hexToBytes(ivHex);
  const key = deriveKey(passphrase, iv.subarray(0, 8), cipher.keyBytes);
  if (name.startsWith("AES")) return decryptAesCbc(key, iv, block.bytes);
  const clear = decryptOldCbc({ name: name === "DES-CBC" ? "DES" : "3DES" }, key, iv, block.bytes);
  if (!clear) throw wrongPassphrase();
  return clear;
}

/** EVP_BytesToKey(3) with MD5 and a count of one: D_i = MD5(D_(i-1) ‖ passphrase ‖ salt). */
function deriveKey(passphrase: string, salt: Uint8Array, length: number): Uint8Array {
  const secret = [...new TextEncoder().encode(passphrase), ...salt];
  const derived: number[] = [];
  let block = new Uint8Array();
  while (derived.length < length) {
    block = new Uint8Array(md5(new Uint8Array([...block, ...secret])));
    derived.push(...block);
  }
  return new Uint8Array(derived.slice(0, length));
}
