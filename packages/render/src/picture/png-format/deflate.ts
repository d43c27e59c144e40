import type { BitWriter } from "./bit-writer.ts";
import type { ByteSource } from "./byte-source.ts";
import { CODE_LENGTH_ORDER, DISTANCE_BASE, DISTANCE_EXTRA, LENGTH_BASE, LENGTH_EXTRA } from "./deflate-format.ts";
import { release } from "../release.ts";
import { createHuffmanCode, type HuffmanCode } from "./huffman-code.ts";

/** Where the last four bytes like these stood. */
const HASH_BITS = 15;
const HASH_SHIFT = 32 - HASH_BITS;
const HASH_FACTOR = 0x9e3779b1;

const WINDOW = 32_768;
const SHORTEST_MATCH = 4;
const LONGEST_MATCH = 258;

/** Literals and matches of a block: enough for its tables to pay, few enough to follow the picture. */
const BLOCK_TOKENS = 1 << 15;

/** After so many bytes without a match the search begins to skip, by one byte more for each so many. */
const PATIENCE_BITS = 6;

const END_OF_BLOCK = 256;
const DYNAMIC_BLOCK = 2;

/** What is looked at ahead of the place that is being compressed, and a word more. */
const LOOK_AHEAD = LONGEST_MATCH + SHORTEST_MATCH;

/** Bytes that are at hand at a time beside the window: a slide for each so many costs nothing that could be measured. */
const STRETCH = 128 * 1024;

/**
 * Raw DEFLATE (RFC 1951), greedy with one look into a hash table, a Huffman code for each block. Made for the filtered rows
 * of a picture that is shown at once: two to three times as fast as general compressors in JavaScript at their fastest, for
 * up to a third more bytes. Pure and synchronous: the same input gives the same bytes in every runtime, which compression streams do not promise.
 *
 * The input is made while it is read: at hand are the window and a stretch, which slide over it. `seen` is shown each byte once.
 */
export function deflate(source: ByteSource, writer: BitWriter, seen: (bytes: Uint8Array) => void = () => {}): void {
  const room = Math.min(source.length, WINDOW + STRETCH + LOOK_AHEAD + source.largestStep);
  const input = new Uint8Array(room);
  const places = new Int32Array(1 << HASH_BITS).fill(-WINDOW - 1);
  const tokens = new Uint32Array(BLOCK_TOKENS + 1);
  const literals = new Uint32Array(286);
  const distances = new Uint32Array(30);
  let count = 0;
  let misses = 0;
  /** Where the next byte is, and how many bytes are at hand; `passed` of them are before the first. */
  let at = 0;
  let end = 0;
  let passed = 0;
  /** So many bytes are still to go out as they are. */
  let plain = 0;
  for (;;) {
    if (passed + end < source.length) {
      // What is beyond the window before `at` makes room.
      const slide = at - WINDOW;
      if (slide > 0) {
        input.copyWithin(0, slide, end);
        for (let hash = 0; hash < places.length; hash += 1) places[hash] = Math.max(-WINDOW - 1, (places[hash] ?? 0) - slide);
        at -= slide;
        end -= slide;
        passed += slide;
      }
      const filled = source.next(input, end);
      seen(input.subarray(end, filled));
      end = filled;
    }
    const isAll = passed + end >= source.length;
    const stop = isAll ? end : end - LOOK_AHEAD;
    const last = isAll ? end - SHORTEST_MATCH : stop;
    while (at < stop) {
      if (plain === 0) {
        if (at <= last) {
          const word = wordAt(input, at);
          const hash = Math.imul(word, HASH_FACTOR) >>> HASH_SHIFT;
          const place = places[hash] ?? 0;
          places[hash] = at;
          if (at - place <= WINDOW && wordAt(input, place) === word) {
            const most = Math.min(LONGEST_MATCH, end - at);
            let length = SHORTEST_MATCH;
            while (length < most && input[place + length] === input[at + length]) length += 1;
            const distance = at - place;
            tokens[count] = (length << 16) | (distance - 1);
            count += 1;
            const lengthCode = 257 + (LENGTH_CODES[length] ?? 0);
            const distanceCode = distanceCodeOf(distance);
            literals[lengthCode] = (literals[lengthCode] ?? 0) + 1;
            distances[distanceCode] = (distances[distanceCode] ?? 0) + 1;
            at += length;
            misses = 0;
            if (count >= BLOCK_TOKENS) count = writeBlock(writer, tokens, count, literals, distances, false);
            continue;
          }
        }
        misses += 1;
        plain = 1 + (misses >> PATIENCE_BITS);
      }
      for (const rest = Math.min(stop, at + plain); at < rest; at += 1, plain -= 1) {
        const byte = input[at] ?? 0;
        tokens[count] = byte;
        count += 1;
        literals[byte] = (literals[byte] ?? 0) + 1;
        if (count >= BLOCK_TOKENS) count = writeBlock(writer, tokens, count, literals, distances, false);
      }
    }
    if (isAll) break;
  }
  writeBlock(writer, tokens, count, literals, distances, true);
  for (const array of [input, places, tokens]) release(array);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** By length of a match, its code less 257. */
const LENGTH_CODES = Uint8Array.from({ length: LONGEST_MATCH + 1 }, (_, length) =>
  LENGTH_BASE.findLastIndex((base) => base <= length),
);

/** By distance less 1: up to 256 each, beyond that every 128th. */
const NEAR_CODES = Uint8Array.from({ length: 256 }, (_, near) => DISTANCE_BASE.findLastIndex((base) => base <= near + 1));
const FAR_CODES = Uint8Array.from({ length: 256 }, (_, far) => DISTANCE_BASE.findLastIndex((base) => base <= far * 128 + 1));

function distanceCodeOf(distance: number): number {
  return distance <= 256 ? (NEAR_CODES[distance - 1] ?? 0) : (FAR_CODES[(distance - 1) >> 7] ?? 0);
}

/** Writes a block and empties the counts. @returns 0, the number of tokens that wait now. */
function writeBlock(
  writer: BitWriter,
  tokens: Uint32Array,
  count: number,
  literalCounts: Uint32Array,
  distanceCounts: Uint32Array,
  isLast: boolean,
): number {
  literalCounts[END_OF_BLOCK] = 1;
  const literals = createHuffmanCode(literalCounts, 15);
  const distances = createHuffmanCode(distanceCounts, 15);
  // 15 + 5 + 15 + 13 bits are the most that a token takes; the tables take less than 500 bytes.
  writer.reserve(count * 6 + 512);
  writer.write(isLast ? 1 : 0, 1);
  writer.write(DYNAMIC_BLOCK, 2);
  writeTables(writer, literals, distances);
  for (let index = 0; index < count; index += 1) {
    const token = tokens[index] ?? 0;
    if (token < 256) {
      writer.write(literals.bits[token] ?? 0, literals.lengths[token] ?? 0);
      continue;
    }
    const length = token >>> 16;
    const code = LENGTH_CODES[length] ?? 0;
    writer.write(literals.bits[257 + code] ?? 0, literals.lengths[257 + code] ?? 0);
    writer.write(length - (LENGTH_BASE[code] ?? 0), LENGTH_EXTRA[code] ?? 0);
    const distance = (token & 0xffff) + 1;
    const distanceCode = distanceCodeOf(distance);
    writer.write(distances.bits[distanceCode] ?? 0, distances.lengths[distanceCode] ?? 0);
    writer.write(distance - (DISTANCE_BASE[distanceCode] ?? 0), DISTANCE_EXTRA[distanceCode] ?? 0);
  }
  writer.write(literals.bits[END_OF_BLOCK] ?? 0, literals.lengths[END_OF_BLOCK] ?? 0);
  literalCounts.fill(0);
  distanceCounts.fill(0);
  return 0;
}

/** The lengths of both codes, themselves in a Huffman code (section 3.2.7); runs of zeros are folded. */
function writeTables(writer: BitWriter, literals: HuffmanCode, distances: HuffmanCode): void {
  const lengths = new Uint8Array(literals.lengths.length + distances.lengths.length);
  lengths.set(literals.lengths);
  lengths.set(distances.lengths, literals.lengths.length);
  // By turns a symbol of this code, what is added to it, and in how many bits.
  const runs = new Uint8Array(lengths.length * 3);
  const counts = new Uint32Array(19);
  let end = 0;
  const push = (symbol: number, extra: number, bits: number): void => {
    runs[end] = symbol;
    runs[end + 1] = extra;
    runs[end + 2] = bits;
    end += 3;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  };
  for (let at = 0; at < lengths.length;) {
    let run = 1;
    while (lengths[at] === 0 && run < 138 && at + run < lengths.length && lengths[at + run] === 0) run += 1;
    if (run >= 11) push(18, run - 11, 7);
    else if (run >= 3) push(17, run - 3, 3);
    else for (let each = 0; each < run; each += 1) push(lengths[at] ?? 0, 0, 0);
    at += run;
  }
  const code = createHuffmanCode(counts, 7);
  writer.write(literals.lengths.length - 257, 5);
  writer.write(distances.lengths.length - 1, 5);
  writer.write(CODE_LENGTH_ORDER.length - 4, 4);
  for (const symbol of CODE_LENGTH_ORDER) writer.write(code.lengths[symbol] ?? 0, 3);
  for (let at = 0; at < end; at += 3) {
    const symbol = runs[at] ?? 0;
    writer.write(code.bits[symbol] ?? 0, code.lengths[symbol] ?? 0);
    writer.write(runs[at + 1] ?? 0, runs[at + 2] ?? 0);
  }
}
