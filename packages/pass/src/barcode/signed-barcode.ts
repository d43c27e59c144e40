import { concatBytes } from "../der/bytes.ts";
import { PassError } from "../errors.ts";
import { asBufferSource } from "../platform/web-bytes.ts";
import { webCrypto } from "../platform/web-crypto.ts";
import { fromBase45, toBase45 } from "./base45.ts";
import {
  type BarcodeKeySet,
  type BarcodePrivateKey,
  type BarcodePublicKey,
  importBarcodeKey,
  KEY_NAME_BYTES,
  keyNameOf,
} from "./barcode-key.ts";

/**
 * How a signed barcode is written: `PW1:`, Base45 of (key name ‖ payload ‖ Ed25519 signature), and a full stop, for a scanner
 * that cuts spaces off the end would cut a character of Base45. All of it is in the alphanumeric mode of QR codes.
 */
const PREFIX = "PW1:";
const END = ".";
/** Signed before the key's name and the payload, so that no signature made for another purpose passes as a barcode. */
const DOMAIN = "passwright signed barcode 1\n";
const SIGNATURE_BYTES = 64;

/** The most that a payload may hold, in bytes; with 8 the text has 116 characters, with 200 a QR code still scans on a phone. */
export const BARCODE_PAYLOAD_LIMIT = 200;

/** What a scanned text turned out to be. */
export type VerifiedBarcode =
  | { readonly valid: true; readonly payload: Uint8Array; readonly key: BarcodePublicKey }
  /** `not-signed`: some other barcode. `unknown-version`: made by a later program. */
  | { readonly valid: false; readonly because: "not-signed" | "unknown-version" | "damaged" | "unknown-key" | "bad-signature" };

/**
 * Signs a payload as the message of a barcode: a scanner verifies it offline, with the public key alone. An 8-byte payload
 * gives 116 alphanumeric characters, a QR code of version 5-M.
 *
 * @param payload 1 to 200 bytes that mean something to the issuer: a ticket's number, a row and seat.
 * @throws {PassError} `ERR_PASS_BARCODE_PAYLOAD`, `ERR_PASS_KEY_INVALID`, `ERR_PASS_RUNTIME`.
 *
 * @example
 * ```ts
 * const { privateKey, publicKey } = await generateBarcodeKey();
 * const message = await signBarcode(new Uint8Array([0, 0, 0, 0, 0, 1, 226, 64]), privateKey);
 * const scanned = await verifyBarcode(message, { keys: [publicKey] });
 * if (scanned.valid) console.log(scanned.payload);
 * ```
 */
export async function signBarcode(payload: Uint8Array, privateKey: BarcodePrivateKey): Promise<string> {
  if (payload.length === 0 || payload.length > BARCODE_PAYLOAD_LIMIT) {
    throw new PassError("ERR_PASS_BARCODE_PAYLOAD", undefined, {
      details: { bytes: payload.length, maximum: BARCODE_PAYLOAD_LIMIT },
    });
  }
  const key = await importBarcodeKey(privateKey, "sign");
  const body = concatBytes([await keyNameOf(privateKey), payload]);
  const signature = new Uint8Array(await webCrypto().sign("Ed25519", key, asBufferSource(signedBytes(body))));
  return `${PREFIX}${toBase45(concatBytes([body, signature]))}${END}`;
}

/**
 * Verifies the text of a scanned barcode, offline.
 *
 * @param message what the scanner read.
 * @param keySet the issuer's public keys, as its server publishes them.
 * @throws {PassError} `ERR_PASS_KEY_INVALID` when a key of the set that the barcode names cannot be read; `ERR_PASS_RUNTIME`.
 *
 * @example
 * ```ts
 * const scanned = await verifyBarcode("PW1:…", { keys: [publicKey] });
 * console.log(scanned.valid ? scanned.payload : scanned.because);
 * ```
 */
export async function verifyBarcode(message: string, { keys }: BarcodeKeySet): Promise<VerifiedBarcode> {
  const version = /^PW(\d{1,3}):/u.exec(message);
  if (version === null) return { valid: false, because: "not-signed" };
  if (!message.startsWith(PREFIX)) return { valid: false, because: "unknown-version" };
  const longest = ((KEY_NAME_BYTES + BARCODE_PAYLOAD_LIMIT + SIGNATURE_BYTES) / 2) * 3 + PREFIX.length + END.length;
  const isWhole = message.endsWith(END) && message.length <= longest;
  const bytes = isWhole ? fromBase45(message.slice(PREFIX.length, -END.length)) : null;
  if (bytes === null || bytes.length <= KEY_NAME_BYTES + SIGNATURE_BYTES) return { valid: false, because: "damaged" };
  const body = bytes.subarray(0, -SIGNATURE_BYTES);
  const signature = bytes.subarray(-SIGNATURE_BYTES);
  let isKnown = false;
  for (const candidate of keys) {
    const name = await keyNameOf(candidate);
    if (name[0] !== body[0] || name[1] !== body[1]) continue;
    isKnown = true;
    const key = await importBarcodeKey(candidate, "verify");
    if (await webCrypto().verify("Ed25519", key, asBufferSource(signature), asBufferSource(signedBytes(body)))) {
      return { valid: true, payload: body.slice(KEY_NAME_BYTES), key: candidate };
    }
  }
  return { valid: false, because: isKnown ? "bad-signature" : "unknown-key" };
}

function signedBytes(body: Uint8Array): Uint8Array {
  return concatBytes([new TextEncoder().encode(DOMAIN), body]);
}
