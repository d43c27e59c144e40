import { BARCODE_FORMATS, generateBarcodeKey, signBarcode } from "@passwright/pass";
import { expect, test } from "vitest";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { pdf417Shape } from "../../src/barcode/pdf417/pdf417-shape.ts";
import { symbolFacts } from "../../src/barcode/symbol-facts.ts";
import { symbolSize } from "../../src/barcode/symbol-size.ts";
import { drawable } from "./support/draw-symbol.ts";

const sizeOf = (format: string, message: string) =>
  symbolSize(drawable(encodeBarcode({ format, message, messageEncoding: "utf-8" })));

test("a square symbol is as high as wide", () => {
  expect(sizeOf("PKBarcodeFormatQR", "7")).toEqual({ width: 21, height: 21, aspect: 1 });
  expect(sizeOf("PKBarcodeFormatAztec", "7")).toEqual({ width: 15, height: 15, aspect: 1 });
});

test("a signed barcode with eight bytes fits into a QR code of version 6 at most, whatever its key and payload", async () => {
  for (const fill of [0, 0x55, 0xff]) {
    const { privateKey } = await generateBarcodeKey();
    const { width } = sizeOf("PKBarcodeFormatQR", await signBarcode(new Uint8Array(8).fill(fill), privateKey));
    // Version 6 has 41 modules a side.
    expect(width).toBeLessThanOrEqual(41);
  }
});

test("PDF417 has two columns and rows of three modules as in screenshots, lower rows where they are many", () => {
  expect(sizeOf("PKBarcodeFormatPDF417", "TICKET-0001-8823")).toEqual({ width: 103, height: 27, aspect: 103 / 27 });
  const twelve = sizeOf("PKBarcodeFormatPDF417", "abc123456789012345678901234567890");
  expect(twelve.width).toBe(103);
  expect(twelve.height).toBeCloseTo(27);
});

test("a PDF417 grows in width so that its rows stay two modules high and its shape about four to one", () => {
  for (let length = 1; length <= 1101; length += 50) {
    const symbol = drawable(
      encodeBarcode({ format: "PKBarcodeFormatPDF417", message: "\u00e9".repeat(length), messageEncoding: "latin1" }),
    );
    if (symbol.kind !== "matrix") throw new Error("no matrix");
    expect(symbol.rowHeight).toBeGreaterThanOrEqual(2);
    expect(symbol.rowHeight).toBeLessThanOrEqual(3);
    expect(symbolSize(symbol).aspect).toBeGreaterThan(3.8);
  }
});

test("bars have a width alone", () => {
  expect(sizeOf("PKBarcodeFormatEAN13", "4006381333931")).toEqual({ width: 95, height: null, aspect: null });
});

test("every format has its shape, and a quiet zone where Wallet draws it", () => {
  for (const format of BARCODE_FORMATS) {
    const { shape, drawnQuietZone } = symbolFacts(format);
    expect(["square", "stacked", "linear"]).toContain(shape);
    expect(drawnQuietZone).toBeGreaterThan(0);
  }
  expect(symbolFacts("PKBarcodeFormatQR")).toEqual({ shape: "square", quietZone: 4, drawnQuietZone: 1 });
});

test("a PDF417 holds every number of codewords up to 928, and never has more than that", () => {
  for (let codewords = 10; codewords <= 928; codewords += 1) {
    const { rows = 0, columns = 0 } = pdf417Shape(codewords, 928) ?? {};
    expect(rows * columns).toBeGreaterThanOrEqual(codewords);
    expect(rows * columns).toBeLessThanOrEqual(928);
    expect(rows).toBeGreaterThanOrEqual(3);
  }
  expect(pdf417Shape(929, 928)).toBeNull();
});
