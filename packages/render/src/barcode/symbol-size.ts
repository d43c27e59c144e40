import type { BarsSymbol, MatrixSymbol } from "./barcode-symbol.ts";

/** Extent of a symbol in modules, without quiet zone. */
export interface SymbolSize {
  readonly width: number;
  /** Null for bars, which may be of any height. */
  readonly height: number | null;
  /** Width by height; null for bars. */
  readonly aspect: number | null;
}

/**
 * How large a symbol is, in modules: PDF417 has rows of more than one.
 *
 * @example
 * ```ts
 * const symbol = encodeBarcode({ format: "PKBarcodeFormatPDF417", message: "A", messageEncoding: "utf-8" });
 * if (symbol.kind === "matrix") symbolSize(symbol); // { width: 103, height: 18, aspect: 5.72… }
 * ```
 */
export function symbolSize(symbol: MatrixSymbol | BarsSymbol): SymbolSize {
  if (symbol.kind === "bars") return { width: symbol.modules.length, height: null, aspect: null };
  const height = symbol.height * symbol.rowHeight;
  return { width: symbol.width, height, aspect: symbol.width / height };
}
