import { findCharset } from "@passwright/pass";
import type { BarcodeUnfit } from "./barcode-unfit.ts";

/** A message as the bytes that a symbol carries, or why it has none. */
export type MessageBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: BarcodeUnfit };

/**
 * The bytes of a barcode's message in its `messageEncoding`. Wallet puts them into the symbol as they are, without an ECI that would
 * name the charset.
 *
 * @param messageEncoding an IANA name or alias of a charset, in any case
 * @see https://developer.apple.com/documentation/walletpasses/pass/barcodes-data.dictionary
 *
 * @example
 * ```ts
 * encodeMessage("Zürich", "iso-8859-1"); // { ok: true, bytes: Uint8Array(6) }
 * encodeMessage("5 €", "iso-8859-1"); // { ok: false, reason: { code: "character-not-in-encoding", character: "€", … } }
 * ```
 */
export function encodeMessage(message: string, messageEncoding: string): MessageBytes {
  const charset = findCharset(messageEncoding);
  if (charset === null) return { ok: false, reason: { code: "unknown-encoding", messageEncoding } };
  const encoded = charset.encode(message);
  if (encoded.ok === true) return { ok: true, bytes: encoded.bytes };
  if (encoded.ok === null) return { ok: false, reason: { code: "unsupported-encoding", messageEncoding: charset.name } };
  const { missing } = encoded;
  return { ok: false, reason: { code: "character-not-in-encoding", character: missing, messageEncoding: charset.name } };
}
