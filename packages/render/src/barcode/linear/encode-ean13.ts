import { type BarsSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { barsOfWidths, textOfBytes } from "./bars.ts";

/** Space, bar, space, bar of a digit of number set A; set C has the same widths as bars, set B the widths reversed: ISO/IEC 15420:2009, 4.3.2, table 1. */
const WIDTHS = ["3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"];

/** The number sets of the left half tell the first digit: the same clause, table 2. */
const LEFT_SETS = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"];

const GUARD = "111";
const CENTRE_GUARD = "11111";

/** EAN-13 of twelve digits, to which the check digit is added, or of thirteen. */
export function encodeEan13(bytes: Uint8Array): BarsSymbol | UnfitSymbol {
  const foreign = bytes.findIndex((byte) => byte < 0x30 || byte > 0x39);
  if (foreign >= 0) return unfit({ code: "byte-not-in-format", byte: bytes[foreign] ?? 0, position: foreign });
  if (bytes.length !== 12 && bytes.length !== 13) return unfit({ code: "digit-count", digits: bytes.length, expected: "12 or 13" });
  const digits = Array.from(textOfBytes(bytes), Number);
  const expected = checkDigit(digits);
  const digit = digits[12] ?? expected;
  if (digit !== expected) return unfit({ code: "check-digit", digit, expected });
  const sets = `${LEFT_SETS[digits[0] ?? 0] ?? ""}CCCCCC`;
  const halves = [...digits.slice(1, 12), digit].map((value, at) => {
    const widths = WIDTHS[value] ?? "";
    return sets.charAt(at) === "B" ? Array.from(widths).toReversed().join("") : widths;
  });
  return barsOfWidths([GUARD, ...halves.slice(0, 6), CENTRE_GUARD, ...halves.slice(6), GUARD].join(""));
}

/** Weights 1 and 3 by turns over the first twelve, up to the next ten: ISO/IEC 15420:2009, annex A. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits.slice(0, 12).reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
