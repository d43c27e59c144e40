import { INSTALL_STEPS, type Finding, type InstallStep, type RuleOver } from "./rule.ts";

/** Will Wallet install it? `depends`: only on devices that hold what the pass lacks. */
export type Installs = "yes" | "no" | "depends";

export interface StepOutcome {
  readonly step: InstallStep;
  /** `not-reached`: an earlier step refuses, so no device comes here. */
  readonly outcome: "passed" | "refused" | "depends" | "not-reached";
  /** The rules that decided it. */
  readonly because: readonly string[];
}

export interface Verdict {
  readonly installs: Installs;
  /** The first step that refuses. */
  readonly refusedAt: InstallStep | null;
  readonly steps: readonly StepOutcome[];
}

/** The steps that say something about files which are still to be signed. */
export const SOURCE_STEPS: readonly InstallStep[] = ["files", "json", "required"];

/**
 * Walks the steps that a device walks. Only rules whose effect is `refuses` are asked; the first step with a finding of
 * theirs refuses and the walk ends there.
 *
 * @param moment `signing`: as on the day of signing, leaving out what holds only today.
 */
export function judge(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Pick<RuleOver<never>, "step" | "refusal">>,
  moment: "now" | "signing",
  walked: readonly InstallStep[] = INSTALL_STEPS,
): Verdict {
  const refusing = new Map<InstallStep, Set<string>>();
  const depending = new Map<InstallStep, Set<string>>();
  for (const { rule: id } of findings) {
    const rule = rules.get(id);
    if (rule?.step === undefined || (rule.refusal === "now" && moment === "signing")) continue;
    const target = rule.refusal === "some-devices" ? depending : refusing;
    target.set(rule.step, (target.get(rule.step) ?? new Set()).add(id));
  }
  const refusedAt = walked.find((step) => refusing.has(step)) ?? null;
  const end = refusedAt === null ? walked.length : walked.indexOf(refusedAt);
  const steps = walked.map((step, index): StepOutcome => {
    if (index > end) return { step, outcome: "not-reached", because: [] };
    if (index === end) return { step, outcome: "refused", because: [...(refusing.get(step) ?? [])] };
    const because = [...(depending.get(step) ?? [])];
    return { step, outcome: because.length > 0 ? "depends" : "passed", because };
  });
  const depends = steps.some(({ outcome }) => outcome === "depends");
  return { installs: refusedAt !== null ? "no" : depends ? "depends" : "yes", refusedAt, steps };
}
