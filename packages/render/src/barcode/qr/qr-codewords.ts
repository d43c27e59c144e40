import { type BitList, pushBits, toWords } from "../bit-list.ts";
import { createGaloisField, reedSolomonCheck } from "../galois-field.ts";
import type { QrVersion } from "./qr-versions.ts";

/** x⁸ + x⁴ + x³ + x² + 1: ISO/IEC 18004:2015, 7.5.2. */
const FIELD_POLYNOMIAL = 0x11d;

/** The two words that fill a symbol by turns: ISO/IEC 18004:2015, 7.4.10. */
const PAD_CODEWORDS = [0b11101100, 0b00010001];

/** The data of a symbol with terminator, fill and check words, its blocks interleaved: ISO/IEC 18004:2015, 7.4.9 to 7.6. */
export function toQrCodewords(data: readonly number[], version: QrVersion): readonly number[] {
  const { dataCodewords, codewords, blocks, checkPerBlock } = version;
  const bits: BitList = [...data];
  pushBits(bits, 0, Math.min(4, dataCodewords * 8 - bits.length));
  const words = toWords(bits, 8);
  for (let pad = 0; words.length < dataCodewords; pad += 1) words.push(PAD_CODEWORDS[pad % 2] ?? 0);

  const field = createGaloisField(FIELD_POLYNOMIAL);
  const shortLength = Math.floor(codewords / blocks) - checkPerBlock;
  const longBlocks = codewords % blocks;
  const dataBlocks: number[][] = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const length = shortLength + (block >= blocks - longBlocks ? 1 : 0);
    dataBlocks.push(words.slice(at, at + length));
    at += length;
  }
  const checkBlocks = dataBlocks.map((block) => Array.from(reedSolomonCheck(field, block, { count: checkPerBlock, firstRoot: 0 })));
  return [...interleave(dataBlocks), ...interleave(checkBlocks)];
}

function interleave(blocks: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block.slice(at, at + 1))).flat();
}
