import { describe, expect, test } from "vitest";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { encodeMessage } from "../../src/barcode/encode-message.ts";
import { drawable } from "./support/draw-symbol.ts";
import { bytesOf, PAYLOADS } from "./support/payloads.ts";
import { readSymbol } from "./support/read-symbol.ts";

const CLASSIC = ["PKBarcodeFormatQR", "PKBarcodeFormatPDF417", "PKBarcodeFormatAztec", "PKBarcodeFormatCode128"] as const;

describe.each(CLASSIC)("%s is read back, byte by byte:", (format) => {
  test.each(PAYLOADS)("%s", async (kind, text, messageEncoding) => {
    const isMatrix = format !== "PKBarcodeFormatCode128";
    const message = kind === "long" && isMatrix ? text.padEnd(600, "0123456789abcdefghijklmnopqrstuvwxyz") : text;
    const encoded = encodeMessage(message, messageEncoding);
    if (!encoded.ok) throw new Error(encoded.reason.code);
    const symbol = drawable(encodeBarcode({ format, message, messageEncoding }));
    const found = await readSymbol(symbol, format);
    expect(found?.bytes).toEqual([...encoded.bytes]);
    expect(found?.hasECI).toBe(false);
  });
});

test.each([
  ["PKBarcodeFormatQR", 2331],
  ["PKBarcodeFormatPDF417", 1101],
  ["PKBarcodeFormatAztec", 1914],
  ["PKBarcodeFormatCode128", 80],
] as const)("the largest %s is read back", async (format, length) => {
  const message = "\u00e9".repeat(length);
  const symbol = drawable(encodeBarcode({ format, message, messageEncoding: "iso-8859-1" }));
  expect((await readSymbol(symbol, format))?.bytes).toEqual([...bytesOf(message)]);
});

test.each([1, 2, 3, 4, 5, 6])(
  "PDF417 with a byte behind %i signs of punctuation, and more of them, is read back",
  async (signs) => {
    const message = `${";".repeat(signs + 4)}\u00e9${"@;".repeat(6)}`;
    const symbol = drawable(encodeBarcode({ format: "PKBarcodeFormatPDF417", message, messageEncoding: "iso-8859-1" }));
    expect((await readSymbol(symbol, "PKBarcodeFormatPDF417"))?.bytes).toEqual([...bytesOf(message)]);
  },
);

test.each([
  ["PKBarcodeFormatCode39", "PASS-7 $5.0/A+B%"],
  ["PKBarcodeFormatCode39", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ["PKBarcodeFormatCodabar", "A0123456789-$:/.+B"],
  ["PKBarcodeFormatCodabar", "C31117013206375D"],
  ["PKBarcodeFormatEAN13", "4006381333931"],
  ["PKBarcodeFormatEAN13", "9780201379624"],
  ["PKBarcodeFormatI2of5", "01234567895270"],
  ["PKBarcodeFormatI2of5", "9988776655443322"],
] as const)("%s is read back: %s", async (format, message) => {
  const symbol = drawable(encodeBarcode({ format, message, messageEncoding: "us-ascii" }));
  const found = await readSymbol(symbol, format);
  expect(found?.bytes).toEqual([...bytesOf(message)]);
});

test("an EAN-13 of twelve digits gets its check digit", async () => {
  const symbol = drawable(encodeBarcode({ format: "PKBarcodeFormatEAN13", message: "400638133393", messageEncoding: "utf-8" }));
  expect((await readSymbol(symbol, "PKBarcodeFormatEAN13"))?.bytes).toEqual([...bytesOf("4006381333931")]);
});

test("every first digit of an EAN-13 is read back", async () => {
  for (let first = 0; first < 10; first += 1) {
    const symbol = drawable(
      encodeBarcode({ format: "PKBarcodeFormatEAN13", message: `${first}12345678901`, messageEncoding: "utf-8" }),
    );
    const found = await readSymbol(symbol, "PKBarcodeFormatEAN13");
    expect(found?.bytes.slice(0, 12)).toEqual([...bytesOf(`${first}12345678901`)]);
  }
});

test("a Codabar without letters starts and stops with A", async () => {
  const of = (message: string) => encodeBarcode({ format: "PKBarcodeFormatCodabar", message, messageEncoding: "us-ascii" });
  expect(of("1234")).toEqual(of("A1234A"));
  expect(of("B1234")).toEqual(of("B1234A"));
});

test("QR is of level M", async () => {
  const symbol = drawable(encodeBarcode({ format: "PKBarcodeFormatQR", message: "A", messageEncoding: "utf-8" }));
  expect((await readSymbol(symbol, "PKBarcodeFormatQR"))?.ecLevel).toBe("M");
});
