import { BARCODE_FORMATS } from "@passwright/pass";
import type { BarsSymbol, MatrixSymbol } from "../../barcode/barcode-symbol.ts";
import { encodeBarcode } from "../../barcode/encode-barcode.ts";
import { symbolFacts } from "../../barcode/symbol-facts.ts";
import type { FaceBarcode } from "../../layout/barcode-box.ts";
import { CODE } from "../paper-metrics.ts";
import { symbolPath } from "./symbol-path.ts";

/** The code of a pass, as it is printed. */
export interface PrintCode {
  readonly symbol: MatrixSymbol | BarsSymbol;
  /** Light modules on either side. */
  readonly quiet: number;
  readonly altText: string;
  /** What it is, to someone who does not see it. */
  readonly name: string;
}

/** A code at a size, its quiet zone included, PDF's points. */
export interface SizedCode {
  readonly code: PrintCode;
  readonly module: number;
  readonly width: number;
  readonly height: number;
  /** Bars that run across the page, as the code is longer than the page is wide. */
  readonly turned: boolean;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** The first barcode that can be drawn, as on the face. */
export function readCode(barcodes: readonly FaceBarcode[]): PrintCode | null {
  for (const { format, message, messageEncoding, altText } of barcodes) {
    const symbol = encodeBarcode({ format, message, messageEncoding });
    const known = BARCODE_FORMATS.find((candidate) => candidate === format);
    if (symbol.kind === "unfit" || known === undefined) continue;
    const said = altText === "" ? message.slice(0, 100) : altText;
    const kind = known.replace("PKBarcodeFormat", "");
    // An Aztec needs none, but what stands beside it on paper must not touch it.
    return { symbol, quiet: Math.max(2, symbolFacts(known).quietZone), altText, name: `${kind}: ${said}` };
  }
  return null;
}

/** A code in a room at scanning size; null when it does not fit in there. */
export function fitCode(code: PrintCode, room: Room): SizedCode | null {
  const { symbol, quiet } = code;
  const isSquare = symbol.kind === "matrix" && symbol.width === symbol.height;
  const across = acrossOf(code);
  const wished = Math.min(room.width, isSquare ? CODE.squareWidth : CODE.wideWidth);
  const largest = isSquare ? CODE.largestSquareModule : CODE.largestWideModule;
  const dots = Math.floor(Math.min(largest, wished / across) / CODE.dot + 1e-6);
  const most = symbol.kind === "matrix" ? room.height / (symbol.height * symbol.rowHeight + 2 * quiet) : largest;
  const module = Math.max(CODE.leastModule, Math.min(dots, Math.floor(most / CODE.dot + 1e-6)) * CODE.dot);
  const sized = sizeCode(code, module);
  return sized.width <= room.width + 0.01 && sized.height <= room.height + 0.01 ? sized : null;
}

/** A code that is too long for scanning size anywhere, as large as a page lets it be. */
export function squeezeCode(code: PrintCode, room: Room): SizedCode {
  const { symbol, quiet } = code;
  const across = acrossOf(code);
  if (symbol.kind === "bars" && room.height > room.width) {
    const { width, height, ...rest } = sizeCode(code, Math.min(CODE.leastModule, room.height / across));
    return { ...rest, width: height, height: width, turned: true };
  }
  const high = symbol.kind === "bars" ? 1 : symbol.height * symbol.rowHeight + 2 * quiet;
  return sizeCode(code, Math.min(room.width / across, room.height / high));
}

function acrossOf({ symbol, quiet }: PrintCode): number {
  return (symbol.kind === "bars" ? symbol.modules.length : symbol.width) + 2 * quiet;
}

function sizeCode(code: PrintCode, module: number): SizedCode {
  const { symbol, quiet } = code;
  const width = acrossOf(code) * module;
  const height =
    symbol.kind === "bars"
      ? Math.min(CODE.barsHeight * 2, Math.max(CODE.barsHeight, width * CODE.barsShare))
      : (symbol.height * symbol.rowHeight + 2 * quiet) * module;
  return { code, module, width, height, turned: false };
}

/** The dark modules of a code whose quiet zone has its corner at a place on the page, as path data. */
export function codePath({ code, module, width, height, turned }: SizedCode, x: number, y: number): string {
  const { symbol, quiet } = code;
  const inset = quiet * module;
  if (symbol.kind === "matrix") {
    return symbolPath(symbol, { x: x + inset, y: y + inset, column: module, row: module * symbol.rowHeight });
  }
  const bars = { kind: "matrix", width: symbol.modules.length, height: 1, modules: symbol.modules, rowHeight: 1 } as const;
  if (!turned) return symbolPath(bars, { x: x + inset, y, column: module, row: height });
  const down = { ...bars, width: 1, height: symbol.modules.length };
  return symbolPath(down, { x, y: y + inset, column: width, row: module });
}
