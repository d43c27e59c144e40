import { expect, test } from "vitest";
import { spellAztec } from "../../src/barcode/aztec/aztec-text.ts";
import { toAztecWords } from "../../src/barcode/aztec/aztec-codewords.ts";
import { AZTEC_SIZES } from "../../src/barcode/aztec/aztec-layers.ts";
import { pdf417Check } from "../../src/barcode/pdf417/pdf417-error-correction.ts";
import { byteCodewords, numericCodewords } from "../../src/barcode/pdf417/pdf417-numbers.ts";
import { clusterPatterns } from "../../src/barcode/pdf417/pdf417-patterns.ts";
import { spellPdf417 } from "../../src/barcode/pdf417/pdf417-spelling.ts";
import { toQrCodewords } from "../../src/barcode/qr/qr-codewords.ts";
import { spellQr } from "../../src/barcode/qr/qr-segments.ts";
import { alignmentCentres, qrVersion } from "../../src/barcode/qr/qr-versions.ts";
import { bytesOf } from "./support/payloads.ts";

test("QR: the symbol of annex I has its codewords", () => {
  const version = qrVersion(1);
  const codewords = toQrCodewords(spellQr(bytesOf("01234567"), version), version);
  const hex = codewords.map((word) => word.toString(16).padStart(2, "0")).join(" ");
  expect(hex).toBe("10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11 a5 24 d4 c1 ed 36 c7 87 2c 55");
});

test("QR: versions have the codewords of table 7 and the alignment patterns of annex E", () => {
  const facts = [1, 7, 10, 27, 40].map((number) => [qrVersion(number).codewords, qrVersion(number).dataCodewords]);
  expect(facts).toEqual([
    [26, 16],
    [196, 124],
    [346, 216],
    [1828, 1128],
    [3706, 2334],
  ]);
  expect(alignmentCentres(32)).toEqual([6, 34, 60, 86, 112, 138]);
  expect(alignmentCentres(40)).toEqual([6, 30, 58, 86, 114, 142, 170]);
});

test("PDF417: text, check codewords, digits and bytes are those of the standard's examples", () => {
  expect(spellPdf417(bytesOf("PDF417"))).toEqual([453, 178, 121, 239]);
  expect(pdf417Check([5, 453, 178, 121, 239], 4)).toEqual([452, 327, 657, 619]);
  expect(numericCodewords(bytesOf("000213298174000"), 44)).toEqual([1, 624, 434, 632, 282, 200]);
  expect(byteCodewords(bytesOf("alcool"))).toEqual([163, 238, 432, 766, 244]);
});

test("PDF417: every cluster has 929 different patterns of its number", () => {
  for (const [row, cluster] of [0, 3, 6].entries()) {
    const patterns = clusterPatterns()[row] ?? [];
    expect(new Set(patterns).size).toBe(929);
    for (const pattern of patterns) {
      const runs = (pattern.toString(2).match(/1+|0+/gu) ?? []).map(({ length }) => length);
      expect(runs).toHaveLength(8);
      expect((runs[0]! - runs[2]! + runs[4]! - runs[6]! + 9) % 9).toBe(cluster);
    }
  }
  // The first values of annex A.
  expect(clusterPatterns().map(([first]) => first)).toEqual([0x1d5c0, 0x1f560, 0x1abe0]);
});

test("Aztec: sizes hold what table 1 says", () => {
  const digits = AZTEC_SIZES.map(({ dataWords, wordSize }) => Math.floor((dataWords * wordSize - 5) / 4));
  const letters = AZTEC_SIZES.map(({ dataWords, wordSize }) => Math.floor((dataWords * wordSize) / 5));
  expect(digits.slice(0, 5)).toEqual([13, 40, 70, 110, 128]);
  expect(letters.slice(0, 5)).toEqual([12, 33, 57, 89, 104]);
  expect([digits.at(-1), letters.at(-1)]).toEqual([3832, 3067]);
});

test("Aztec: latches, shifts and digits stand in the bits of table 2", () => {
  // C, to lower, o, d, e, to digit, space, 2, one in upper, D, one in punctuation, !
  const bits = "00100 11100 10000 00101 00110 11110 0001 0100 1111 00101 0000 00110";
  expect(spellAztec(bytesOf("Code 2D!")).join("")).toBe(bits.replaceAll(" ", ""));
  expect(spellAztec(bytesOf("Co")).join("")).toBe("001001110010000");
  expect(spellAztec(bytesOf(", A")).join("")).toBe(["00000", "00100", "00010"].join(""));
});

test("Aztec: no word is all zeros or all ones", () => {
  expect(toAztecWords([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 6)).toEqual([0b000001, 0b011111, 0b111110]);
});
