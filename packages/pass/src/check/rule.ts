import type { JsonPath } from "../model/json.ts";
import type { CheckSubject } from "./subject.ts";

/** error: refused, or a feature lost; warning: likely wrong or cut; info: advice. */
export type Severity = "error" | "warning" | "info";

/** What a fault does on a device. Only `refuses` decides the verdict, and only with good evidence. */
export type Effect = "refuses" | "loses" | "degrades";

/** The steps a device walks when it installs a pass, in order. */
export const INSTALL_STEPS = ["archive", "files", "json", "signature", "chain", "manifest", "identity", "required"] as const;
export type InstallStep = (typeof INSTALL_STEPS)[number];

/**
 * Where the statement of a rule comes from: Apple's documentation, Apple's open source tool, issue threads, counting
 * real passes, inference from a format, or sources that disagree.
 */
type Basis = "doc" | "apple-tool" | "community" | "observed" | "inferred" | "contradiction";

/** A place in a pass: a file, and inside a JSON file the value. */
export interface Where {
  /** Path inside the pass, such as `pass.json` or `en.lproj/pass.strings`. Absent: the pass as a whole. */
  readonly file?: string;
  /** Steps to the value inside a JSON file. */
  readonly path?: JsonPath;
  /** 1-based. Filled in by the checker from `path` where it can. */
  readonly line?: number;
  readonly column?: number;
}

/** Facts of one case, for the words and for programs. */
export type FindingParams = Readonly<Record<string, string | number | boolean>>;

/** What a rule's check yields: one per fault. Absent `where` means the pass as a whole. */
export interface Hit {
  readonly where?: Where;
  readonly params?: FindingParams;
}

/**
 * One rule over some facts, as a row of data. Its words are in `messages/en/<area>.ts`, its examples beside the tests.
 * Passes, bundles and deliveries have facts of their own; everything else about their rules is alike.
 */
export interface RuleOver<Facts> {
  /** Kebab-case, stable for ever: `color-hex`. */
  readonly id: string;
  readonly severity: Severity;
  readonly effect: Effect;
  /** The step that refuses; given exactly when `effect` is `refuses`. */
  readonly step?: InstallStep;
  /**
   * Narrows a refusal. `now`: it holds today and says nothing of the day of signing (an expired certificate).
   * `some-devices`: only devices that lack something refuse, and the verdict is `depends`.
   */
  readonly refusal?: "now" | "some-devices";
  readonly basis: Basis;
  /** The consequence was seen on a device, stated by Apple or reported from a test; otherwise it is only to be expected. */
  readonly confirmed: boolean;
  /** Pages that the statement rests on. */
  readonly sources: readonly string[];
  /** Rules that report the same fault less exactly: a finding of this rule at a place silences theirs there. */
  readonly narrows?: readonly string[];
  /**
   * Says in general what other rules say exactly (a value of a wrong type): silent wherever a rule that is not general
   * reports something at least as severe.
   */
  readonly general?: true;
  /** Yields one hit per fault. Never throws: the subject is hostile data. */
  readonly check: (facts: Facts) => Iterable<Hit>;
}

/** A rule about a pass. */
export type Rule = RuleOver<CheckSubject>;

/** The words of one rule. `{name}` stands for a parameter of the finding. */
export interface RuleWords {
  /** What is wrong, with the values of the case. */
  readonly message: string;
  /** What a device does with such a pass. */
  readonly device: string;
  /** Why that is so. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

/** One thing found in a pass. The words for it come from {@link describeFinding}. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly where: Where;
  readonly params: FindingParams;
}
