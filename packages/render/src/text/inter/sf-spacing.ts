/** Kinds of characters that Apple's font spaces in another way than Inter does. */
export type SpacingClass = "one" | "digit" | "capital" | "small" | "space" | "other";

/**
 * How much wider (or narrower) a character of Apple's font is than Inter's, in em. Wallet draws with San Francisco, which
 * nobody may ship; with these corrections lines of Inter come out as long as on the phone.
 * Measured on the pictures in the corpus; see docs/decisions/0021.
 */
export type Spacing = Readonly<Record<SpacingClass, number>>;

export function spacingClassOf(codePoint: number): SpacingClass {
  if (codePoint === 0x31) return "one";
  if (codePoint >= 0x30 && codePoint <= 0x39) return "digit";
  if (codePoint >= 0x41 && codePoint <= 0x5a) return "capital";
  if (codePoint >= 0x61 && codePoint <= 0x7a) return "small";
  return codePoint === 0x20 ? "space" : "other";
}
