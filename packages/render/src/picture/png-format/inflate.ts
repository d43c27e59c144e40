import { CODE_LENGTH_ORDER, DISTANCE_BASE, DISTANCE_EXTRA, LENGTH_BASE, LENGTH_EXTRA } from "./deflate-format.ts";
import { readHuffmanTable, type HuffmanTable } from "./huffman-table.ts";

/**
 * What became of compressed data: how many bytes came out, and why not more. `null` when the stream ended, or the output
 * was full, which is all that a picture asks.
 */
export interface InflateOutcome {
  readonly written: number;
  readonly fault: string | null;
}

/** Codes of this length and less are read in one look; the others bit by bit. */
const FAST_BITS = 10;

const FAST_MASK = (1 << FAST_BITS) - 1;

/** Blocks with tables of their own: so many, and one more for so many bytes of output. Encoders make them of 10 KB and more. */
const FREE_TABLES = 4096;
const BYTES_PER_TABLE = 512;

const CUT_OFF = "the compressed data is cut off";
const DAMAGED = "the compressed data is damaged";

/**
 * Undoes raw DEFLATE (RFC 1951) into `output`, which bounds the work and the memory: nothing beyond it is computed. A
 * stream of nothing but Huffman tables, each costing a thousand times its bytes, is stopped too. Synchronous and the same
 * in every runtime: compression streams differ in what they give of a stream that is cut off or has a tail.
 */
export function inflate(input: Uint8Array, output: Uint8Array): InflateOutcome {
  const end = output.length;
  let at = 0;
  let position = 0;
  let hold = 0;
  let bits = 0;
  let tables = FREE_TABLES + Math.floor(end / BYTES_PER_TABLE);
  let isLast = false;

  /** Takes up to 16 bits; zeros after the end, which `isCutOff` tells. */
  const take = (count: number): number => {
    while (bits < count) {
      hold |= (input[position] ?? 0) << bits;
      position += 1;
      bits += 8;
    }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    bits -= count;
    return value;
  };
  const isCutOff = (): boolean => position - (bits >> 3) > input.length;
  const symbolOf = (table: HuffmanTable): number => {
    while (bits < 15) {
      hold |= (input[position] ?? 0) << bits;
      position += 1;
      bits += 8;
    }
    const entry = table.fast[hold & FAST_MASK] ?? 0;
    const found = entry !== 0 ? entry : slowEntry(table, hold);
    hold >>>= found & 15;
    bits -= found & 15;
    return found === 0 ? -1 : found >>> 4;
  };

  while (!isLast && at < end) {
    isLast = take(1) === 1;
    const kind = take(2);
    if (isCutOff()) return { written: at, fault: CUT_OFF };
    if (kind === 0) {
      take(bits & 7);
      const length = take(16);
      const complement = take(16);
      if (isCutOff()) return { written: at, fault: CUT_OFF };
      if ((length ^ complement) !== 0xffff) return { written: at, fault: DAMAGED };
      // Whole bytes that were taken ahead go back.
      position -= bits >> 3;
      hold = 0;
      bits = 0;
      const copied = Math.min(length, end - at, input.length - position);
      output.set(input.subarray(position, position + copied), at);
      at += copied;
      position += copied;
      if (copied < length && at < end) return { written: at, fault: CUT_OFF };
      continue;
    }
    if (kind === 3) return { written: at, fault: DAMAGED };
    let literals = FIXED_LITERALS;
    let distances = FIXED_DISTANCES;
    if (kind === 2) {
      tables -= 1;
      if (tables < 0) return { written: at, fault: "the compressed data is all tables" };
      const read = readTables(take, symbolOf);
      if (read === null) return { written: at, fault: isCutOff() ? CUT_OFF : DAMAGED };
      [literals, distances] = read;
    }
    const { fast } = literals;
    for (;;) {
      while (bits < 15) {
        hold |= (input[position] ?? 0) << bits;
        position += 1;
        bits += 8;
      }
      let entry = fast[hold & FAST_MASK] ?? 0;
      if (entry === 0) entry = slowEntry(literals, hold);
      hold >>>= entry & 15;
      bits -= entry & 15;
      const symbol = entry >>> 4;
      if (symbol < 256) {
        if (entry === 0 || at === end || position > input.length + 4) {
          return at === end ? { written: at, fault: null } : { written: at, fault: isCutOff() ? CUT_OFF : DAMAGED };
        }
        output[at] = symbol;
        at += 1;
        continue;
      }
      if (symbol === 256) break;
      const lengthCode = symbol - 257;
      if (lengthCode >= LENGTH_BASE.length) return { written: at, fault: DAMAGED };
      const length = (LENGTH_BASE[lengthCode] ?? 0) + take(LENGTH_EXTRA[lengthCode] ?? 0);
      const distanceCode = symbolOf(distances);
      if (distanceCode < 0 || distanceCode >= DISTANCE_BASE.length) {
        return { written: at, fault: isCutOff() ? CUT_OFF : DAMAGED };
      }
      const distance = (DISTANCE_BASE[distanceCode] ?? 0) + take(DISTANCE_EXTRA[distanceCode] ?? 0);
      if (distance > at) return { written: at, fault: DAMAGED };
      if (isCutOff()) return { written: at, fault: CUT_OFF };
      const stop = Math.min(at + length, end);
      for (let from = at - distance; at < stop; at += 1, from += 1) output[at] = output[from] ?? 0;
      if (at === end) return { written: at, fault: null };
    }
    if (isCutOff()) return { written: at, fault: CUT_OFF };
  }
  return { written: at, fault: null };
}

/** A code longer than {@link FAST_BITS}, or 0 when there is none such: the canonical codes walked bit by bit. */
function slowEntry(table: HuffmanTable, hold: number): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= 15; length += 1) {
    code |= (hold >>> (length - 1)) & 1;
    const count = table.counts[length] ?? 0;
    if (code - count < first) return ((table.symbols[index + code - first] ?? 0) << 4) | length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0;
}

function readTables(
  take: (count: number) => number,
  symbolOf: (table: HuffmanTable) => number,
): readonly [HuffmanTable, HuffmanTable] | null {
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const codeLengthCount = take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return null;
  const codeLengths = new Uint8Array(19);
  for (const place of CODE_LENGTH_ORDER.slice(0, codeLengthCount)) codeLengths[place] = take(3);
  const codes = readHuffmanTable(codeLengths, FAST_BITS);
  if (codes === null) return null;
  const lengths = new Uint8Array(literalCount + distanceCount);
  let at = 0;
  while (at < lengths.length) {
    const symbol = symbolOf(codes);
    if (symbol < 0) return null;
    if (symbol < 16) {
      lengths[at] = symbol;
      at += 1;
      continue;
    }
    if (symbol === 16 && at === 0) return null;
    const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
    const repeat = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
    if (at + repeat > lengths.length) return null;
    lengths.fill(value, at, at + repeat);
    at += repeat;
  }
  // Without an end of block nothing could stop it but the output.
  if (lengths[256] === 0) return null;
  const literals = readHuffmanTable(lengths.subarray(0, literalCount), FAST_BITS);
  const distances = readHuffmanTable(lengths.subarray(literalCount), FAST_BITS);
  return literals !== null && distances !== null ? [literals, distances] : null;
}

/** The tables of blocks that bring none (RFC 1951, section 3.2.6). */
const FIXED_LITERALS = fixedTable((symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8), 288);
const FIXED_DISTANCES = fixedTable(() => 5, 30);

function fixedTable(lengthOf: (symbol: number) => number, count: number): HuffmanTable {
  const table = readHuffmanTable(
    Uint8Array.from({ length: count }, (_, symbol) => lengthOf(symbol)),
    FAST_BITS,
  );
  return table ?? { fast: new Uint16Array(1 << FAST_BITS), counts: new Uint16Array(16), symbols: new Uint16Array(0) };
}
