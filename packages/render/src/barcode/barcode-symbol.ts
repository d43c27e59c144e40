import type { BarcodeUnfit } from "./barcode-unfit.ts";

/** A two-dimensional symbol, without its quiet zone. */
export interface MatrixSymbol {
  readonly kind: "matrix";
  /** In modules. */
  readonly width: number;
  /** In rows of modules. */
  readonly height: number;
  /** Row by row from the top, `width × height` values: 1 is dark, 0 light. */
  readonly modules: Uint8Array;
  /** Height of a row in widths of a module: 1 in QR and Aztec, 2 to 3 in PDF417. */
  readonly rowHeight: number;
}

/** A one-dimensional symbol, without its quiet zone. */
export interface BarsSymbol {
  readonly kind: "bars";
  /** From left to right: 1 is a bar, 0 a space. */
  readonly modules: Uint8Array;
}

/** The message cannot be drawn in this format. */
export interface UnfitSymbol {
  readonly kind: "unfit";
  readonly reason: BarcodeUnfit;
}

/** What comes of encoding a barcode. */
export type EncodedSymbol = MatrixSymbol | BarsSymbol | UnfitSymbol;

/** The answer of an encoder that cannot draw its payload. */
export function unfit(reason: BarcodeUnfit): UnfitSymbol {
  return { kind: "unfit", reason };
}
