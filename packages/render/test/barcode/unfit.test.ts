import { describe, expect, test } from "vitest";
import { fastestRun } from "../../../pass/test/support/fastest-run.ts";
import { encodeAztec } from "../../src/barcode/aztec/encode-aztec.ts";
import { encodeCode128 } from "../../src/barcode/code128/encode-code128.ts";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { encodePdf417 } from "../../src/barcode/pdf417/encode-pdf417.ts";
import { encodeQr } from "../../src/barcode/qr/encode-qr.ts";

const FORMATS = [
  "PKBarcodeFormatQR",
  "PKBarcodeFormatPDF417",
  "PKBarcodeFormatAztec",
  "PKBarcodeFormatCode128",
  "PKBarcodeFormatCode39",
  "PKBarcodeFormatCodabar",
  "PKBarcodeFormatEAN13",
  "PKBarcodeFormatI2of5",
] as const;

const reasonOf = (format: string, message: string, messageEncoding = "iso-8859-1") => {
  const symbol = encodeBarcode({ format, message, messageEncoding });
  return symbol.kind === "unfit" ? symbol.reason : symbol.kind;
};

describe("a barcode is unfit, with the facts of it,", () => {
  test.each([
    ["for a format that is none", "PKBarcodeFormatITF", "12", "utf-8", { code: "unknown-format", format: "PKBarcodeFormatITF" }],
    ["for a name every object has", "constructor", "12", "utf-8", { code: "unknown-format", format: "constructor" }],
    ["for an unknown charset", "PKBarcodeFormatQR", "A", "klingon", { code: "unknown-encoding", messageEncoding: "klingon" }],
    ["for a charset no runtime has", "PKBarcodeFormatQR", "A", "utf-7", { code: "unsupported-encoding", messageEncoding: "UTF-7" }],
    [
      "for a character its charset lacks",
      "PKBarcodeFormatQR",
      "5 €",
      "latin1",
      { code: "character-not-in-encoding", character: "€", messageEncoding: "ISO-8859-1" },
    ],
    [
      "for half an emoji",
      "PKBarcodeFormatAztec",
      "a\ud83d",
      "utf-8",
      { code: "character-not-in-encoding", character: "\ud83d", messageEncoding: "UTF-8" },
    ],
    [
      "for a small letter in Code 39",
      "PKBarcodeFormatCode39",
      "ABc",
      "utf-8",
      { code: "byte-not-in-format", byte: 99, position: 2 },
    ],
    ["for an asterisk in Code 39", "PKBarcodeFormatCode39", "A*B", "utf-8", { code: "byte-not-in-format", byte: 42, position: 1 }],
    ["for a letter in Codabar", "PKBarcodeFormatCodabar", "12E", "utf-8", { code: "byte-not-in-format", byte: 69, position: 2 }],
    ["for a stop amid Codabar", "PKBarcodeFormatCodabar", "A1B2C", "utf-8", { code: "start-stop", position: 2 }],
    ["for Codabar without data", "PKBarcodeFormatCodabar", "AB", "utf-8", { code: "start-stop", position: 0 }],
    [
      "for a letter in EAN-13",
      "PKBarcodeFormatEAN13",
      "40063813339x1",
      "utf-8",
      { code: "byte-not-in-format", byte: 120, position: 11 },
    ],
    [
      "for eleven digits in EAN-13",
      "PKBarcodeFormatEAN13",
      "40063813339",
      "utf-8",
      { code: "digit-count", digits: 11, expected: "12 or 13" },
    ],
    ["for a wrong check digit", "PKBarcodeFormatEAN13", "4006381333932", "utf-8", { code: "check-digit", digit: 2, expected: 1 }],
    ["for an odd digit", "PKBarcodeFormatI2of5", "123", "utf-8", { code: "digit-count", digits: 3, expected: "even" }],
    ["for a dash in 2 of 5", "PKBarcodeFormatI2of5", "12-4", "utf-8", { code: "byte-not-in-format", byte: 45, position: 2 }],
  ] as const)("%s", (_, format, message, messageEncoding, reason) => {
    expect(reasonOf(format, message, messageEncoding)).toEqual(reason);
  });

  test.each(FORMATS)("for an empty message: %s", (format) => {
    expect(reasonOf(format, "")).toEqual({ code: "empty" });
  });

  test.each(FORMATS)("for 7 000 and 10 000 characters, and soon: %s", (format) => {
    const limit = 1500;
    for (const message of ["A1 \u00e9".repeat(1750), "1".repeat(10_000), ". ".repeat(3500), "\u0000".repeat(1_000_000)]) {
      const took = fastestRun(limit, () => {
        expect(reasonOf(format, message)).toMatchObject({ code: expect.stringMatching(/too-long|not-in-format|digit-count/u) });
      });
      expect(took).toBeLessThan(limit);
    }
  });
});

test("an Aztec is unfit when its bits would fit, but not the words without runs of zeros", () => {
  expect(reasonOf("PKBarcodeFormatAztec", "\u00e9".repeat(1914))).toBe("matrix");
  expect(reasonOf("PKBarcodeFormatAztec", "\u0000".repeat(1914))).toMatchObject({ code: "too-long" });
});

test.each([
  ["QR", (bytes: Uint8Array) => encodeQr(bytes)],
  ["PDF417", encodePdf417],
  ["Aztec", encodeAztec],
  ["Code 128", encodeCode128],
] as const)("an encoder looks for no spelling of a megabyte: %s", (_, encode) => {
  const limit = 500;
  const bytes = new Uint8Array(2 ** 20).fill(0x31);
  const took = fastestRun(limit, () => {
    expect(encode(bytes)).toMatchObject({ reason: { code: "too-long", length: bytes.length } });
  });
  expect(took).toBeLessThan(limit);
});

describe("the last payload that fits and the first that does not:", () => {
  test.each([
    ["PKBarcodeFormatQR", "\u00e9", 2331],
    ["PKBarcodeFormatQR", "7", 5596],
    ["PKBarcodeFormatAztec", "\u00e9", 1914],
    ["PKBarcodeFormatAztec", "7", 3832],
    ["PKBarcodeFormatPDF417", "\u00e9", 1101],
    ["PKBarcodeFormatPDF417", "7", 2692],
    ["PKBarcodeFormatCode128", "a", 80],
    ["PKBarcodeFormatCode39", "A", 80],
    ["PKBarcodeFormatCodabar", "7", 80],
  ] as const)("%s of %j: %i", (format, character, limit) => {
    expect(reasonOf(format, character.repeat(limit))).toMatch(/matrix|bars/u);
    expect(reasonOf(format, character.repeat(limit + 1))).toEqual({ code: "too-long", length: limit + 1, limit });
  });
});
