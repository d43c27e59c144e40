/**
 * Whether a regular expression from an uploaded schema may be run at all. JavaScript's engines backtrack: `(a+)+$` takes
 * 2ⁿ steps over n letters (ReDoS, CWE-1333) and hangs the process that validates. Refused are references back, repeated
 * groups whose rounds can be told apart in more than one way, and more freedom in one expression than four endless
 * repetitions have: over a text of 256 characters (longer ones are not matched at all) that takes half a second at worst.
 *
 * @returns what is wrong with the pattern, or null.
 */
export function findPatternDanger(pattern: string): string | null {
  if (pattern.length > 500) return "is longer than 500 characters";
  return isPattern(pattern) ? new PatternReader(pattern).read() : "is not a regular expression";
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").unicode;
  } catch {
    return false;
  }
}

interface Atom {
  readonly source: string;
  /** The atom itself may stand for texts of different length. */
  readonly varies: boolean;
  /** The atom, or something in it, may. */
  readonly isFree: boolean;
  /** Exactly one fixed character. */
  readonly literal: string | null;
}

/** One alternative of a group: its atoms in order. */
type Alternative = readonly Atom[];

/** The choices an endless repetition has, as a power of two, over 256 characters and counted together with others. */
const ENDLESS_BITS = 6.5;
const MAX_BITS = 4 * ENDLESS_BITS;

class PatternReader {
  readonly #pattern: string;
  #offset = 0;
  #bits = 0;
  #danger: string | null = null;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): string | null {
    this.#readAlternatives();
    if (this.#danger !== null) return this.#danger;
    return this.#bits > MAX_BITS ? "leaves too much open: too many repetitions, options and alternatives" : null;
  }

  #readAlternatives(): readonly Alternative[] {
    const alternatives: Atom[][] = [[]];
    while (this.#offset < this.#pattern.length && this.#pattern[this.#offset] !== ")") {
      if (this.#pattern[this.#offset] === "|") {
        this.#offset += 1;
        alternatives.push([]);
      } else {
        alternatives.at(-1)?.push(this.#readAtom());
      }
    }
    if (!haveDistinctStarts(alternatives)) this.#bits += Math.log2(alternatives.length);
    return alternatives;
  }

  #readAtom(): Atom {
    const start = this.#offset;
    const inner = this.#pattern[start] === "(" ? this.#readGroup() : null;
    if (inner === null) this.#readCharacter();
    const source = this.#pattern.slice(start, this.#offset);
    const { bits, isRepeated } = this.#readQuantifier();
    this.#bits += bits;
    if (isRepeated && inner !== null && !isUnambiguous(inner)) {
      this.#danger ??= `has ${JSON.stringify(this.#pattern.slice(start, this.#offset))}, which can take a text apart in too many ways`;
    }
    const isLiteral = inner === null && bits === 0 && /^(?:[^\\[.^$]|\\[^a-zA-Z0-9])$/u.test(source);
    const isFree = bits > 0 || (inner?.some((atoms) => atoms.some((atom) => atom.isFree)) ?? false);
    return { source, varies: bits > 0, isFree, literal: isLiteral ? source.slice(-1) : null };
  }

  #readGroup(): readonly Alternative[] {
    this.#offset += 1;
    const opening = /^\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:)/u.exec(this.#pattern.slice(this.#offset));
    this.#offset += opening?.[0].length ?? 0;
    const alternatives = this.#readAlternatives();
    this.#offset += 1;
    return alternatives;
  }

  #readCharacter(): void {
    const rest = this.#pattern.slice(this.#offset);
    if (/^\\(?:[1-9]|k<)/u.test(rest)) this.#danger ??= "refers back to a group";
    const match = /^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^])/u.exec(
      rest,
    );
    this.#offset += match?.[0].length ?? 1;
  }

  #readQuantifier(): { readonly bits: number; readonly isRepeated: boolean } {
    const match = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/u.exec(this.#pattern.slice(this.#offset));
    if (match === null) return { bits: 0, isRepeated: false };
    this.#offset += match[0].length;
    const [, sign, least, comma, most] = match;
    if (sign === "?") return { bits: 1, isRepeated: false };
    if (sign !== undefined || (comma === "," && most === "")) return { bits: ENDLESS_BITS, isRepeated: true };
    const maximum = Number(comma === "," ? most : least);
    return { bits: Math.min(ENDLESS_BITS, Math.log2(maximum - Number(least) + 1)), isRepeated: maximum > 1 };
  }
}

function haveDistinctStarts(alternatives: readonly Alternative[]): boolean {
  const starts = alternatives.map((atoms) => atoms[0]?.literal ?? null);
  return starts.every((letter) => letter !== null) && new Set(starts).size === starts.length;
}

/**
 * Whether a repeated group's rounds can only be told apart in one way: its alternatives begin with different fixed
 * characters and are of fixed length, or it is one alternative that begins with a fixed character which nothing of
 * varying length in it matches (`(-[a-z]+)*`).
 */
function isUnambiguous(alternatives: readonly Alternative[]): boolean {
  const isFixed = alternatives.every((atoms) => !atoms.some((atom) => atom.isFree));
  if (alternatives.length > 1) return isFixed && haveDistinctStarts(alternatives);
  if (isFixed) return true;
  const [atoms = []] = alternatives;
  const separator = atoms[0]?.literal ?? null;
  if (separator === null) return false;
  return atoms.every(
    (atom) =>
      !atom.isFree || (atom.varies && !atom.source.startsWith("(") && !new RegExp(`^(?:${atom.source})$`, "u").test(separator)),
  );
}
