import { type BarsSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { barsOfWidths, MAX_LINEAR_CHARACTERS, textOfBytes, widthsOf } from "./bars.ts";

/** Four bars with three spaces between them, by character: EN 798:1995, 4.3 (AIM BC3, table 1). */
const CHARACTERS = "0123456789-$:/.+ABCD";
const PATTERNS = (
  "NNNNNWW NNNNWWN NNNWNNW WWNNNNN NNWNNWN WNNNNWN NWNNNNW NWNNWNN NWWNNNN WNNWNNN NNNWWNN NNWWNNN WNNNWNW WNWNNNW WNWNWNN " +
  "NNWNWNW NNWWNWN NWNWNNW NNNWNWW NNNWWWN"
).split(" ");

/** Which letter starts and stops a code whose message names none. */
const DEFAULT_START_STOP = "A";

/** Codabar; where the message does not begin or end with a letter A to D, the letter A is drawn. */
export function encodeCodabar(bytes: Uint8Array): BarsSymbol | UnfitSymbol {
  if (bytes.length > MAX_LINEAR_CHARACTERS) {
    return unfit({ code: "too-long", length: bytes.length, limit: MAX_LINEAR_CHARACTERS });
  }
  const text = textOfBytes(bytes);
  const foreign = text.search(/[^0-9\-$:/.+A-D]/u);
  if (foreign >= 0) return unfit({ code: "byte-not-in-format", byte: bytes[foreign] ?? 0, position: foreign });
  const parts = /^([A-D]?)([0-9\-$:/.+]+)([A-D]?)$/u.exec(text);
  if (parts === null) {
    const inside = text.slice(1, -1).search(/[A-D]/u);
    return unfit({ code: "start-stop", position: inside + 1 });
  }
  const [, start = "", data = "", stop = ""] = parts;
  const full = `${start === "" ? DEFAULT_START_STOP : start}${data}${stop === "" ? DEFAULT_START_STOP : stop}`;
  const elements = Array.from(full, (character) => PATTERNS[CHARACTERS.indexOf(character)] ?? "").join("N");
  return barsOfWidths(widthsOf(elements));
}
