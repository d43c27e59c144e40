import { type BitList, pushBits } from "../bit-list.ts";
import { cheapestSpelling, type SpellingStep } from "../cheapest-spelling.ts";

/** Codes to write, each with its width in bits. */
type Codes = readonly (readonly [value: number, width: number])[];

/** Codes, or bytes as they are: a run of them begins, or the one before goes on. */
type Emit = Codes | "run" | "more";

const UPPER = 0;
const LOWER = 1;
const MIXED = 2;
const PUNCT = 3;
const DIGIT = 4;
/** In a long binary shift that was begun in upper, lower or mixed mode: 5, 6 and 7. */
const LONG_BINARY = 5;
const STATES = 8;

/** Width of a code in each mode: four bits in digit mode, five in the others. */
const WIDTHS = [5, 5, 5, 5, 4];

/** The characters of each mode by ascending codes, and the code of the first: ISO/IEC 24778:2008, 7.2, table 2. */
const CHARACTERS = [
  { first: 1, characters: " ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
  { first: 1, characters: " abcdefghijklmnopqrstuvwxyz" },
  {
    first: 1,
    characters: " \u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u001b\u001c\u001d\u001e\u001f@\\^_`|~\u007f",
  },
  { first: 6, characters: "!\"#$%&'()*+,-./:;<=>?[]{}" },
  { first: 1, characters: " 0123456789,." },
] as const;

/** The first five codes of punctuation: the same table. */
const PUNCT_SEQUENCES: readonly string[] = ["\r", "\r\n", ". ", ", ", ": "];

/** From, to, code: the same table. */
const LATCHES: readonly (readonly [from: number, to: number, code: number])[] = [
  [UPPER, LOWER, 28],
  [UPPER, MIXED, 29],
  [UPPER, DIGIT, 30],
  [LOWER, MIXED, 29],
  [LOWER, DIGIT, 30],
  [MIXED, LOWER, 28],
  [MIXED, UPPER, 29],
  [MIXED, PUNCT, 30],
  [PUNCT, UPPER, 31],
  [DIGIT, UPPER, 14],
];

/** For one code of another mode. */
const SHIFTS: readonly (readonly [from: number, to: number, code: number])[] = [
  [UPPER, PUNCT, 0],
  [LOWER, PUNCT, 0],
  [MIXED, PUNCT, 0],
  [DIGIT, PUNCT, 0],
  [LOWER, UPPER, 28],
  [DIGIT, UPPER, 15],
];

/** Begins a run of bytes; five bits of its length follow, or five zeros and eleven bits of the length less 31 (7.2.3). */
const BINARY_SHIFT = 31;
const MAX_SHORT_BINARY = 31;

/** The bits of a payload, the fewest that the five modes and binary shifts allow. */
export function spellAztec(bytes: Uint8Array): BitList {
  const spelled = cheapestSpelling<Emit>(bytes.length, STATES, [[UPPER, 0]], function* stepsFrom(at, state) {
    if (state >= LONG_BINARY) {
      yield { to: state, advance: 1, cost: 8, emit: "more" };
      yield { to: state - LONG_BINARY, advance: 1, cost: 8, emit: "more" };
      return;
    }
    yield* textSteps(bytes, at, state);
    if (state <= MIXED) yield* binarySteps(bytes.length - at, state);
  });
  const steps = spelled?.steps ?? [];
  const bits: BitList = [];
  let at = 0;
  for (const [index, { advance, emit }] of steps.entries()) {
    if (emit === "run") {
      const next = steps.findIndex((step, later) => later > index && step.emit !== "more");
      const length = advance + (next < 0 ? steps.length : next) - index - 1;
      pushRun(bits, bytes.subarray(at, at + length));
    } else if (emit !== "more") {
      for (const [value, width] of emit) pushBits(bits, value, width);
    }
    at += advance;
  }
  return bits;
}

function pushRun(bits: BitList, run: Uint8Array): void {
  pushBits(bits, BINARY_SHIFT, 5);
  if (run.length <= MAX_SHORT_BINARY) pushBits(bits, run.length, 5);
  else pushBits(bits, run.length - MAX_SHORT_BINARY, 16);
  for (const byte of run) pushBits(bits, byte, 8);
}

function* textSteps(bytes: Uint8Array, at: number, mode: number): Generator<SpellingStep<Emit>> {
  const width = WIDTHS[mode] ?? 0;
  for (const [from, to, code] of LATCHES) if (from === mode) yield toStep(to, 0, [[code, width]]);
  for (const [code, advance] of codesAt(bytes, at, mode)) yield toStep(mode, advance, [[code, width]]);
  for (const [from, to, shift] of SHIFTS) {
    if (from !== mode) continue;
    for (const [code, advance] of codesAt(bytes, at, to)) {
      yield toStep(mode, advance, [
        [shift, width],
        [code, WIDTHS[to] ?? 0],
      ]);
    }
  }
}

function* binarySteps(left: number, mode: number): Generator<SpellingStep<Emit>> {
  for (let length = 1; length <= Math.min(MAX_SHORT_BINARY, left); length += 1) {
    yield { to: mode, advance: length, cost: 10 + 8 * length, emit: "run" };
  }
  // Chosen for 32 bytes and more alone: fewer cost less as a short run.
  yield { to: LONG_BINARY + mode, advance: 1, cost: 21 + 8, emit: "run" };
}

function* codesAt(bytes: Uint8Array, at: number, mode: number): Generator<readonly [code: number, advance: number]> {
  const text = String.fromCharCode(...bytes.subarray(at, at + 2));
  const { first, characters } = CHARACTERS[mode] ?? CHARACTERS[UPPER];
  const index = characters.indexOf(text.charAt(0));
  if (index >= 0) yield [first + index, 1];
  if (mode !== PUNCT) return;
  for (const [sequence, spelled] of PUNCT_SEQUENCES.entries()) if (text.startsWith(spelled)) yield [sequence + 1, spelled.length];
}

function toStep(to: number, advance: number, emit: Codes): SpellingStep<Emit> {
  return { to, advance, cost: emit.reduce((sum, [, width]) => sum + width, 0), emit };
}
