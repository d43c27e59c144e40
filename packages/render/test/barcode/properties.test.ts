import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { drawable } from "./support/draw-symbol.ts";
import { latin1 } from "./support/payloads.ts";
import { readSymbol } from "./support/read-symbol.ts";

/** Runs of one kind after another, so that every mode and every change of mode comes up. */
const PIECES = [
  fc.stringMatching(/^[0-9]{1,20}$/u),
  fc.stringMatching(/^[A-Z ]{1,8}$/u),
  fc.stringMatching(/^[a-z ]{1,8}$/u),
  fc.stringMatching(/^[!-/:-@[-`{-~]{1,5}$/u),
  fc.constantFrom("\r\n", ". ", ", ", ": ", "\u0000", "\u001d", "\u007f"),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map(latin1),
  fc.uint8Array({ minLength: 1, maxLength: 3 }).map((bytes) => latin1(bytes.map((byte) => byte | 128))),
];

const payload = (maxPieces: number, maxLength: number) =>
  fc.array(fc.oneof(...PIECES), { minLength: 1, maxLength: maxPieces }).map((pieces) => pieces.join("").slice(0, maxLength));

describe("any bytes are read back:", () => {
  test.each([
    ["PKBarcodeFormatQR", 8, 2000],
    ["PKBarcodeFormatAztec", 8, 1500],
    ["PKBarcodeFormatPDF417", 8, 900],
    ["PKBarcodeFormatCode128", 3, 40],
  ] as const)("%s", async (format, maxPieces, maxLength) => {
    await fc.assert(
      fc.asyncProperty(payload(maxPieces, maxLength), async (message) => {
        const symbol = drawable(encodeBarcode({ format, message, messageEncoding: "iso-8859-1" }));
        expect(latin1((await readSymbol(symbol, format))?.bytes ?? [])).toBe(message);
      }),
      { numRuns: 60 },
    );
  });
});

test("any texts and any names give a symbol or a reason, never an error", () => {
  const format = fc.constantFrom(
    ...["QR", "PDF417", "Aztec", "Code128", "Code39", "Codabar", "EAN13", "I2of5"].map((name) => `PKBarcodeFormat${name}`),
  );
  const encoding = fc.oneof(fc.constantFrom("utf-8", "utf-16", "iso-8859-1", "shift_jis", "gb18030"), fc.string());
  fc.assert(
    fc.property(fc.oneof(format, fc.string()), fc.string({ unit: "binary" }), encoding, (name, message, messageEncoding) => {
      const symbol = encodeBarcode({ format: name, message, messageEncoding });
      expect(["matrix", "bars", "unfit"]).toContain(symbol.kind);
      if (symbol.kind === "matrix") expect(symbol.modules).toHaveLength(symbol.width * symbol.height);
    }),
  );
});

describe("check words repair damage:", () => {
  test.each([
    ["PKBarcodeFormatQR", 0.05],
    ["PKBarcodeFormatAztec", 0.04],
    ["PKBarcodeFormatPDF417", 0.02],
  ] as const)("%s", async (format, share) => {
    const message = "The quick brown fox 0123456789 jumps over the lazy dog. ".repeat(3);
    const symbol = drawable(encodeBarcode({ format, message, messageEncoding: "utf-8" }));
    if (symbol.kind !== "matrix") throw new Error("no matrix");
    const { width, height } = symbol;
    // A light square in the right half, away from the patterns by which a reader finds the symbol.
    const side = Math.floor(Math.sqrt(symbol.modules.length * share));
    const [wide, high] = format === "PKBarcodeFormatPDF417" ? [Math.min(17, side * 2), 2] : [side, side];
    const [left, top] = [Math.floor(width * 0.7), Math.floor(height * 0.6)];
    const modules = symbol.modules.slice();
    for (let y = top; y < top + high; y += 1) modules.fill(0, y * width + left, y * width + Math.min(width, left + wide));
    expect(modules).not.toEqual(symbol.modules);
    const found = await readSymbol({ ...symbol, modules }, format);
    expect(latin1(found?.bytes ?? [])).toBe(message);
  });
});
