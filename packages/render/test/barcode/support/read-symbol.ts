import type { BarcodeFormat } from "@passwright/pass";
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from "zxing-wasm/reader";
import { readFixture } from "../../../../pass/test/support/read-fixture.ts";
import type { BarsSymbol, MatrixSymbol } from "../../../src/barcode/barcode-symbol.ts";
import type { Picture } from "../../../src/picture/picture.ts";
import { drawSymbol } from "./draw-symbol.ts";

const FORMATS: Readonly<Record<BarcodeFormat, ReadInputBarcodeFormat>> = {
  PKBarcodeFormatQR: "QRCode",
  PKBarcodeFormatPDF417: "PDF417",
  PKBarcodeFormatAztec: "Aztec",
  PKBarcodeFormatCode128: "Code128",
  PKBarcodeFormatCode39: "Code39",
  PKBarcodeFormatCodabar: "Codabar",
  PKBarcodeFormatEAN13: "EAN13",
  PKBarcodeFormatI2of5: "ITF",
};

/** What a reader that is not ours finds in a symbol. */
export interface ReadSymbol {
  readonly bytes: readonly number[];
  readonly ecLevel: string;
  readonly hasECI: boolean;
  readonly version: string;
}

/** The reader, once for all tests of a file. From here, since the library would fetch it from the network. */
const reader = (async () => {
  const wasm = await readFixture("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
  if (wasm === null) throw new Error("zxing_reader.wasm is missing: npm install");
  await prepareZXingModule({ overrides: { wasmBinary: wasm.slice().buffer }, fireImmediately: true });
})();

/** Draws a symbol at 2 pixels a module and reads it with zxing; null when it finds none. */
export async function readSymbol(symbol: MatrixSymbol | BarsSymbol, format: BarcodeFormat): Promise<ReadSymbol | null> {
  const { data, width, height } = drawSymbol(symbol, 2);
  return readPicture({ rgba: data, width, height }, format);
}

/** Reads the symbol in a picture with zxing; null when it finds none. */
export async function readPicture(picture: Picture, format: BarcodeFormat): Promise<ReadSymbol | null> {
  await reader;
  const { width, height } = picture;
  const pixels: ImageData = { data: new Uint8ClampedArray(picture.rgba), width, height, colorSpace: "srgb" };
  const [found] = await readBarcodes(pixels, { formats: [FORMATS[format]], tryHarder: true, maxNumberOfSymbols: 1 });
  return found === undefined
    ? null
    : { bytes: [...found.bytes], ecLevel: found.ecLevel, hasECI: found.hasECI, version: found.version };
}
