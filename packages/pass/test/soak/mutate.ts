import type { Random } from "./random.ts";

/** What a file is made of, which says what is put into it. */
export type Grain = "zip" | "der" | "text" | "bytes";

const utf8 = new TextEncoder();
const octets = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** Numbers at which readers stumble: the ends of signed and unsigned types. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

const SIGNS = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  ";",
  "=",
  "/*",
  "*/",
  "//",
  "\u0000",
  "\ufeff",
  "null",
  "1e999",
  "-0",
] as const;
const TRAPS = [
  '"__proto__":',
  '"constructor":',
  "\\ud800",
  "9".repeat(20),
  "\u202e",
  "🛫",
  "%@",
  "rgb(1,2,3)",
  "<plist",
  "bplist00",
] as const;
const MASSES = [
  "[".repeat(400),
  '{"a":'.repeat(300),
  "9".repeat(300),
  "(".repeat(500),
  "\n".repeat(200),
  "a".repeat(5000),
] as const;

/** Pieces that mean something to the reader of the format. */
const WORDS: Readonly<Record<Grain, readonly Uint8Array[]>> = {
  zip: [
    ...["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007", "PK\u0007\u0008"].map((word) =>
      utf8.encode(word),
    ),
    octets(1, 0, 16, 0),
    utf8.encode("../../"),
    utf8.encode("pass.json"),
    utf8.encode("manifest.json"),
  ],
  der: [
    octets(0x30, 0x80),
    octets(0, 0),
    octets(0x24, 0x80),
    octets(0xa0, 0x80),
    octets(0x84, 0xff, 0xff, 0xff, 0xff),
    octets(0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    octets(0x1f, 0xff, 0xff, 0xff, 0x7f),
    octets(6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2),
    octets(6, 1, 0x80),
    octets(3, 1, 9),
    octets(0x17, 13, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x39, 0x5a),
  ],
  text: [...SIGNS, ...TRAPS, ...MASSES].map((word) => utf8.encode(word)),
  bytes: [octets(0xff, 0xd8, 0xff), octets(0x89, 0x50, 0x4e, 0x47), utf8.encode("IHDR"), utf8.encode("RIFF"), utf8.encode("VP8X")],
};

type Mutation = (bytes: Uint8Array, random: Random, grain: Grain) => Uint8Array;

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + removed));
  const result = new Uint8Array(at + added.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(added, at);
  result.set(rest, at + added.length);
  return result;
}

/** In place. */
function overwrite(bytes: Uint8Array, at: number, added: Uint8Array): Uint8Array {
  bytes.set(added.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
  return bytes;
}

/** Somewhere; in an archive mostly near its end, where the directory is, and at its beginning: images are its largest part. */
function place(bytes: Uint8Array, random: Random, grain: Grain): number {
  if (grain !== "zip" || bytes.length < 4096 || random.below(5) === 0) return random.below(bytes.length + 1);
  const near = random.below(2048);
  return random.below(4) === 0 ? near : bytes.length - near;
}

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, random, grain) {
    const at = place(bytes, random, grain);
    return overwrite(bytes, at, octets((bytes[at] ?? 0) ^ (1 << random.below(8))));
  },
  function setOctet(bytes, random, grain) {
    return overwrite(bytes, place(bytes, random, grain), octets(random.below(256)));
  },
  function setNumber(bytes, random, grain) {
    const width = random.pick([1, 2, 4]);
    const number = random.pick(EDGES);
    const field = Uint8Array.from({ length: width }, (_, index) => number >>> (8 * index));
    return overwrite(bytes, place(bytes, random, grain), random.below(2) === 0 ? field : field.toReversed());
  },
  function insertWord(bytes, random, grain) {
    return splice(bytes, place(bytes, random, grain), 0, random.pick(WORDS[grain]));
  },
  function setWord(bytes, random, grain) {
    return overwrite(bytes, place(bytes, random, grain), random.pick(WORDS[grain]));
  },
  function remove(bytes, random, grain) {
    return splice(bytes, place(bytes, random, grain), 1 + random.below(random.pick([2, 16, 300])), octets());
  },
  function cut(bytes, random, grain) {
    return bytes.subarray(0, place(bytes, random, grain));
  },
  function repeat(bytes, random, grain) {
    const at = place(bytes, random, grain);
    const piece = bytes.slice(at, at + 1 + random.below(random.pick([8, 64, 1024])));
    const times = random.pick([1, 1, 2, 20]);
    const repeated = new Uint8Array(piece.length * times);
    for (let turn = 0; turn < times; turn += 1) repeated.set(piece, turn * piece.length);
    return splice(bytes, at, 0, repeated);
  },
  function move(bytes, random, grain) {
    const from = place(bytes, random, grain);
    const piece = bytes.slice(from, from + 1 + random.below(200));
    return overwrite(bytes, place(bytes, random, grain), piece);
  },
  function insertNoise(bytes, random, grain) {
    const noise = Uint8Array.from({ length: 1 + random.below(40) }, () => random.below(256));
    return splice(bytes, place(bytes, random, grain), 0, noise);
  },
];

/** One to six changes, mostly few: a file that is wrong everywhere is refused at its first byte. The bytes given stay as they are. */
export function mutate(bytes: Uint8Array, random: Random, grain: Grain): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  const rounds = random.pick([1, 1, 1, 2, 2, 3, 6]);
  for (let round = 0; round < rounds; round += 1) changed = random.pick(MUTATIONS)(changed, random, grain);
  return changed;
}
