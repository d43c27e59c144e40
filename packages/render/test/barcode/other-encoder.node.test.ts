import { describe, expect, test } from "vitest";
import { encodeAztec } from "../../src/barcode/aztec/encode-aztec.ts";
import { encodeCode128 } from "../../src/barcode/code128/encode-code128.ts";
import { encodeCodabar } from "../../src/barcode/linear/encode-codabar.ts";
import { encodeCode39 } from "../../src/barcode/linear/encode-code39.ts";
import { encodeEan13 } from "../../src/barcode/linear/encode-ean13.ts";
import { encodeInterleaved2of5 } from "../../src/barcode/linear/encode-interleaved2of5.ts";
import { encodePdf417 } from "../../src/barcode/pdf417/encode-pdf417.ts";
import { encodeQr } from "../../src/barcode/qr/encode-qr.ts";
import { qrVersion } from "../../src/barcode/qr/qr-versions.ts";
import { bwipModules, bwipSymbol } from "./support/bwip.ts";
import { drawable } from "./support/draw-symbol.ts";
import { bytesOf, PAYLOADS } from "./support/payloads.ts";

const QR_OPTIONS = { binarytext: true, eclevel: "M", fixedeclevel: true };

describe("another encoder draws the same modules:", () => {
  test.each(Array.from({ length: 40 }, (_, at) => at + 1))("QR version %i, full of bytes", (version) => {
    const { dataCodewords, size } = qrVersion(version);
    const text = "\u00e9".repeat(dataCodewords - (version <= 9 ? 2 : 3));
    const symbol = encodeQr(bytesOf(text), version % 8);
    const other = bwipSymbol("qrcode", text, { ...QR_OPTIONS, mask: (version % 8) + 1 });
    expect(symbol).toMatchObject({ width: size, height: size });
    expect([...drawable(symbol).modules]).toEqual(bwipModules(other));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])("QR with mask %i, digits and capitals between bytes", (mask) => {
    const text = "https://a.example/T/123456789012345678901234567890/ABCDEF-GHIJKL-MNOPQR-STUVWX";
    const other = bwipSymbol("qrcode", text, { ...QR_OPTIONS, mask: mask + 1 });
    expect([...drawable(encodeQr(bytesOf(text), mask)).modules]).toEqual(bwipModules(other));
  });

  test.each(["HELLO WORLD", "TICKET-0001-8823", "A".repeat(300), "\u00e9".repeat(1101), "1".repeat(2692), "a;;;\u00e9;;b"])(
    "PDF417: %s",
    (text) => {
      const symbol = drawable(encodePdf417(bytesOf(text)));
      if (symbol.kind !== "matrix") throw new Error("no matrix");
      const columns = (symbol.width - 1) / 17 - 4;
      const other = bwipSymbol("pdf417", text, { binarytext: true, columns, eclevel: 2 });
      expect([...symbol.modules]).toEqual(bwipModules(other));
    },
  );

  test.each([
    ["HELLO WORLD", "compact"],
    ["A".repeat(57), "compact"],
    ["A".repeat(60), "compact"],
    ["\u00c9".repeat(31), "compact"],
    ["A".repeat(90), "full"],
    ["A".repeat(300), "full"],
    ["a".repeat(700), "full"],
    ["1".repeat(3832), "full"],
    ["z\u00e9".repeat(957), "full"],
  ])("Aztec: %s, %s", (text, format) => {
    const other = bwipSymbol("azteccode", text, { binarytext: true, format });
    expect([...drawable(encodeAztec(bytesOf(text))).modules]).toEqual(bwipModules(other));
  });

  test.each(["ABC-123", "Wikipedia", "0123456789", "PASS 12345678", "1234567", "a\u0001b", "12", "\u0001\u0002AB"])(
    "Code 128: %j",
    (text) => {
      expect([...drawable(encodeCode128(bytesOf(text))).modules]).toEqual(
        bwipModules(bwipSymbol("code128", text, { binarytext: true })),
      );
    },
  );

  test.each([
    ["ean13", encodeEan13, "4006381333931"],
    ["code39", encodeCode39, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -.$/+%"],
    ["rationalizedCodabar", encodeCodabar, "A0123456789-$:/.+B"],
    ["rationalizedCodabar", encodeCodabar, "C7D"],
    ["interleaved2of5", encodeInterleaved2of5, "01234567899876543210", 3],
  ] as const)("%s", (bcid, encode, text, wide?: number) => {
    expect([...drawable(encode(bytesOf(text))).modules]).toEqual(bwipModules(bwipSymbol(bcid, text), wide));
  });
});

describe("no symbol is larger than another encoder's:", () => {
  test.each(PAYLOADS)("%s", (_, text) => {
    const latin = Array.from(text, (character) => (character.charCodeAt(0) < 256 ? character : "?")).join("");
    const area = (bcid: string, options: object) => bwipModules(bwipSymbol(bcid, latin, { binarytext: true, ...options })).length;
    const bytes = bytesOf(latin);
    expect(drawable(encodeQr(bytes)).modules.length).toBeLessThanOrEqual(area("qrcode", QR_OPTIONS));
    expect(drawable(encodeAztec(bytes)).modules.length).toBeLessThanOrEqual(area("azteccode", {}));
    expect(drawable(encodeCode128(bytes)).modules.length).toBeLessThanOrEqual(area("code128", {}));
    const stacked = drawable(encodePdf417(bytes));
    const columns = stacked.kind === "matrix" ? (stacked.width - 1) / 17 - 4 : 0;
    expect(stacked.modules.length).toBeLessThanOrEqual(area("pdf417", { columns, eclevel: 2 }));
  });
});
