import { type BarsSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { barsOfWidths, MAX_LINEAR_CHARACTERS, textOfBytes, widthsOf } from "./bars.ts";

/** Five elements of a digit, two of them wide: ISO/IEC 16390:2007, 4.3.2, table 1. */
const PATTERNS = ["NNWWN", "WNNNW", "NWNNW", "WWNNN", "NNWNW", "WNWNN", "NWWNN", "NNNWW", "WNNWN", "NWNWN"];

/** Start and stop patterns: 4.3.3. */
const START = "NNNN";
const STOP = "WNN";

/** Interleaved 2 of 5: the digits of a pair share their place, one in the bars, one in the spaces. */
export function encodeInterleaved2of5(bytes: Uint8Array): BarsSymbol | UnfitSymbol {
  if (bytes.length > MAX_LINEAR_CHARACTERS) {
    return unfit({ code: "too-long", length: bytes.length, limit: MAX_LINEAR_CHARACTERS });
  }
  const foreign = bytes.findIndex((byte) => byte < 0x30 || byte > 0x39);
  if (foreign >= 0) return unfit({ code: "byte-not-in-format", byte: bytes[foreign] ?? 0, position: foreign });
  if (bytes.length % 2 === 1) return unfit({ code: "digit-count", digits: bytes.length, expected: "even" });
  const patterns = Array.from(textOfBytes(bytes), (digit) => PATTERNS[Number(digit)] ?? "");
  let elements = START;
  for (let pair = 0; pair < patterns.length; pair += 2) {
    const [bars = "", spaces = ""] = patterns.slice(pair, pair + 2);
    for (let at = 0; at < bars.length; at += 1) elements += bars.charAt(at) + spaces.charAt(at);
  }
  return barsOfWidths(widthsOf(elements + STOP));
}
