import { PassError } from "../errors.ts";
import type { Finding } from "./rule.ts";

/** Rules by id to report, or to leave out; leaving out wins. */
export interface RuleSelection {
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
}

/** @throws {PassError} `ERR_PASS_RULE_UNKNOWN` when a rule is named that does not exist: a misspelt id must not pass for a clean check. */
export function assertKnownRules({ only = [], ignore = [] }: RuleSelection, known: { has(id: string): boolean }): void {
  const unknown = [...only, ...ignore].find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new PassError("ERR_PASS_RULE_UNKNOWN", `There is no rule "${unknown}".`, { details: { rule: unknown } });
  }
}

export function selectFindings(findings: readonly Finding[], { only, ignore }: RuleSelection): readonly Finding[] {
  const wanted = only === undefined ? null : new Set(only);
  const unwanted = new Set(ignore);
  return findings.filter(({ rule }) => (wanted?.has(rule) ?? true) && !unwanted.has(rule));
}
