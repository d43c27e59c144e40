import { cheapestSpelling, type SpellingStep } from "../cheapest-spelling.ts";
import { byteCodewords, numericCodewords } from "./pdf417-numbers.ts";
import { ALPHA, PUNCT, TEXT_FILL, TEXT_LATCHES, TEXT_SHIFTS, textValue } from "./pdf417-text.ts";

/** Switches of mode: ISO/IEC 15438:2015, 5.4.1, table 4. */
const TO_TEXT = 900;
const TO_BYTES = 901;
const TO_NUMERIC = 902;
const ONE_BYTE = 913;
const TO_BYTES_BY_SIX = 924;

/** A text state is twice the submode, plus one when half a codeword is written. */
const BYTES = 8;
const NUMERIC = 9;
const STATES = 10;

/** Digits that are converted together: 5.4.4. */
const NUMERIC_GROUP = 44;

/** Values of text, or a switch to another mode, or bytes in it. */
type Emit =
  | { readonly kind: "text"; readonly values: readonly number[] }
  | { readonly kind: "one-byte" }
  | { readonly kind: "switch" }
  | { readonly kind: "data" };

const SWITCH: Emit = { kind: "switch" };
const DATA: Emit = { kind: "data" };

/** The codewords of a payload, the fewest that the modes of PDF417 allow; a symbol begins in text mode, alpha (5.4.2.4). */
export function spellPdf417(bytes: Uint8Array): readonly number[] {
  const digits = digitRuns(bytes);
  // Costs are counted in halves of a codeword.
  const spelled = cheapestSpelling<Emit>(bytes.length, STATES, [[ALPHA * 2, 0]], (at, state) => {
    if (state === BYTES) return byteSteps(bytes.length - at);
    return state === NUMERIC ? numericSteps(digits[at] ?? 0) : textSteps(bytes[at] ?? 0, state);
  });
  return toCodewords(bytes, spelled?.steps ?? []);
}

function* textSteps(byte: number, state: number): Generator<SpellingStep<Emit>> {
  const submode = state >> 1;
  const isHalf = state & 1;
  const step = (to: number, advance: number, ...values: readonly number[]): SpellingStep<Emit> => ({
    to: to * 2 + ((isHalf + values.length) & 1),
    advance,
    cost: values.length,
    emit: { kind: "text", values },
  });
  for (const [from, to, value] of TEXT_LATCHES) if (from === submode) yield step(to, 0, value);
  const value = textValue(submode, byte);
  if (value !== null) yield step(submode, 1, value);
  for (const [from, to, shift] of TEXT_SHIFTS) {
    const shifted = from === submode ? textValue(to, byte) : null;
    if (shifted !== null) yield step(submode, 1, shift, shifted);
  }
  yield { to: BYTES, advance: 0, cost: isHalf + 2, emit: SWITCH };
  yield { to: NUMERIC, advance: 0, cost: isHalf + 2, emit: SWITCH };
  // Filling half a codeword of punctuation has latched to alpha.
  const after = isHalf === 1 && submode === PUNCT ? ALPHA : submode;
  yield { to: after * 2, advance: 1, cost: isHalf + 4, emit: { kind: "one-byte" } };
}

function* byteSteps(left: number): Generator<SpellingStep<Emit>> {
  if (left >= 6) yield { to: BYTES, advance: 6, cost: 10, emit: DATA };
  yield { to: BYTES, advance: 1, cost: 2, emit: DATA };
  yield { to: ALPHA * 2, advance: 0, cost: 2, emit: SWITCH };
  yield { to: NUMERIC, advance: 0, cost: 2, emit: SWITCH };
}

function* numericSteps(digits: number): Generator<SpellingStep<Emit>> {
  for (let count = 1; count <= Math.min(digits, NUMERIC_GROUP); count += 1) {
    yield { to: NUMERIC, advance: count, cost: 2 * (Math.floor(count / 3) + 1), emit: DATA };
  }
  yield { to: ALPHA * 2, advance: 0, cost: 2, emit: SWITCH };
  yield { to: BYTES, advance: 0, cost: 2, emit: SWITCH };
}

/** How many digits follow from each place on. */
function digitRuns(bytes: Uint8Array): Uint16Array {
  const runs = new Uint16Array(bytes.length + 1);
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const byte = bytes[at] ?? 0;
    runs[at] = byte >= 0x30 && byte <= 0x39 ? (runs[at + 1] ?? 0) + 1 : 0;
  }
  return runs;
}

function toCodewords(bytes: Uint8Array, steps: readonly SpellingStep<Emit>[]): readonly number[] {
  const codewords: number[] = [];
  let values: number[] = [];
  let at = 0;
  // Where the data of the byte or numeric mode that is on begin, and its state.
  let run: { readonly state: number; readonly from: number } | null = null;
  const endRun = () => {
    if (values.length % 2 === 1) values.push(TEXT_FILL);
    for (let pair = 0; pair < values.length; pair += 2) codewords.push((values[pair] ?? 0) * 30 + (values[pair + 1] ?? 0));
    values = [];
    if (run?.state === NUMERIC) codewords.push(TO_NUMERIC, ...numericCodewords(bytes.subarray(run.from, at), NUMERIC_GROUP));
    if (run?.state === BYTES) {
      const data = bytes.subarray(run.from, at);
      codewords.push(data.length % 6 === 0 ? TO_BYTES_BY_SIX : TO_BYTES, ...byteCodewords(data));
    }
    run = null;
  };
  for (const { to, advance, emit } of steps) {
    if (emit.kind === "text") values.push(...emit.values);
    if (emit.kind === "one-byte") {
      endRun();
      codewords.push(ONE_BYTE, bytes[at] ?? 0);
    }
    if (emit.kind === "switch") {
      endRun();
      if (to === BYTES || to === NUMERIC) run = { state: to, from: at };
      else codewords.push(TO_TEXT);
    }
    at += advance;
  }
  endRun();
  return codewords;
}
