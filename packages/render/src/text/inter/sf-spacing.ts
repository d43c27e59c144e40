/** Kinds of characters that Apple's font spaces in another way than Inter does. */
export type SpacingClass = "digit" | "capital" | "small" | "space" | "other";

/**
 * How much wider (or narrower) characters of Apple's font are than Inter's in one cut, in em. Wallet draws with San Francisco,
 * which nobody may ship; with these corrections lines of Inter come out as long as on the phone. Fitted by least squares
 * to the widths of the texts in the pictures of the corpus, with a pull towards nothing; see docs/decisions/0021.
 */
export type Spacing = Readonly<Record<SpacingClass, number>>;

/** The same for single characters, in every cut, on top. */
const CHARACTERS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  Object.entries({
    "&": 0.013,
    "/": -0.016,
    "0": -0.01,
    "1": 0.064,
    "2": -0.007,
    "3": -0.005,
    "4": -0.014,
    "5": 0.011,
    "6": 0.009,
    "8": 0.011,
    "9": 0.006,
    A: -0.024,
    B: 0.011,
    D: -0.005,
    F: 0.006,
    G: 0.007,
    H: 0.017,
    I: 0.014,
    J: -0.008,
    K: 0.011,
    L: 0.017,
    M: -0.037,
    N: -0.017,
    R: 0.018,
    S: 0.016,
    T: -0.005,
    U: -0.012,
    W: 0.006,
    X: 0.012,
    Y: -0.02,
    a: -0.007,
    c: 0.005,
    g: 0.009,
    h: 0.006,
    m: -0.01,
    n: -0.008,
    o: 0.006,
    p: -0.019,
    r: 0.015,
    s: 0.008,
    t: 0.013,
    u: -0.011,
    v: -0.007,
  }),
);

/** The correction of a character's width, in em. */
export function spacingOf(character: string, spacing: Spacing): number {
  return spacing[classOf(character.codePointAt(0) ?? 0)] + (CHARACTERS.get(character) ?? 0);
}

function classOf(codePoint: number): SpacingClass {
  if (codePoint >= 0x30 && codePoint <= 0x39) return "digit";
  if (codePoint >= 0x41 && codePoint <= 0x5a) return "capital";
  if (codePoint >= 0x61 && codePoint <= 0x7a) return "small";
  return codePoint === 0x20 ? "space" : "other";
}
