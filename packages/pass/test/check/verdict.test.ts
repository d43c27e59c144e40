import { describe, expect, test } from "vitest";
import type { Finding, RuleOver } from "../../src/check/rule.ts";
import { judge, SOURCE_STEPS } from "../../src/check/verdict.ts";

const RULES: ReadonlyMap<string, Pick<RuleOver<never>, "step" | "refusal">> = new Map<
  string,
  Pick<RuleOver<never>, "step" | "refusal">
>([
  ["advice", {}],
  ["bad-json", { step: "json" }],
  ["bad-hash", { step: "manifest" }],
  ["other-hash", { step: "manifest" }],
  ["expired", { step: "chain", refusal: "now" }],
  ["no-wwdr", { step: "chain", refusal: "some-devices" }],
]);

const found = (...rules: string[]): Finding[] =>
  rules.map((rule) => ({ rule, severity: "error", effect: "refuses", where: {}, params: {} }));
const verdict = (rules: string[], moment: "now" | "signing" = "now") => judge(found(...rules), RULES, moment);

describe("the verdict", () => {
  test("is yes when nothing refuses, whatever else was found", () => {
    const { installs, refusedAt, steps } = verdict(["advice"]);
    expect([installs, refusedAt]).toEqual(["yes", null]);
    expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set(["passed"]));
  });

  test("names the first step that refuses and reaches none behind it", () => {
    const { installs, refusedAt, steps } = verdict(["bad-hash", "bad-json", "other-hash"]);
    expect([installs, refusedAt]).toEqual(["no", "json"]);
    expect(steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ["archive", "passed"],
      ["files", "passed"],
      ["json", "refused"],
      ["signature", "not-reached"],
      ["chain", "not-reached"],
      ["manifest", "not-reached"],
      ["identity", "not-reached"],
      ["required", "not-reached"],
    ]);
  });

  test("names every rule of the step that refuses", () => {
    expect(verdict(["bad-hash", "other-hash"]).steps.find(({ step }) => step === "manifest")?.because).toEqual([
      "bad-hash",
      "other-hash",
    ]);
  });

  test("depends where only some devices refuse, unless something else refuses", () => {
    expect(verdict(["no-wwdr"])).toMatchObject({ installs: "depends", refusedAt: null });
    expect(verdict(["no-wwdr"]).steps.find(({ step }) => step === "chain")).toEqual({
      step: "chain",
      outcome: "depends",
      because: ["no-wwdr"],
    });
    expect(verdict(["no-wwdr", "bad-hash"])).toMatchObject({ installs: "no", refusedAt: "manifest" });
    expect(verdict(["no-wwdr", "bad-json"]).steps.find(({ step }) => step === "chain")?.outcome).toBe("not-reached");
  });

  test("for the day of signing leaves out what holds only today", () => {
    expect(verdict(["expired"])).toMatchObject({ installs: "no", refusedAt: "chain" });
    expect(verdict(["expired"], "signing")).toMatchObject({ installs: "yes", refusedAt: null });
    expect(verdict(["expired", "no-wwdr"], "signing")).toMatchObject({ installs: "depends" });
    expect(verdict(["expired", "bad-hash"], "signing")).toMatchObject({ refusedAt: "manifest" });
  });

  test("over files that are still to be signed looks at the steps that speak of them", () => {
    const { steps, refusedAt } = judge(found("bad-json", "bad-hash"), RULES, "now", SOURCE_STEPS);
    expect(steps.map(({ step }) => step)).toEqual(["files", "json", "required"]);
    expect(refusedAt).toBe("json");
  });
});
