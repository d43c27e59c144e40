/** A canonical Huffman code for reading (RFC 1951, section 3.2.2). */
export interface HuffmanTable {
  /** By the next bits of the stream: symbol × 16 + length of its code; 0 for codes that are longer, or not there. */
  readonly fast: Uint16Array;
  /** How many codes there are of each length. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

/** The code of these lengths, one for each symbol; null when there are more codes than the lengths have room for. */
export function readHuffmanTable(lengths: Uint8Array, fastBits: number): HuffmanTable | null {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const next = new Uint16Array(16);
  const offsets = new Uint16Array(16);
  let room = 1;
  for (let length = 1; length <= 15; length += 1) {
    room = room * 2 - (counts[length] ?? 0);
    if (room < 0) return null;
    next[length] = ((next[length - 1] ?? 0) + (counts[length - 1] ?? 0)) << 1;
    offsets[length] = (offsets[length - 1] ?? 0) + (counts[length - 1] ?? 0);
  }
  const symbols = new Uint16Array(lengths.length);
  const fast = new Uint16Array(1 << fastBits);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const offset = offsets[length] ?? 0;
    symbols[offset] = symbol;
    offsets[length] = offset + 1;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    if (length > fastBits) continue;
    const entry = (symbol << 4) | length;
    for (let at = reverseBits(code, length); at < fast.length; at += 1 << length) fast[at] = entry;
  }
  return { fast, counts, symbols };
}

/** Codes are stored with their first bit lowest. */
export function reverseBits(code: number, length: number): number {
  let reversed = 0;
  for (let bit = 0; bit < length; bit += 1) reversed |= ((code >>> bit) & 1) << (length - 1 - bit);
  return reversed;
}
