import { createHash, createHmac } from "node:crypto";
import type { PassTemplate, PassValues } from "@passwright/pass";
import { issuerKeysOf } from "../device-service/issuer-keys.ts";
import { completeValues, SIGNED_BARCODE } from "../device-service/template-pass-source.ts";
import { SCAN_STORAGE_LIMITS } from "../storage/scans/scan-storage.ts";
import type { PassKey, StoredPass } from "../storage/storage.ts";

/** What of a pass its barcodes are found by. */
export interface BarcodeIndex {
  /**
   * Hashes of all that the barcodes of a pass say. Cheap: nothing but the barcodes is evaluated, and nothing at all where they are
   * the same in every pass.
   *
   * @throws {PassError} as `PassTemplate.barcodeMessages`, for values that no pass can be made of.
   */
  hashesOf(pass: Omit<StoredPass, "tag" | "certificateId" | "personalization">, values: PassValues): readonly string[];
}

/**
 * Prepares the index of a template. A signed barcode differs with the key that signs it, so what stands for it here is a text
 * that only this installation can make: nobody can write it into a barcode of their own.
 *
 * @param secret - of the installation, in hex.
 */
export function createBarcodeIndex(
  template: PassTemplate,
  { secret, webServiceURL }: { readonly secret: string; readonly webServiceURL: string },
): BarcodeIndex {
  const { barcodeNames } = template;
  const isSigned = barcodeNames.includes(SIGNED_BARCODE);
  const hash = (messages: readonly string[]) => messages.slice(0, SCAN_STORAGE_LIMITS.barcodesPerPass).map(hashMessage);
  return {
    hashesOf: (pass, values) => {
      const now = new Date(pass.modifiedAt * 1000);
      if (barcodeNames.length === 0) return hash(template.barcodeMessages({}, { now }));
      const keys = issuerKeysOf({ ...pass, tag: 0, certificateId: "", personalization: "none" }, webServiceURL);
      const complete = completeValues(values, template, keys);
      const supplied = isSigned ? { ...complete, [SIGNED_BARCODE]: standInOf(secret, payloadOf(secret, pass)) } : complete;
      return hash(template.barcodeMessages(supplied, { now }));
    },
  };
}

/** SHA-256 of a message in UTF-8, in base64url: what scanners without a network hold what they read against. */
export function hashMessage(message: string): string {
  return createHash("sha256").update(message).digest("base64url");
}

/** Bytes of a payload: eight keep a signed barcode at 116 characters. */
const PAYLOAD_BYTES = 8;

/** What a signed barcode says of its pass: a number that means something to this installation alone. */
export function payloadOf(secret: string, { passTypeIdentifier, serialNumber }: PassKey): Uint8Array<ArrayBuffer> {
  const digest = hmac(secret, ["barcode payload", passTypeIdentifier, serialNumber]).subarray(0, PAYLOAD_BYTES);
  return Uint8Array.from(digest);
}

/** Stands for the signed barcode of a payload, whichever key has signed it. */
export function standInOf(secret: string, payload: Uint8Array): string {
  return `PW:${hmac(secret, ["barcode stand-in", Buffer.from(payload).toString("hex")]).toString("base64url")}`;
}

function hmac(secret: string, parts: readonly string[]): Buffer {
  return createHmac("sha256", Buffer.from(secret, "hex")).update(JSON.stringify(parts)).digest();
}
