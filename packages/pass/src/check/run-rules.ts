import { toJsonPointer } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import { INSTALL_STEPS, type Finding, type FindingParams, type Hit, type RuleOver, type Where } from "./rule.ts";

export const CHECK_LIMITS = {
  /** Findings that one rule may make: a file of a million equal faults is told once, not a million times. */
  findingsPerRule: 100,
  /** Characters of one text in a finding's parameters. */
  paramCharacters: 500,
} as const;

export interface RuleRun {
  readonly findings: readonly Finding[];
  /** Rules that found more than {@link CHECK_LIMITS.findingsPerRule}. */
  readonly cut: readonly string[];
}

/** JSON files whose values have positions, by path. */
export interface Documents {
  get(file: string): PassDocument | undefined;
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

/**
 * Runs rules over facts: one finding per fault, what a narrower rule says at a place said once, what refuses first in
 * the order of the steps, then by severity.
 */
export function runRules<Facts>(rules: readonly RuleOver<Facts>[], facts: Facts, documents: Documents = new Map()): RuleRun {
  const found: { readonly rule: RuleOver<Facts>; readonly finding: Finding }[] = [];
  const cut: string[] = [];
  for (const rule of rules) {
    let count = 0;
    for (const hit of rule.check(facts)) {
      if (count === CHECK_LIMITS.findingsPerRule) {
        cut.push(rule.id);
        break;
      }
      count += 1;
      found.push({ rule, finding: toFinding(rule, hit, documents) });
    }
  }
  const silenced = new Set<string>();
  const exact = new Map<string, number>();
  for (const { rule, finding } of found) {
    for (const id of rule.narrows ?? []) silenced.add(placeOf(id, finding.where));
    if (rule.general === true) continue;
    const place = placeOf("", finding.where);
    exact.set(place, Math.min(SEVERITY_ORDER[rule.severity], exact.get(place) ?? SEVERITY_ORDER.info));
  }
  const isSaid = ({ rule, finding }: (typeof found)[number]) => {
    if (silenced.has(placeOf(rule.id, finding.where))) return true;
    const other = rule.general === true ? exact.get(placeOf("", finding.where)) : undefined;
    return other !== undefined && other <= SEVERITY_ORDER[rule.severity];
  };
  const findings = found
    .filter((candidate) => !isSaid(candidate))
    .toSorted((a, b) => rankOf(a.rule) - rankOf(b.rule))
    .map(({ finding }) => finding);
  return { findings, cut };
}

function toFinding<Facts>(rule: RuleOver<Facts>, hit: Hit, documents: Documents): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    effect: rule.effect,
    where: withPosition(hit.where ?? {}, documents),
    params: clipParams(hit.params ?? {}),
  };
}

function withPosition(where: Where, documents: Documents): Where {
  if (where.line !== undefined || where.file === undefined || where.path === undefined) return where;
  const position = documents.get(where.file)?.position(where.path);
  return position === undefined ? where : { ...where, line: position.line, column: position.column };
}

function clipParams(params: FindingParams): FindingParams {
  const limit = CHECK_LIMITS.paramCharacters;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      typeof value === "string" && value.length > limit ? [name, `${value.slice(0, limit)}…`] : [name, value],
    ),
  );
}

function placeOf(rule: string, where: Where): string {
  return JSON.stringify([rule, where.file ?? "", where.path === undefined ? "" : toJsonPointer(where.path)]);
}

function rankOf<Facts>(rule: RuleOver<Facts>): number {
  if (rule.step !== undefined) return INSTALL_STEPS.indexOf(rule.step);
  return INSTALL_STEPS.length + SEVERITY_ORDER[rule.severity];
}
