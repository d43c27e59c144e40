import type { BarcodeFormat } from "@passwright/pass";
import { encodeAztec } from "./aztec/encode-aztec.ts";
import { type EncodedSymbol, unfit } from "./barcode-symbol.ts";
import { encodeCode128 } from "./code128/encode-code128.ts";
import { encodeMessage } from "./encode-message.ts";
import { encodeCodabar } from "./linear/encode-codabar.ts";
import { encodeCode39 } from "./linear/encode-code39.ts";
import { encodeEan13 } from "./linear/encode-ean13.ts";
import { encodeInterleaved2of5 } from "./linear/encode-interleaved2of5.ts";
import { encodePdf417 } from "./pdf417/encode-pdf417.ts";
import { encodeQr } from "./qr/encode-qr.ts";

/** What an entry of `barcodes` says about the symbol. */
export interface BarcodeContent {
  readonly format: string;
  readonly message: string;
  /** An IANA name of a charset. */
  readonly messageEncoding: string;
}

const ENCODERS: Readonly<Record<BarcodeFormat, (bytes: Uint8Array) => EncodedSymbol>> = {
  PKBarcodeFormatQR: (bytes) => encodeQr(bytes),
  PKBarcodeFormatPDF417: encodePdf417,
  PKBarcodeFormatAztec: encodeAztec,
  PKBarcodeFormatCode128: encodeCode128,
  PKBarcodeFormatCode39: encodeCode39,
  PKBarcodeFormatCodabar: encodeCodabar,
  PKBarcodeFormatEAN13: encodeEan13,
  PKBarcodeFormatI2of5: encodeInterleaved2of5,
};

/**
 * Over every format's capacity: no charset writes a character in less than a byte, so that a longer message is not even turned
 * into bytes.
 */
const MAX_CHARACTERS = 8000;

/**
 * Encodes a barcode as Wallet draws it, without quiet zone: QR at level M, PDF417 at level 2, Aztec with 23 % of check words, Code 128
 * in the fewest symbols, all without an ECI; Code 39, Codabar, EAN-13 and Interleaved 2 of 5 without check characters of their own
 * making, other than an EAN-13's.
 *
 * @returns modules of 0 and 1 (row by row for a matrix), or why the message cannot be drawn; bad content never throws
 *
 * @example
 * ```ts
 * const symbol = encodeBarcode({ format: "PKBarcodeFormatQR", message: "TICKET 7", messageEncoding: "iso-8859-1" });
 * if (symbol.kind === "matrix") console.log(symbol.width, symbol.modules.length); // 21 441
 * if (symbol.kind === "unfit") console.error(symbol.reason.code);
 * ```
 */
export function encodeBarcode({ format, message, messageEncoding }: BarcodeContent): EncodedSymbol {
  if (!isEncodable(format)) return unfit({ code: "unknown-format", format });
  if (message === "") return unfit({ code: "empty" });
  if (message.length > MAX_CHARACTERS) return unfit({ code: "too-long", length: message.length, limit: MAX_CHARACTERS });
  const encoded = encodeMessage(message, messageEncoding);
  return encoded.ok ? ENCODERS[format](encoded.bytes) : unfit(encoded.reason);
}

function isEncodable(format: string): format is BarcodeFormat {
  return Object.hasOwn(ENCODERS, format);
}
