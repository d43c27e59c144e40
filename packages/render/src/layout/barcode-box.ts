import type { JsonPath } from "@passwright/pass";
import { encodeBarcode } from "../barcode/encode-barcode.ts";
import type { BarsSymbol, MatrixSymbol } from "../barcode/barcode-symbol.ts";
import { CODE_BOX, FACE, FADED } from "../metrics.ts";
import { ByteText } from "../scene/byte-text.ts";
import type { SceneNode } from "../scene/scene.ts";
import { type Canvas, inPass } from "./canvas.ts";
import { drawEndBox } from "./end-marks.ts";
import { BLACK, WHITE } from "./face-colours.ts";
import { textNodes } from "./text-nodes.ts";

/** A barcode of the pass, read and trimmed. */
export interface FaceBarcode {
  readonly path: JsonPath;
  readonly format: string;
  readonly message: string;
  readonly messageEncoding: string;
  readonly altText: string;
}

/** How large a symbol's modules are, points: their width, and the height of a row of them. */
interface SymbolScale {
  readonly symbol: MatrixSymbol | BarsSymbol;
  readonly module: number;
  readonly row: number;
}

/** A symbol with the size it is drawn at, points. */
interface SizedSymbol extends SymbolScale {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number; readonly inset: number; readonly top: number };
  readonly altBaseline: number;
}

/**
 * Draws the first barcode that can be drawn, in its white box at the bottom of the face. Those before it are reported.
 * `over` is what a pass that is not valid any more says: its code is faint, with these words below it, or in a box without one.
 * `bottom` is where the box ends, where it is not the place of the classic faces. Returns the top of the box; null when there
 * is none.
 */
export function drawBarcode(
  canvas: Canvas,
  barcodes: readonly FaceBarcode[],
  over: string | null,
  bottom: number | null = null,
): number | null {
  for (const barcode of barcodes) {
    const { format, message, messageEncoding, path } = barcode;
    const symbol = encodeBarcode({ format, message, messageEncoding });
    if (symbol.kind === "unfit") {
      const { code, ...facts } = symbol.reason;
      const known = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
      canvas.report({ rule: "barcode-unfit", where: inPass(path), params: { reason: [code, ...known].join(", ") } });
      continue;
    }
    // Where the text under a code stands, a pass that is over says so: nobody shall type the number of one.
    const below = over === null ? barcode : { ...barcode, altText: over };
    return drawSymbol(canvas, sizeSymbol(symbol, below), below.altText, over !== null, bottom);
  }
  if (over !== null) drawEndBox(canvas, over, bottom ?? undefined);
  return null;
}

/** Codes as wide as high stand lower than the wide ones. */
function sizeSymbol(symbol: MatrixSymbol | BarsSymbol, { altText }: FaceBarcode): SizedSymbol {
  if (symbol.kind === "bars") return sizeBars(symbol, altText);
  return symbol.width === symbol.height ? sizeSquare(symbol, altText) : sizeWide(symbol, altText);
}

function sizeSquare(symbol: MatrixSymbol, altText: string): SizedSymbol {
  const { step, square, squarePadding, altHeight, squareInset, altBaseline } = CODE_BOX;
  // Beyond what even one step holds, modules are as large as fits.
  const fitting = Math.floor(square / (symbol.width + 2) / step + 1e-6) * step;
  const module = fitting > 0 ? fitting : square / (symbol.width + 2);
  const size = symbol.width * module;
  const padding = module + squarePadding;
  const box = size + 2 * padding;
  const height = box + (altText === "" ? 0 : altHeight);
  return {
    symbol,
    module,
    row: module,
    width: size,
    height: size,
    box: { width: box, height, inset: squareInset, top: padding },
    altBaseline,
  };
}

function sizeWide(symbol: MatrixSymbol, altText: string): SizedSymbol {
  const { pdfModule, pdfWidth, pdfMaxHeight, pdfBoxWidth, pdfBoxHeight, wideInset, altHeight, altBaselinePdf } = CODE_BOX;
  const module = Math.min(pdfModule, pdfWidth / symbol.width);
  // Rows are whole points high, where they are not lower than that.
  const high = Math.min(symbol.rowHeight * module, pdfMaxHeight / symbol.height);
  const row = high < 1 ? high : Math.floor(high + 0.01);
  const [width, height] = [symbol.width * module, symbol.height * row];
  const box = {
    width: Math.max(pdfBoxWidth, width + pdfBoxWidth - pdfWidth),
    height: pdfBoxHeight + (altText === "" ? 0 : altHeight),
    inset: wideInset,
    top: (pdfBoxHeight - height) / 2,
  };
  return { symbol, module, row, width, height, box, altBaseline: altBaselinePdf };
}

function sizeBars(symbol: BarsSymbol, altText: string): SizedSymbol {
  const { barsWidth, barsHeight, barsQuiet, barsBoxWidth, barsBoxHeight, wideInset, altHeight, altBaseline } = CODE_BOX;
  const count = symbol.modules.length;
  const module = barsWidth / (count + 2 * barsQuiet);
  const height = barsBoxHeight + (altText === "" ? 0 : altHeight);
  const box = { width: barsBoxWidth, height, inset: wideInset, top: (barsBoxHeight - barsHeight) / 2 };
  return { symbol, module, row: barsHeight, width: count * module, height: barsHeight, box, altBaseline };
}

function drawSymbol(canvas: Canvas, sized: SizedSymbol, altText: string, faded: boolean, end: number | null): number {
  const { altSize, maxWidth, radius } = CODE_BOX;
  const { box } = sized;
  const textRoom = maxWidth - 2 * TEXT_PADDING;
  const line = altText === "" ? null : canvas.type.fit(altText, "regular", altSize, textRoom);
  const textWidth = (line?.width ?? 0) * altSize;
  const width = Math.min(maxWidth, Math.max(box.width, textWidth === 0 ? 0 : textWidth + 2 * TEXT_PADDING));
  const bottom = end ?? FACE.height - box.inset;
  const top = bottom - box.height;
  const left = (canvas.width - width) / 2;
  canvas.nodes.push({ kind: "rect", x: left, y: top, width, height: box.height, radius, fill: WHITE });
  const data = symbolPath(sized, (canvas.width - sized.width) / 2, top + box.top);
  const bars: SceneNode = { kind: "path", data, fill: BLACK, stroke: null, label: "barcode", role: "img" };
  canvas.nodes.push(faded ? { kind: "group", opacity: FADED.symbol, nodes: [bars] } : bars);
  if (line !== null) {
    canvas.nodes.push(...textNodes(line, (canvas.width - textWidth) / 2, bottom - sized.altBaseline, altSize, BLACK));
    if (!faded) canvas.lines.push(altText);
  }
  return top;
}

const TEXT_PADDING = 10;

/** Dark modules as rectangles, those side by side in one; rows that are alike, one under the other, as one too. */
export function symbolPath({ symbol, module, row }: SymbolScale, x: number, y: number): string {
  const width = symbol.kind === "matrix" ? symbol.width : symbol.modules.length;
  const height = symbol.kind === "matrix" ? symbol.height : 1;
  const path = new ByteText();
  const corner = (sign: "M" | "L", left: number, top: number): void => {
    path.sign(sign);
    path.number(left, 3);
    path.sign(" ");
    path.number(top, 3);
  };
  for (let line = 0; line < height; line += 1) {
    for (let start = 0; start < width; start += 1) {
      if (symbol.modules[line * width + start] !== 1) continue;
      let end = start;
      while (end < width && symbol.modules[line * width + end] === 1) end += 1;
      const [left, right] = [x + start * module, x + end * module];
      const [top, bottom] = [y + line * row, y + (line + 1) * row];
      corner("M", left, top);
      corner("L", right, top);
      corner("L", right, bottom);
      corner("L", left, bottom);
      path.sign("Z");
      start = end;
    }
  }
  return path.finish();
}
