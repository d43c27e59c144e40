import { type BarcodeKeySet, PassError, verifyBarcode } from "@passwright/pass";
import { hashMessage, standInOf } from "./barcode-index.ts";
import type { ScanReason } from "./scan-verdict.ts";

/** What a scanned text comes to: something to look a pass up by, or why there is none. */
export type ScannedText =
  | { readonly kind: "message"; readonly hash: string }
  | { readonly kind: "refused"; readonly reason: ScanReason };

/** A signed barcode with an 8-byte payload, alone or in the middle of another text such as a link. */
const SIGNED_LENGTH = 116;
const SIGNED = /PW\d{1,3}:/u;

/**
 * Reads what a scanner read. A signed barcode is verified before anything is looked up, and then stands for its pass under
 * whichever key it was signed.
 *
 * @param secret - of the installation, in hex.
 */
export async function readScanned(
  message: string,
  { keySet, secret }: { readonly keySet: () => Promise<BarcodeKeySet>; readonly secret: string },
): Promise<ScannedText> {
  // A lone surrogate would be hashed as U+FFFD, and so name the pass of another text.
  if (!message.isWellFormed()) return { kind: "refused", reason: "unknown" };
  const start = SIGNED.exec(message)?.index;
  if (start === undefined) return { kind: "message", hash: hashMessage(message) };
  const token = message.slice(start, start + SIGNED_LENGTH);
  const verified = await verify(token, await keySet());
  if (typeof verified === "string") {
    // In the middle of a text it may be a barcode of any kind; at the beginning it says that it is one of these.
    return start === 0 ? { kind: "refused", reason: verified } : { kind: "message", hash: hashMessage(message) };
  }
  const named = `${message.slice(0, start)}${standInOf(secret, verified)}${message.slice(start + SIGNED_LENGTH)}`;
  return { kind: "message", hash: hashMessage(named) };
}

/** The payload, or why there is none. */
async function verify(token: string, keySet: BarcodeKeySet): Promise<Uint8Array | ScanReason> {
  try {
    const result = await verifyBarcode(token, keySet);
    if (result.valid) return result.payload;
    return result.because === "unknown-key" ? "unknown-key" : "bad-signature";
  } catch (error) {
    if (error instanceof PassError) return "bad-signature";
    throw error;
  }
}
