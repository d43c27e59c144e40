import { parseRuleText } from "./parse-rule-text.ts";
import type { Rule, RuleKind, RuleSet, SpellOutRules } from "./rule.ts";

/**
 * Reads rules of CLDR for writing numbers in words: a line with the name of each set (`%spellout-numbering`), then a line for each
 * rule, its descriptor and its text with a space between (`100 ←←hundert[→→]`).
 * Source: UTS #35 Part 3, Rule-Based Number Formatting; the details are those of ICU (NFRuleSet, NFRule).
 *
 * @example
 * ```ts
 * const rules = parseRules("en", "%spellout-numbering\n0 none\n1 one\n2 many");
 * ```
 */
export function parseRules(locale: string, text: string): SpellOutRules {
  const sets = new Map<string, RuleSet>();
  // A set becomes one for fractions when a rule above it says so, as in ICU, which reads from the top.
  const fractionSets = new Set<string>();
  for (const block of text.split(/^(?=%)/mu)) {
    const [name = "", ...lines] = block.split("\n");
    if (!name.startsWith("%")) continue;
    sets.set(name, parseSet(name, lines, fractionSets));
  }
  return { locale, sets };
}

function parseSet(name: string, lines: readonly string[], fractionSets: Set<string>): RuleSet {
  const isFraction = fractionSets.has(name);
  const [rules, special]: [Rule[], Rule[]] = [[], []];
  for (const line of lines) {
    const space = line.indexOf(" ");
    if (space === -1) continue;
    const descriptor = parseDescriptor(line.slice(0, space));
    if (descriptor === null) continue;
    // An apostrophe keeps the spaces after it.
    const text = line.slice(space + 1).replace(/^'/u, "");
    const before = rules.at(-1) ?? null;
    for (const [kind, base, body] of splitBrackets(descriptor, text, isFraction)) {
      const { parts, fractions } = parseRuleText(body, { kind, set: name, isFraction });
      for (const fraction of fractions) fractionSets.add(fraction);
      const list = kind === "normal" ? rules : special;
      list.push({ ...descriptor, kind, base, parts, before });
    }
  }
  return { name, rules, special, isFraction };
}

interface Descriptor {
  readonly kind: RuleKind;
  readonly base: bigint;
  readonly radix: bigint;
  readonly divisor: bigint;
  readonly point: string;
}

const SPECIAL: Readonly<Record<string, RuleKind>> = { "-x": "negative", Inf: "infinite", NaN: "none" };
const FRACTION = /^(?<whole>[x0])(?<point>[.,])(?<fraction>[x0])$/u;
const NORMAL = /^(?<base>\d{1,19})(?:\/(?<radix>[\d,]{1,12}))?(?<less>>*)$/u;

/** Null for what is none; other parts of the rules still hold. */
function parseDescriptor(text: string): Descriptor | null {
  const kind = Object.hasOwn(SPECIAL, text) ? SPECIAL[text] : undefined;
  if (kind !== undefined) return { kind, base: 0n, radix: 10n, divisor: 1n, point: "" };
  const fraction = FRACTION.exec(text)?.groups;
  if (fraction !== undefined) {
    const kind = fraction["fraction"] === "0" ? "default" : fraction["whole"] === "0" ? "proper" : "improper";
    return { kind, base: 0n, radix: 10n, divisor: 1n, point: fraction["point"] ?? "" };
  }
  const normal = NORMAL.exec(text)?.groups;
  if (normal === undefined) return null;
  const base = BigInt(normal["base"] ?? "0");
  const radix = BigInt((normal["radix"] ?? "10").replaceAll(",", "") || "10");
  const divisor = divisorOf(base, radix, normal["less"]?.length ?? 0);
  return { kind: "normal", base, radix, divisor, point: "" };
}

/** The greatest power of the radix that is not above the base, less the steps that `>` takes back. */
function divisorOf(base: bigint, radix: bigint, less: number): bigint {
  if (radix < 2n) return 1n;
  const powers = [1n];
  for (let power = radix; power <= base; power *= radix) powers.push(power);
  return powers[Math.max(powers.length - 1 - less, 0)] ?? 1n;
}

type Variant = readonly [kind: RuleKind, base: bigint, text: string];

/**
 * A text with brackets is two rules: one without what is in them, for the multiples of the divisor, and one with it. Behind a bar in
 * the brackets stands what the first one has instead.
 */
function splitBrackets({ kind, base, divisor }: Descriptor, text: string, isFraction: boolean): readonly Variant[] {
  const open = text.indexOf("[");
  const close = text.indexOf("]", open);
  if (open === -1 || close === -1) return [[kind, base, text]];
  const inside = text.slice(open + 1, close);
  const bar = inside.indexOf("|");
  const around = (middle: string): string => text.slice(0, open) + middle + text.slice(close + 1);
  const full = around(bar === -1 ? inside : inside.slice(0, bar));
  const short = around(bar === -1 ? "" : inside.slice(bar + 1));
  if (kind === "normal" && base > 0n && base % divisor === 0n) {
    return [
      [kind, base, short],
      [kind, isFraction ? base : base + 1n, full],
    ];
  }
  if (kind === "improper")
    return [
      ["proper", base, short],
      [kind, base, full],
    ];
  if (kind === "default")
    return [
      [kind, base, short],
      ["improper", base, full],
    ];
  return [[kind, base, full]];
}
