import { type BitList, pushBits, toWords } from "../bit-list.ts";
import { createGaloisField, reedSolomonCheck } from "../galois-field.ts";
import type { AztecLayers } from "./aztec-layers.ts";

/** Primitive polynomials by the size of a word: ISO/IEC 24778:2008, 7.2.3 and 7.3.2. */
const FIELD_POLYNOMIALS: Readonly<Record<number, number>> = { 4: 0x13, 6: 0x43, 8: 0x12d, 10: 0x409, 12: 0x1069 };

/**
 * Bits as codewords, none of which is all zeros or all ones: a word whose other bits are alike ends in the opposite bit, and
 * the payload goes on in the next (ISO/IEC 24778:2008, 7.3.1.2). The last word is filled with ones.
 */
export function toAztecWords(bits: readonly number[], wordSize: number): readonly number[] {
  const words: number[] = [];
  const ones = 2 ** (wordSize - 1) - 1;
  for (let at = 0; at < bits.length;) {
    let head = 0;
    for (let bit = 0; bit < wordSize - 1; bit += 1) head = head * 2 + (bits[at + bit] ?? 1);
    const isStuffed = head === 0 || head === ones;
    words.push(head * 2 + (isStuffed ? Number(head === 0) : (bits[at + wordSize - 1] ?? 1)));
    at += isStuffed ? wordSize - 1 : wordSize;
  }
  return words;
}

/** The bits of the data layers: what is left over by whole words, data, check words. */
export function toLayerBits(dataWords: readonly number[], { wordSize, words, bits }: AztecLayers): BitList {
  return [...Array.from({ length: bits % wordSize }, () => 0), ...withCheckWords(dataWords, wordSize, words)];
}

/** The bits of the mode message around the core: layers, data words and their check words (ISO/IEC 24778:2008, 7.2.2). */
export function toModeBits(dataWords: number, { isCompact, layers }: AztecLayers): BitList {
  const bits: BitList = [];
  pushBits(bits, layers - 1, isCompact ? 2 : 5);
  pushBits(bits, dataWords - 1, isCompact ? 6 : 11);
  return withCheckWords(toWords(bits, 4), 4, isCompact ? 7 : 10);
}

function withCheckWords(words: readonly number[], wordSize: number, total: number): BitList {
  const field = createGaloisField(FIELD_POLYNOMIALS[wordSize] ?? 0);
  const bits: BitList = [];
  for (const word of words) pushBits(bits, word, wordSize);
  for (const word of reedSolomonCheck(field, words, { count: total - words.length, firstRoot: 1 })) pushBits(bits, word, wordSize);
  return bits;
}
