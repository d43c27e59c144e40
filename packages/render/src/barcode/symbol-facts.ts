import type { BarcodeFormat } from "@passwright/pass";

/** What laying out a symbol needs to know of its format. */
export interface SymbolFacts {
  /** Modules on both axes; rows of equal codewords; or bars alone, of any height. */
  readonly shape: "square" | "stacked" | "linear";
  /** Light modules that the standard asks for on either side. */
  readonly quietZone: number;
  /** Light modules that Wallet keeps on either side inside its white box, whose own margin comes on top. */
  readonly drawnQuietZone: number;
}

/**
 * Quiet zones by the standards: QR ISO/IEC 18004, 9.1; PDF417 ISO/IEC 15438, 5.8.3; Aztec needs none (ISO/IEC 24778, 4.1); Code 128
 * ISO/IEC 15417, 4.4.2; Code 39 ISO/IEC 16388, 4.4; Codabar EN 798; EAN-13 ISO/IEC 15420, 4.5 (11 left of it, 7 right); Interleaved
 * 2 of 5 ISO/IEC 16390, 4.4. What Wallet draws was measured on iOS 17 and 18 for QR, PDF417 and Code 128; the others follow these.
 */
const FACTS: Readonly<Record<BarcodeFormat, SymbolFacts>> = {
  PKBarcodeFormatQR: { shape: "square", quietZone: 4, drawnQuietZone: 1 },
  PKBarcodeFormatPDF417: { shape: "stacked", quietZone: 2, drawnQuietZone: 2 },
  PKBarcodeFormatAztec: { shape: "square", quietZone: 0, drawnQuietZone: 1 },
  PKBarcodeFormatCode128: { shape: "linear", quietZone: 10, drawnQuietZone: 7 },
  PKBarcodeFormatCode39: { shape: "linear", quietZone: 10, drawnQuietZone: 7 },
  PKBarcodeFormatCodabar: { shape: "linear", quietZone: 10, drawnQuietZone: 7 },
  PKBarcodeFormatEAN13: { shape: "linear", quietZone: 11, drawnQuietZone: 7 },
  PKBarcodeFormatI2of5: { shape: "linear", quietZone: 10, drawnQuietZone: 7 },
};

/**
 * Shape and quiet zone of a format.
 *
 * @example
 * ```ts
 * symbolFacts("PKBarcodeFormatQR").quietZone; // 4
 * ```
 */
export function symbolFacts(format: BarcodeFormat): SymbolFacts {
  return FACTS[format];
}
