import { type BarsSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { barsOfWidths, MAX_LINEAR_CHARACTERS, textOfBytes, widthsOf } from "./bars.ts";

/** Five bars with four spaces between them, by character: ISO/IEC 16388:2007, 4.3.2, table 1. The asterisk starts and stops. */
const PATTERNS = /* @__PURE__ */ new Map(
  [
    ["0123456789", "NNNWWNWNN WNNWNNNNW NNWWNNNNW WNWWNNNNN NNNWWNNNW WNNWWNNNN NNWWWNNNN NNNWNNWNW WNNWNNWNN NNWWNNWNN"],
    ["ABCDEFGHIJ", "WNNNNWNNW NNWNNWNNW WNWNNWNNN NNNNWWNNW WNNNWWNNN NNWNWWNNN NNNNNWWNW WNNNNWWNN NNWNNWWNN NNNNWWWNN"],
    ["KLMNOPQRST", "WNNNNNNWW NNWNNNNWW WNWNNNNWN NNNNWNNWW WNNNWNNWN NNWNWNNWN NNNNNNWWW WNNNNNWWN NNWNNNWWN NNNNWNWWN"],
    ["UVWXYZ-. *", "WWNNNNNNW NWWNNNNNW WWWNNNNNN NWNNWNNNW WWNNWNNNN NWWNWNNNN NWNNNNWNW WWNNNNWNN NWWNNNWNN NWNNWNWNN"],
    ["$/+%", "NWNWNWNNN NWNWNNNWN NWNNNWNWN NNNWNWNWN"],
  ].flatMap(([characters = "", patterns = ""]) =>
    patterns.split(" ").map((pattern, at) => [characters.charAt(at), pattern] as const),
  ),
);

/** Code 39 between its start and stop characters, without a check character: the reader of a pass expects what `message` says. */
export function encodeCode39(bytes: Uint8Array): BarsSymbol | UnfitSymbol {
  if (bytes.length > MAX_LINEAR_CHARACTERS) {
    return unfit({ code: "too-long", length: bytes.length, limit: MAX_LINEAR_CHARACTERS });
  }
  const text = textOfBytes(bytes);
  const position = text.search(/[^0-9A-Z \-.$/+%]/u);
  if (position >= 0) return unfit({ code: "byte-not-in-format", byte: bytes[position] ?? 0, position });
  // A narrow space stands between characters.
  return barsOfWidths(widthsOf(Array.from(`*${text}*`, (character) => PATTERNS.get(character) ?? "").join("N")));
}
