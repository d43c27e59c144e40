import { BARCODE_FORMATS } from "@passwright/pass";
import { expect, test } from "vitest";
import { chooseBarcode } from "../../src/barcode/choose-barcode.ts";

const entry = (format: string, message: unknown = "7") => ({ format, message, messageEncoding: "utf-8", altText: "seven" });
const QR = entry("PKBarcodeFormatQR");
const CODE_128 = entry("PKBarcodeFormatCode128");
const CODE_39 = entry("PKBarcodeFormatCode39");

test("the first of barcodes is drawn, with what it says", () => {
  expect(chooseBarcode({ barcodes: [CODE_128, QR], barcode: QR }, { device: "phone" })).toEqual({
    path: ["barcodes", 0],
    format: "PKBarcodeFormatCode128",
    message: "7",
    messageEncoding: "utf-8",
    altText: "seven",
  });
});

test("a watch passes over Code 128", () => {
  expect(chooseBarcode({ barcodes: [CODE_128, QR] }, { device: "watch" })?.path).toEqual(["barcodes", 1]);
  expect(chooseBarcode({ barcodes: [CODE_128] }, { device: "watch" })).toBeNull();
});

test("the formats of iOS 27 are passed over before it", () => {
  const pass = { barcodes: [CODE_39, CODE_128] };
  expect(chooseBarcode(pass, { device: "phone", osVersion: 26 })?.path).toEqual(["barcodes", 1]);
  expect(chooseBarcode(pass, { device: "phone", osVersion: 27 })?.path).toEqual(["barcodes", 0]);
  expect(chooseBarcode(pass, { device: "phone" })?.path).toEqual(["barcodes", 0]);
});

test("the newest phone draws every format", () => {
  for (const format of BARCODE_FORMATS) {
    expect(chooseBarcode({ barcodes: [entry(format)] }, { device: "phone" })?.format).toBe(format);
  }
});

test("the older barcode stands in where none of barcodes can be drawn, for the three formats it may have", () => {
  expect(chooseBarcode({ barcode: QR }, { device: "watch" })?.path).toEqual(["barcode"]);
  expect(chooseBarcode({ barcodes: [CODE_39], barcode: QR }, { device: "phone", osVersion: 18 })?.path).toEqual(["barcode"]);
  expect(chooseBarcode({ barcode: CODE_128 }, { device: "phone" })).toBeNull();
});

test("what is no barcode is passed over", () => {
  const strange = [null, 7, "QR", [], {}, entry("QR"), entry("PKBarcodeFormatQR", ""), entry("PKBarcodeFormatQR", 7)];
  expect(chooseBarcode({ barcodes: [...strange, QR] }, { device: "phone" })?.path).toEqual(["barcodes", strange.length]);
  expect(chooseBarcode({ barcodes: QR }, { device: "phone" })).toBeNull();
  expect(chooseBarcode({}, { device: "phone" })).toBeNull();
});

test("a barcode without messageEncoding is drawn in iso-8859-1, and an empty altText is none", () => {
  const barcode = { format: "PKBarcodeFormatQR", message: "7", altText: "" };
  expect(chooseBarcode({ barcode }, { device: "phone" })).toMatchObject({ messageEncoding: "iso-8859-1", altText: null });
});
