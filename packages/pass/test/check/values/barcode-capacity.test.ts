import { expect, test } from "vitest";
import { countCode128Symbols, ean13CheckDigit } from "../../../src/check/values/barcode-capacity.ts";

test.each([
  ["4006381333931", 1],
  ["5901234123457", 7],
  ["9780201379624", 4],
  ["000000000000", 0],
])("the check digit of %s is %d", (digits, check) => {
  expect(ean13CheckDigit(digits)).toBe(check);
});

test.each([
  ["", 0],
  ["ABC", 3],
  ["123", 3],
  // Pairs from the start on, without a change.
  ["1234", 2],
  ["12345", 3],
  // Into the set of digits and out of it.
  ["AB1234CD", 2 + 1 + 2 + 1 + 2],
  ["AB123456", 2 + 1 + 3],
])("%j takes %d symbols of Code 128", (text, symbols) => {
  expect(countCode128Symbols(text)).toBe(symbols);
});
