import type { JobPreviewRequest } from "@passwright/server/client";
import { UsageError } from "../exit-code.ts";

type Segment = Extract<JobPreviewRequest, { readonly kind: "segment" }>;
type Rules = NonNullable<NonNullable<Segment["where"]>["values"]>;
type Rule = Rules[string];
type Scalar = string | number | boolean | null;

/** Signs of a rule, the longer ones first. */
const SIGNS: readonly { readonly sign: string; readonly toRule: (value: Scalar, text: string) => Rule }[] = [
  { sign: "!=", toRule: (value) => ({ not: value }) },
  { sign: ">=", toRule: (value) => ({ gte: toOrdered(value) }) },
  { sign: "<=", toRule: (value) => ({ lte: toOrdered(value) }) },
  { sign: ">", toRule: (value) => ({ gt: toOrdered(value) }) },
  { sign: "<", toRule: (value) => ({ lt: toOrdered(value) }) },
  { sign: "=", toRule: (value, text) => (text.includes("|") ? { in: text.split("|").map(toScalar) } : value) },
];

const FORMS = "Write name=value, name=one|other, name!=value, name>=value, name>value, name<=value, name<value or name.";

/**
 * Rules of `--where`: `section=B`, `section=A|B`, `points>=100`, `gate` (has a value). Numbers, true, false and null are what they
 * look like; in quotation marks they are texts.
 *
 * @throws {UsageError}
 */
export function parseWhere(given: readonly string[]): Rules {
  const rules = new Map<string, Rule>();
  for (const text of given) {
    const name = /^[\p{L}\p{N}_$. -]+/u.exec(text)?.[0] ?? "";
    const rest = text.slice(name.length);
    const known = SIGNS.find(({ sign }) => rest.startsWith(sign));
    if (name === "" || (known === undefined && rest !== "")) throw new UsageError(`--where: "${text}" is no rule`, FORMS);
    const value = rest.slice(known?.sign.length ?? 0);
    const rule = known === undefined ? { exists: true } : known.toRule(toScalar(value), value);
    rules.set(name, join(name, rules.get(name), rule));
  }
  return Object.fromEntries(rules);
}

/** Several rules about one value: `points>=100` and `points<200`. */
function join(name: string, before: Rule | undefined, rule: Rule): Rule {
  if (before === undefined) return rule;
  if (isRules(before) && isRules(rule)) return { ...before, ...rule };
  throw new UsageError(`--where: ${name} stands twice`, "Several values it may have are written as name=one|other.");
}

function isRules(rule: Rule): rule is Exclude<Rule, Scalar> {
  return typeof rule === "object" && rule !== null;
}

function toScalar(text: string): Scalar {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as Scalar;
  } catch {
    // A text without quotation marks.
  }
  return text;
}

function toOrdered(value: Scalar): number | string {
  return typeof value === "number" ? value : String(value);
}
