import type { PluralChoice, RuleKind, RulePart, Substitution, SubstitutionKind, SubstitutionTarget } from "./rule.ts";

/** Where a text stands. */
export interface RulePlace {
  readonly kind: RuleKind;
  /** Name of its set. */
  readonly set: string;
  readonly isFraction: boolean;
}

/** A rule's text in its parts, and the sets that it makes write fractions. */
export interface RuleText {
  readonly parts: readonly RulePart[];
  readonly fractions: readonly string[];
}

/** A substitution is what stands between two arrows (or equals signs): nothing, the name of a set, or a pattern for digits. */
const TOKEN =
  /→→→|(?<sign>[←→=])(?<body>(?:%[^←→=]*|[#0][^←→=]*)?)\k<sign>(?<zeros>(?:(?<=←)←(?![%#0←]))?)|\$\((?<type>cardinal|ordinal),(?<forms>[^$]*)\)\$/gu;

/** More substitutions a rule does not have; what looks like a third one is text. */
const MAX_SUBSTITUTIONS = 2;

/** Reads the text of a rule without brackets. */
export function parseRuleText(text: string, place: RulePlace): RuleText {
  const parts: RulePart[] = [];
  const fractions: string[] = [];
  let end = 0;
  let count = 0;
  for (const match of text.matchAll(TOKEN)) {
    const part = toPart(match, place);
    if (part === null || (part.part === "substitution" && ++count > MAX_SUBSTITUTIONS)) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(part);
    end = match.index + match[0].length;
    if (part.part === "substitution" && part.kind === "fraction" && part.target.by === "set") fractions.push(part.target.name);
  }
  if (end < text.length) parts.push(text.slice(end));
  return { parts, fractions };
}

function toPart(match: RegExpExecArray, place: RulePlace): Substitution | PluralChoice | null {
  const { type, forms, sign = "→", body = "", zeros = "" } = match.groups ?? {};
  if (type !== undefined) {
    return { part: "plural", type: type === "ordinal" ? "ordinal" : "cardinal", forms: parseForms(forms ?? "") };
  }
  const isBefore = match[0] === "→→→";
  const target = isBefore ? ({ by: "rule-before" } as const) : parseTarget(body, place.set);
  const kind = kindOf(sign, target, place);
  if (kind === null) return null;
  return {
    part: "substitution",
    kind,
    target: isBefore && kind === "digits-close" ? { by: "set", name: place.set } : target,
    withZeros: zeros !== "",
  };
}

function parseTarget(body: string, set: string): SubstitutionTarget {
  if (body === "") return { by: "set", name: set };
  return body.startsWith("%") ? { by: "set", name: body } : { by: "pattern", pattern: body };
}

/** Null where the rules of CLDR forbid it; it is text then. */
function kindOf(sign: string, target: SubstitutionTarget, { kind, set, isFraction }: RulePlace): SubstitutionKind | null {
  const splits = kind === "improper" || kind === "proper" || kind === "default";
  if (sign === "=") return "same";
  if (sign === "←") return kind === "negative" ? null : splits ? "integral" : isFraction ? "numerator" : "multiplier";
  if (kind === "negative") return "absolute";
  if (!splits) return isFraction ? null : "modulus";
  if (target.by === "rule-before") return "digits-close";
  return target.by === "set" && target.name === set ? "digits" : "fraction";
}

/** `one{…}few{…}other{…}` */
function parseForms(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(\w+)\s*\{([^}]*)\}/gu)].map(([, name = "", form = ""]) => [name, form]));
}
