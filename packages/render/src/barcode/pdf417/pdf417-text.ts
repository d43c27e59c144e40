/** The four submodes of text compaction, as indices of {@link TEXT_SETS}. */
export const ALPHA = 0;
export const LOWER = 1;
export const MIXED = 2;
export const PUNCT = 3;

/** The characters of each submode by their values; what is beyond them latches or shifts: ISO/IEC 15438:2015, 5.4.2, table 5. */
const TEXT_SETS = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ ",
  "abcdefghijklmnopqrstuvwxyz ",
  "0123456789&\r\t,:#-.$/+%*=^",
  ";<>@[\\]_`~!\r\t,:\n-.$/\"|*()?{}'",
];

/** Space stands at 26 in mixed mode too, after the latch at 25. */
const SPACE = 26;

/** From, to, value: the same table. */
export const TEXT_LATCHES: readonly (readonly [from: number, to: number, value: number])[] = [
  [ALPHA, LOWER, 27],
  [ALPHA, MIXED, 28],
  [LOWER, MIXED, 28],
  [MIXED, PUNCT, 25],
  [MIXED, LOWER, 27],
  [MIXED, ALPHA, 28],
  [PUNCT, ALPHA, 29],
];

/** For one character. */
export const TEXT_SHIFTS: readonly (readonly [from: number, to: number, value: number])[] = [
  [ALPHA, PUNCT, 29],
  [LOWER, PUNCT, 29],
  [MIXED, PUNCT, 29],
  [LOWER, ALPHA, 27],
];

/**
 * The value that fills the second half of a codeword: it shifts to punctuation, which the switch after it cancels; in the
 * punctuation submode itself it latches to alpha.
 */
export const TEXT_FILL = 29;

/** The value of a byte in a submode, or null. */
export function textValue(submode: number, byte: number): number | null {
  if (submode === MIXED && byte === 0x20) return SPACE;
  const value = TEXT_SETS[submode]?.indexOf(String.fromCharCode(byte)) ?? -1;
  return value < 0 ? null : value;
}
