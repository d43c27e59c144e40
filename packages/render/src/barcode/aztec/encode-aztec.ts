import { type MatrixSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { toAztecWords, toLayerBits, toModeBits } from "./aztec-codewords.ts";
import { drawAztec } from "./aztec-drawing.ts";
import { AZTEC_SIZES } from "./aztec-layers.ts";
import { spellAztec } from "./aztec-text.ts";

/** Capacity of 32 layers in bytes and in digits: ISO/IEC 24778:2008, table 1. */
const MAX_BYTES = 1914;
const MAX_DIGITS = 3832;

/**
 * Aztec in the smallest size, compact or full, that holds the bytes beside the recommended check words (23 % and three), without
 * an ECI.
 */
export function encodeAztec(bytes: Uint8Array): MatrixSymbol | UnfitSymbol {
  const limit = bytes.every((byte) => byte >= 0x30 && byte <= 0x39) ? MAX_DIGITS : MAX_BYTES;
  const tooLong = unfit({ code: "too-long", length: bytes.length, limit });
  // A code of punctuation may stand for two bytes in five bits: nothing is denser, and twice the digits is over it.
  if (bytes.length > MAX_PAIRED_BYTES) return tooLong;
  const bits = spellAztec(bytes);
  for (const size of AZTEC_SIZES) {
    if (bits.length > size.dataWords * size.wordSize) continue;
    const words = toAztecWords(bits, size.wordSize);
    if (words.length > size.dataWords) continue;
    const grid = drawAztec(size, toModeBits(words.length, size), toLayerBits(words, size));
    return { kind: "matrix", ...grid, rowHeight: 1 };
  }
  return tooLong;
}

/** 15 336 bits of data in pairs of five bits. */
const MAX_PAIRED_BYTES = 6134;
