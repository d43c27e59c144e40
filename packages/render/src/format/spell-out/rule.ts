/** What a number is while it is being spelt: a whole one exactly, any other as the engine holds it (infinite ones too). */
export type Quantity = bigint | number;

/** Which numbers a rule is for. */
export type RuleKind = "normal" | "negative" | "improper" | "proper" | "default" | "infinite" | "none";

/** How a substitution makes the number that it writes from the one it is given. */
export type SubstitutionKind =
  | "same"
  | "absolute"
  | "integral"
  | "fraction"
  | "digits"
  | "digits-close"
  | "multiplier"
  | "modulus"
  | "numerator";

/** What writes the number of a substitution. */
export type SubstitutionTarget =
  | { readonly by: "set"; readonly name: string }
  | { readonly by: "pattern"; readonly pattern: string }
  /** `→→→`: the rule before this one, whatever the number. */
  | { readonly by: "rule-before" };

export interface Substitution {
  readonly part: "substitution";
  readonly kind: SubstitutionKind;
  readonly target: SubstitutionTarget;
  /** `←%set←←`: zeros that lead a numerator are written too. */
  readonly withZeros: boolean;
}

/** `$(cardinal,one{…}other{…})$`: the form that the count asks for. */
export interface PluralChoice {
  readonly part: "plural";
  readonly type: Intl.PluralRuleType;
  readonly forms: ReadonlyMap<string, string>;
}

export type RulePart = string | Substitution | PluralChoice;

export interface Rule {
  readonly kind: RuleKind;
  /** From which number on a normal rule holds; the denominator in a set for fractions. */
  readonly base: bigint;
  readonly radix: bigint;
  /** `radix ** exponent`: by what the number is divided. */
  readonly divisor: bigint;
  /** Between the whole and the fraction of the descriptor (`x,x`). */
  readonly point: string;
  readonly parts: readonly RulePart[];
  /** The rule that stands before it in its set; for `→→→`. */
  readonly before: Rule | null;
}

export interface RuleSet {
  readonly name: string;
  /** Normal rules, by rising base. */
  readonly rules: readonly Rule[];
  readonly special: readonly Rule[];
  /** A set that writes fractions: the bases of its rules are denominators. */
  readonly isFraction: boolean;
}

/** The rules of a language by the names of their sets. */
export interface SpellOutRules {
  /** BCP 47 tag, for plurals and digits. */
  readonly locale: string;
  readonly sets: ReadonlyMap<string, RuleSet>;
}
