import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";

/** Digests of PKCS#12, synchronous: thousands of rounds would spend their time waiting for WebCrypto. */
export const PKCS12_DIGESTS = { "SHA-1": sha1, "SHA-256": sha256, "SHA-384": sha384, "SHA-512": sha512 } as const;

/** A name of {@link PKCS12_DIGESTS}. */
export type Pkcs12Digest = keyof typeof PKCS12_DIGESTS;

/** What derived bytes are for (RFC 7292 Appendix B.3). */
export const PKCS12_PURPOSES = { key: 1, iv: 2, mac: 3 } as const;

/**
 * The passphrase as PKCS#12 takes it: UTF-16, most significant octet first, ended by a zero (RFC 7292 Appendix B.1). An empty
 * one has two forms: two zero octets to some writers, nothing at all to others (OpenSSL's PKCS12_verify_mac tries both).
 */
export function encodePkcs12Passphrase(passphrase: string): readonly Uint8Array[] {
  const octets = new Uint8Array(passphrase.length * 2 + 2);
  for (let index = 0; index < passphrase.length; index += 1) {
    const unit = passphrase.charCodeAt(index);
    octets[index * 2] = unit >> 8;
    octets[index * 2 + 1] = unit & 0xff;
  }
  return passphrase === "" ? [octets, new Uint8Array()] : [octets];
}

/** Derives `length` octets from an encoded passphrase (RFC 7292 Appendix B.2; the names are the standard's). */
export function derivePkcs12(
  digest: Pkcs12Digest,
  passphrase: Uint8Array,
  salt: Uint8Array,
  purpose: keyof typeof PKCS12_PURPOSES,
  iterations: number,
  length: number,
): Uint8Array {
  const hash = PKCS12_DIGESTS[digest];
  const v = hash.blockLen;
  const u = hash.outputLen;
  const diversifier = new Uint8Array(v).fill(PKCS12_PURPOSES[purpose]);
  const input = new Uint8Array([...repeatTo(salt, v), ...repeatTo(passphrase, v)]);
  const derived = new Uint8Array(Math.ceil(length / u) * u);
  for (let at = 0; at < length; at += u) {
    let block = hash(new Uint8Array([...diversifier, ...input]));
    for (let round = 1; round < iterations; round += 1) block = hash(block);
    derived.set(block, at);
    addToEach(input, repeatTo(block, v), v);
  }
  return derived.subarray(0, length);
}

/** The octets again and again, up to whole blocks of `v`; nothing stays nothing. */
function repeatTo(octets: Uint8Array, v: number): Uint8Array {
  const length = Math.ceil(octets.length / v) * v;
  return Uint8Array.from({ length }, (_, index) => octets[index % octets.length] ?? 0);
}

/** Adds the number `addend` + 1 to each block of `v` octets, modulo 2^(8v). */
function addToEach(blocks: Uint8Array, addend: Uint8Array, v: number): void {
  for (let start = 0; start < blocks.length; start += v) {
    let carry = 1;
    for (let index = v - 1; index >= 0; index -= 1) {
      const sum = (blocks[start + index] ?? 0) + (addend[index] ?? 0) + carry;
      blocks[start + index] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}
