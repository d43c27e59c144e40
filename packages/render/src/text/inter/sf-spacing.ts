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
    " ": -0.006,
    "&": 0.014,
    "+": 0.005,
    "-": -0.021,
    ".": 0.006,
    "/": -0.014,
    "0": -0.029,
    "1": 0.049,
    "2": -0.025,
    "3": -0.022,
    "4": -0.028,
    "5": 0.011,
    "6": 0.01,
    "7": 0.042,
    "8": 0.011,
    "9": 0.044,
    A: -0.027,
    B: 0.018,
    C: -0.007,
    D: -0.005,
    E: -0.011,
    F: 0.005,
    G: -0.019,
    H: 0.016,
    I: 0.013,
    J: -0.01,
    K: 0.011,
    L: 0.021,
    M: -0.03,
    N: -0.009,
    R: 0.024,
    S: 0.016,
    U: -0.012,
    W: 0.007,
    X: 0.009,
    Y: -0.022,
    a: 0.005,
    c: 0.02,
    d: 0.012,
    e: -0.009,
    f: -0.033,
    h: 0.01,
    j: -0.015,
    m: -0.013,
    n: -0.016,
    o: 0.008,
    p: -0.013,
    r: 0.017,
    s: 0.023,
    u: -0.016,
    x: 0.008,
    "…": 0.016,
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
