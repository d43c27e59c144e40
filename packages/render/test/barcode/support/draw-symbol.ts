import type { BarsSymbol, EncodedSymbol, MatrixSymbol } from "../../../src/barcode/barcode-symbol.ts";

/** Light modules around a symbol; more than any standard asks for. */
const MARGIN = 12;
/** Height of bars in modules. */
const BAR_HEIGHT = 24;

/** A symbol that came out, or a failed test that says why none did. */
export function drawable(symbol: EncodedSymbol): MatrixSymbol | BarsSymbol {
  if (symbol.kind === "unfit") throw new Error(`unfit: ${JSON.stringify(symbol.reason)}`);
  return symbol;
}

/** Black on white pixels, so many to a module. */
export function drawSymbol(symbol: MatrixSymbol | BarsSymbol, scale: number): ImageData {
  const columns = symbol.kind === "bars" ? symbol.modules.length : symbol.width;
  const rows = symbol.kind === "bars" ? 1 : symbol.height;
  const rowPixels = Math.round(scale * (symbol.kind === "bars" ? BAR_HEIGHT : symbol.rowHeight));
  const width = (columns + 2 * MARGIN) * scale;
  const height = rows * rowPixels + 2 * MARGIN * scale;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = MARGIN * scale; y < height - MARGIN * scale; y += 1) {
    const row = Math.floor((y - MARGIN * scale) / rowPixels);
    for (let x = MARGIN * scale; x < width - MARGIN * scale; x += 1) {
      const column = Math.floor(x / scale) - MARGIN;
      if (symbol.modules[row * columns + column] === 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height, colorSpace: "srgb" };
}
