/** What the largest symbol of a matrix or stacked code holds. */
export interface BarcodeCapacity {
  readonly bytes: number;
  /** When the payload is digits alone, which these codes pack more tightly. */
  readonly digits: number;
}

/**
 * Capacities by the codes' standards: QR version 40 at level L (ISO/IEC 18004, table 7), Aztec with 32 layers and the
 * recommended error correction (ISO/IEC 24778, table 1), PDF417 at level 0 (ISO/IEC 15438, annex).
 */
export const BARCODE_CAPACITY = {
  PKBarcodeFormatQR: { bytes: 2953, digits: 7089 },
  PKBarcodeFormatAztec: { bytes: 1914, digits: 3832 },
  PKBarcodeFormatPDF417: { bytes: 1108, digits: 2710 },
} as const satisfies Record<string, BarcodeCapacity>;

/** The check digit of an EAN-13 from its first twelve digits (GS1 General Specifications, §7.9): weights 1 and 3 in turn, up to ten. */
export function ean13CheckDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
}

/**
 * How many symbols of 11 modules a Code 128 needs for a text of ASCII, without start, check and stop: one for a character,
 * one for two digits in a run of four or more (ISO/IEC 15417, annex on the shortest symbol), one for each change of set.
 */
export function countCode128Symbols(text: string): number {
  let symbols = 0;
  let at = 0;
  for (const { index, 0: run } of text.matchAll(/\d{4,}/gu)) {
    const before = index - at;
    // The change into set C, unless the symbol starts in it; the odd digit stands in set B.
    symbols += before + (index === 0 ? 0 : 1) + Math.ceil(run.length / 2);
    at = index + run.length;
    if (at < text.length) symbols += 1;
  }
  return symbols + (text.length - at);
}
