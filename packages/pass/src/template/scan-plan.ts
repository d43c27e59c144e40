import { PassError } from "../errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import type { Scope } from "./expression/scope.ts";
import { planMembers } from "./member-plan.ts";
import { parseScanRule, type ScanRule } from "./scan-rule.ts";

/** The `scan` member of a template.json, ready for one pass after another. */
export interface ScanPlan {
  /** Names that its expressions use. */
  readonly names: ReadonlySet<string>;
  /** Throws `ERR_PASS_TEMPLATE_INVALID` when it comes to no rule. */
  readonly rule: (scope: Scope) => ScanRule;
}

/**
 * Plans the rule; null without one. A rule that no value changes is read once, here.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID`; as `planJson`.
 */
export function planScan(settings: PassDocument): ScanPlan | null {
  const plan = planMembers("template.json", settings, ["scan"]);
  if (plan === null) return null;
  if (plan.constant !== null) {
    const constant = readRule(plan.constant);
    return { names: plan.names, rule: () => constant };
  }
  return { names: plan.names, rule: (scope) => readRule(plan.render(scope).text) };
}

function readRule(text: string): ScanRule {
  const { scan } = JSON.parse(text) as { readonly scan?: JsonValue };
  if (scan !== undefined) return parseScanRule(scan);
  throw new PassError("ERR_PASS_TEMPLATE_INVALID", "template.json: scan comes to nothing.", {
    details: { file: "template.json", reason: "scan comes to nothing" },
  });
}
