import { type BarsSymbol, type UnfitSymbol, unfit } from "../barcode-symbol.ts";
import { cheapestSpelling, type SpellingStep } from "../cheapest-spelling.ts";
import { barsOfWidths, MAX_LINEAR_CHARACTERS } from "../linear/bars.ts";
import { PATTERNS, STOP_PATTERN } from "./code128-patterns.ts";

/** Code sets, B before A where both cost the same. A state is the set, plus 3 while FNC4 is latched, which set C never is in. */
const SET_B = 0;
const SET_A = 1;
const SET_C = 2;
const LATCHED = 3;
const STATES = 5;

/** Function characters by their values: ISO/IEC 15417:2007, 4.3.3, table 1. */
const CODE_VALUES = [100, 101, 99];
const SHIFT = 98;
/** In sets A and B; in set C the values are changes of the set, so that FNC4 does not exist there. */
const FNC4_VALUES = [100, 101];
const START_VALUES = [104, 103, 105];
const CHECK_MODULUS = 103;

/** Code 128 in the fewest symbols; bytes from 128 by FNC4 (ISO/IEC 15417:2007, 4.3.4.2), which most scanners read as ISO 8859-1. */
export function encodeCode128(bytes: Uint8Array): BarsSymbol | UnfitSymbol {
  if (bytes.length > MAX_LINEAR_CHARACTERS) {
    return unfit({ code: "too-long", length: bytes.length, limit: MAX_LINEAR_CHARACTERS });
  }
  const values = spellCode128(bytes);
  // The start counts once, then each value by its place: annex A.
  const check = values.reduce((sum, value, at) => sum + value * Math.max(1, at), 0) % CHECK_MODULUS;
  return barsOfWidths([...values, check].map((value) => PATTERNS[value] ?? "").join("") + STOP_PATTERN);
}

/** The values of start, changes, shifts and characters, without check and stop. */
function spellCode128(bytes: Uint8Array): readonly number[] {
  const starts = [
    [SET_B, 1],
    [SET_C, 1],
    [SET_A, 1],
  ] as const;
  const spelled = cheapestSpelling<readonly number[]>(bytes.length, STATES, starts, (at, state) => stepsFrom(bytes, at, state));
  return spelled === null ? [] : [START_VALUES[spelled.start] ?? 0, ...spelled.steps.flatMap(({ emit }) => emit)];
}

function* stepsFrom(bytes: Uint8Array, at: number, state: number): Generator<SpellingStep<readonly number[]>> {
  const set = state % LATCHED;
  const latch = state - set;
  const step = (to: number, advance: number, ...emit: readonly number[]) => ({ to, advance, cost: emit.length, emit });
  for (const [to, value] of CODE_VALUES.entries()) {
    // What a latched FNC4 means to the digits of set C is not said, and readers differ: it is ended before.
    if (to !== set && (to !== SET_C || latch === 0)) yield step(latch + to, 0, value);
  }
  if (set === SET_C) {
    const pair = digitPair(bytes, at);
    if (pair !== null) yield step(state, 2, pair);
    return;
  }
  const function4 = FNC4_VALUES[set] ?? 0;
  yield step(latch === 0 ? state + LATCHED : set, 0, function4, function4);
  const byte = bytes[at] ?? 0;
  // FNC4 turns the meaning of one character, also back while it is latched.
  const isTurned = byte >= 128 === (latch === 0);
  const prefix = isTurned ? [function4] : [];
  const here = valueIn(set, byte & 127);
  if (here !== null) yield step(state, 1, ...prefix, here);
  const there = valueIn(set === SET_A ? SET_B : SET_A, byte & 127);
  if (there !== null) yield step(state, 1, ...prefix, SHIFT, there);
}

/** The value of an ASCII character in set A (controls, digits, capitals) or B (digits, all letters). */
function valueIn(set: number, ascii: number): number | null {
  if (ascii < 32) return set === SET_A ? ascii + 64 : null;
  return ascii < 96 || set === SET_B ? ascii - 32 : null;
}

function digitPair(bytes: Uint8Array, at: number): number | null {
  const [tens = 0, ones = 0] = [bytes[at], bytes[at + 1]];
  const areDigits = tens >= 0x30 && tens <= 0x39 && ones >= 0x30 && ones <= 0x39;
  return areDigits ? (tens - 0x30) * 10 + ones - 0x30 : null;
}
