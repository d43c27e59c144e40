import type { Quantity, Rule, RuleKind, RuleSet } from "./rule.ts";

/**
 * The rule of a set that writes a number, as ICU finds it (NFRuleSet::findDoubleRule and findNormalRule); null when none does.
 *
 * @param point the decimal separator of the language: a set may have a rule for each.
 */
export function findRule(set: RuleSet, value: Quantity, point: string): Rule | null {
  const special = (kind: RuleKind): Rule | undefined => {
    const rules = set.special.filter((rule) => rule.kind === kind);
    return rules.find((rule) => rule.point === point) ?? rules[0];
  };
  if (set.isFraction) return findFractionRule(set.rules, Number(value));
  if (Number.isNaN(value)) return special("none") ?? null;
  const negative = value < 0 ? special("negative") : undefined;
  if (negative !== undefined) return negative;
  // Where no rule is for negative numbers they are spelt as positive ones.
  const size = value < 0 ? -value : value;
  if (size === Infinity) return special("infinite") ?? null;
  if (typeof size === "number") {
    const fraction = (size < 1 ? special("proper") : undefined) ?? special("improper");
    if (fraction !== undefined) return fraction;
  }
  const rule = typeof size === "number" ? special("default") : undefined;
  return (
    rule ??
    findNormalRule(set.rules, typeof size === "bigint" ? size : BigInt(Math.floor(size + 0.5))) ??
    special("default") ??
    null
  );
}

/** The last rule whose base is not above the number, or the one before it: see {@link mustStepBack}. */
function findNormalRule(rules: readonly Rule[], value: bigint): Rule | null {
  let [low, high] = [0, rules.length];
  // The search is ICU's to the letter: of two rules with one base it decides which is met.
  while (low < high) {
    const middle = (low + high) >>> 1;
    const rule = rules[middle];
    if (rule === undefined || rule.base === value) return rule ?? null;
    if (rule.base > value) high = middle;
    else low = middle + 1;
  }
  const rule = rules[high - 1] ?? null;
  return rule !== null && mustStepBack(rule, value) ? (rules[high - 2] ?? null) : rule;
}

/** A rule that would leave nothing for its remainder, and whose base is no multiple, gives way to the one before: "two hundred". */
function mustStepBack({ parts, base, divisor }: Rule, value: bigint): boolean {
  const hasModulus = parts.some((part) => typeof part !== "string" && part.part === "substitution" && part.kind === "modulus");
  return hasModulus && value % divisor === 0n && base % divisor !== 0n;
}

/**
 * Of a set whose bases are denominators the one that comes nearest to the fraction. In ICU the product of numerator and base runs
 * over 64 bits when the fraction is long; what it then chooses is what a device shows, so it runs over here too.
 */
function findFractionRule(rules: readonly Rule[], value: number): Rule | null {
  const denominator = rules.reduce((multiple, { base }) => leastCommonMultiple(multiple, base), 1n);
  const numerator = BigInt(Math.floor(value * Number(denominator) + 0.5));
  let winner = 0;
  let nearest = BigInt(Number.MAX_SAFE_INTEGER);
  for (const [index, { base }] of rules.entries()) {
    const rest = BigInt.asIntN(64, numerator * base) % denominator;
    const distance = rest < denominator - rest ? rest : denominator - rest;
    if (distance >= nearest) continue;
    [winner, nearest] = [index, distance];
    if (distance === 0n) break;
  }
  const rule = rules[winner];
  const next = rules[winner + 1];
  if (rule === undefined) return null;
  // Of two rules with one denominator the first is for one of them, the second for more.
  const count = Number(rule.base) * value;
  return next?.base === rule.base && (count < 0.5 || count >= 2) ? next : rule;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  if (a === 0n || b === 0n) return a === 0n ? b : a;
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
