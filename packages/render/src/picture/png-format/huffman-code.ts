import { reverseBits } from "./huffman-table.ts";

/** A canonical Huffman code for writing: for each symbol the bits, first bit lowest, and how many they are (0: unused). */
export interface HuffmanCode {
  readonly bits: Uint16Array;
  readonly lengths: Uint8Array;
}

/**
 * The code for symbols of these frequencies, none longer than `limit` bits. A code of one symbol gets a second, which
 * some readers want. Frequencies are halved until the longest code fits: a little longer than the best, and simple.
 */
export function createHuffmanCode(frequencies: Uint32Array, limit: number): HuffmanCode {
  const weights = frequencies.slice();
  let used = 0;
  for (const weight of weights) if (weight > 0) used += 1;
  for (let symbol = 0; used < 2; symbol += 1) {
    if (weights[symbol] !== 0) continue;
    weights[symbol] = 1;
    used += 1;
  }
  let lengths = lengthsOf(weights);
  while (longestOf(lengths) > limit) {
    for (let symbol = 0; symbol < weights.length; symbol += 1) {
      const weight = weights[symbol] ?? 0;
      if (weight > 0) weights[symbol] = (weight >> 1) | 1;
    }
    lengths = lengthsOf(weights);
  }
  return { bits: bitsOf(lengths), lengths };
}

function longestOf(lengths: Uint8Array): number {
  let longest = 0;
  for (const length of lengths) longest = Math.max(longest, length);
  return longest;
}

/** More symbols than any code of DEFLATE has. */
const SYMBOLS = 512;

/** Symbols that are used, by weight, those of one weight in their own order. */
function sortSymbols(weights: Uint32Array): Uint16Array {
  // Weight and symbol in one number, which sorts without a function; weights are counts of tokens, below 2^16.
  const keys = new Float64Array(weights.length);
  let count = 0;
  for (let symbol = 0; symbol < weights.length; symbol += 1) {
    const weight = weights[symbol] ?? 0;
    if (weight > 0) keys[count++] = weight * SYMBOLS + symbol;
  }
  const sorted = keys.subarray(0, count).toSorted();
  const symbols = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) symbols[at] = (sorted[at] ?? 0) % SYMBOLS;
  return symbols;
}

/** Huffman's tree by two queues: leaves by weight, and the nodes made of them, which come out sorted by themselves. */
function lengthsOf(weights: Uint32Array): Uint8Array {
  const leaves = sortSymbols(weights);
  const count = leaves.length;
  // Nodes 0 to count − 1 are leaves, those after them pairs; `parents` of all but the last, the root.
  const sums = new Float64Array(2 * count - 1);
  const parents = new Uint16Array(2 * count - 1);
  for (let node = 0; node < count; node += 1) sums[node] = weights[leaves[node] ?? 0] ?? 0;
  let leaf = 0;
  let pair = count;
  for (let made = count; made < sums.length; made += 1) {
    for (let side = 0; side < 2; side += 1) {
      const takesLeaf = leaf < count && (pair >= made || (sums[leaf] ?? 0) <= (sums[pair] ?? 0));
      const taken = takesLeaf ? leaf++ : pair++;
      sums[made] = (sums[made] ?? 0) + (sums[taken] ?? 0);
      parents[taken] = made;
    }
  }
  const depths = new Uint8Array(2 * count - 1);
  for (let node = depths.length - 2; node >= 0; node -= 1) depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1;
  const lengths = new Uint8Array(weights.length);
  for (let node = 0; node < count; node += 1) lengths[leaves[node] ?? 0] = depths[node] ?? 0;
  return lengths;
}

/** RFC 1951, section 3.2.2: codes of one length follow each other in the order of their symbols. */
function bitsOf(lengths: Uint8Array): Uint16Array {
  const bits = new Uint16Array(lengths.length);
  const longest = longestOf(lengths);
  let code = 0;
  for (let length = 1; length <= longest; length += 1, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      bits[symbol] = reverseBits(code, length);
      code += 1;
    }
  }
  return bits;
}
