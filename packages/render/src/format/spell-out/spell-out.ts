import { decimalDigits } from "../decimal.ts";
import { findRule } from "./find-rule.ts";
import type { PluralChoice, Quantity, Rule, RulePart, SpellOutRules, Substitution, SubstitutionKind } from "./rule.ts";

/** Digits of the language, for what rules leave in digits. */
export interface DigitWriter {
  /** Writes a number by a pattern of CLDR (`#,##0.#`). */
  readonly pattern: (value: Quantity, pattern: string) => string;
  /** The decimal separator. */
  readonly point: string;
}

/** Rules that call one another deeper than this go round in circles (ICU has the same bound). */
const MAX_DEPTH = 64;

/** Rules that call two others each could go on for ever within that depth; real ones apply a hundred rules at most. */
const MAX_STEPS = 10_000;

/** Beyond 64 bits ICU writes digits, whatever the rules say. */
const LARGEST = 2n ** 63n;

/** The set that is meant where none is named, as in Foundation (ICU: RuleBasedNumberFormat::initDefaultRuleSet). */
const DEFAULT_SET = "%spellout-numbering";

/**
 * A number in words: "twenty-one". Null where the rules have no words for it.
 *
 * The words hold soft hyphens (U+00AD) where the language may break them, as a device's do.
 *
 * @example
 * ```ts
 * const rules = parseRules("en", "%spellout-numbering\n-x minus →→\n0 none\n1 one\n2 many");
 * spellOut(-2, rules, { pattern: (value) => String(value), point: "." }); // "minus many"
 * ```
 */
export function spellOut(value: number, rules: SpellOutRules, digits: DigitWriter): string | null {
  const quantity = toWhole(value);
  if (typeof quantity === "bigint" && (quantity >= LARGEST || quantity < -LARGEST)) return null;
  return new Speller(rules, digits).write(quantity, DEFAULT_SET, 0);
}

class Speller {
  readonly #rules: SpellOutRules;
  readonly #digits: DigitWriter;
  #steps = 0;

  constructor(rules: SpellOutRules, digits: DigitWriter) {
    this.#rules = rules;
    this.#digits = digits;
  }

  /** Null as soon as any part of the number has no words. */
  write(value: Quantity, setName: string, depth: number): string | null {
    const set = this.#rules.sets.get(setName);
    if (set === undefined || depth > MAX_DEPTH) return null;
    const rule = findRule(set, value, this.#digits.point);
    return rule === null ? null : this.#applyRule(rule, value, depth + 1);
  }

  #applyRule(rule: Rule, value: Quantity, depth: number): string | null {
    if (depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return null;
    let text = "";
    for (const part of rule.parts) {
      const written = this.#writePart(part, rule, value, depth);
      if (written === null) return null;
      text += written;
    }
    return text;
  }

  #writePart(part: RulePart, rule: Rule, value: Quantity, depth: number): string | null {
    if (typeof part === "string") return part;
    return part.part === "plural" ? this.#choosePlural(part, rule, value) : this.#substitute(part, rule, value, depth);
  }

  #choosePlural({ type, forms }: PluralChoice, rule: Rule, value: Quantity): string {
    const count = typeof value === "bigint" ? Number(value / rule.divisor) : pluralCount(value, Number(rule.divisor));
    return forms.get(new Intl.PluralRules(this.#rules.locale, { type }).select(count)) ?? forms.get("other") ?? "";
  }

  #substitute(part: Substitution, rule: Rule, value: Quantity, depth: number): string | null {
    const { kind, target } = part;
    if (kind === "digits" || kind === "digits-close") return this.#writeFractionDigits(part, value, depth);
    const changed = toWhole(TRANSFORMS[part.kind](value, rule, part));
    if (target.by === "pattern") return this.#digits.pattern(changed, target.pattern);
    if (target.by === "set") return this.#writeInSet(part.withZeros ? rule.base : 0n, changed, target.name, depth);
    return rule.before === null ? null : this.#applyRule(rule.before, changed, depth);
  }

  /** The digits behind the point, each by its own name; "zero" when there are none. */
  #writeFractionDigits({ kind, target }: Substitution, value: Quantity, depth: number): string | null {
    if (target.by !== "set") return null;
    const fraction = typeof value === "bigint" ? "" : decimalDigits(value).fraction;
    const words = Array.from(fraction || "0", (digit) => this.write(BigInt(digit), target.name, depth));
    return words.includes(null) ? null : words.join(kind === "digits" ? " " : "");
  }

  /** A number, after the zeros that stand between the point and a numerator; the denominator is 0 where none are wanted. */
  #writeInSet(denominator: bigint, numerator: Quantity, set: string, depth: number): string | null {
    const words = this.write(numerator, set, depth);
    if (words === null || denominator === 0n) return words;
    const zero = `${this.write(0n, set, depth) ?? ""} `;
    const size = BigInt(Math.round(Number(numerator)));
    let count = 0;
    if (size > 0n) for (let next = size * 10n; next < denominator; next *= 10n) count++;
    return zero.repeat(count) + words;
  }
}

/** A plural within a fraction counts its numerator. */
function pluralCount(value: number, divisor: number): number {
  return value >= 0 && value < 1 ? Math.round(value * divisor) : Math.trunc(value / divisor);
}

type Transform = (value: Quantity, rule: Rule, part: Substitution) => Quantity;

const TRANSFORMS: Readonly<Record<SubstitutionKind, Transform>> = {
  same: (value) => value,
  digits: (value) => value,
  "digits-close": (value) => value,
  absolute: (value) => (value < 0 ? -value : value),
  integral: (value) => (typeof value === "bigint" ? value : Math.floor(value)),
  fraction: (value) => (typeof value === "bigint" ? 0n : value - Math.floor(value)),
  multiplier: (value, { divisor }, { target }) => {
    if (typeof value === "bigint") return value / divisor;
    const quotient = value / Number(divisor);
    return target.by === "set" ? Math.floor(quotient) : quotient;
  },
  modulus: (value, { divisor }) => (typeof value === "bigint" ? value % divisor : value % Number(divisor)),
  numerator: (value, { base }) => Math.round(Number(value) * Number(base)),
};

function toWhole(value: Quantity): Quantity {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
}
