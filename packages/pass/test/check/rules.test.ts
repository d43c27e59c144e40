import { describe, expect, test } from "vitest";
import { describeFinding } from "../../src/check/describe-finding.ts";
import { EN } from "../../src/check/messages/en.ts";
import type { PassCheck } from "../../src/check/check-pass.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { EXAMPLES } from "./examples/index.ts";
import { BASE_PASSES } from "./base-pass.ts";
import type { RuleExample } from "./example.ts";
import { runExample } from "./run-example.ts";
import type { PassStyle } from "../../src/model/style.ts";

const PLACEHOLDER = /\{\w+\}/u;

describe("the base pass of", () => {
  for (const style of Object.keys(BASE_PASSES) as PassStyle[]) {
    test(`${style} is free of errors and warnings`, async () => {
      const { findings } = await runExample({ style });
      expect(findings.filter(({ severity }) => severity !== "info").map(({ rule, where }) => ({ rule, where }))).toEqual([]);
    });
  }
});

describe("every rule", () => {
  test("has an id of its own, in kebab case", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/u);
  });

  test("names the step that refuses exactly when it refuses", () => {
    for (const { id, effect, step, refusal, severity } of RULES) {
      expect(step !== undefined, id).toBe(effect === "refuses");
      if (refusal !== undefined) expect(effect, id).toBe("refuses");
      if (effect === "refuses") expect(severity, id).toBe("error");
    }
  });

  test("of severity error rests on a source", () => {
    for (const { id, severity, sources } of RULES) {
      if (severity === "error") expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(source, id).toMatch(/^https:\/\/|^observed: /u);
    }
  });

  test("that narrows another names one that exists", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const { id, narrows = [] } of RULES)
      for (const other of narrows) expect(ids.has(other), `${id} narrows ${other}`).toBe(true);
  });
});

describe("rule", () => {
  for (const { id } of RULES) {
    test(`${id} has words and finds what it should, and only that`, async () => {
      const words = EN[id];
      expect(words, "words").toBeDefined();
      for (const [part, text] of Object.entries(words ?? {})) expect(text.trim(), part).not.toBe("");

      const examples = EXAMPLES[id];
      expect(examples, "examples").toBeDefined();
      if (examples === undefined) return;

      for (const [index, example] of listOf(examples.triggers).entries()) {
        const check = await runExample(example);
        const own = check.findings.filter(({ rule }) => rule === id);
        expect(own, `example ${index} triggers; found: ${idsOf(check)}`).not.toEqual([]);
        for (const finding of own) {
          for (const [part, text] of Object.entries(describeFinding(finding))) {
            expect(text, `${part} with ${JSON.stringify(finding.params)}`).not.toMatch(PLACEHOLDER);
          }
        }
      }
      for (const [index, example] of listOf(examples.passes).entries()) {
        const check = await runExample(example);
        expect(
          check.findings.filter(({ rule }) => rule === id),
          `example ${index} passes`,
        ).toEqual([]);
        const errors = check.findings.filter(({ severity }) => severity === "error");
        expect(
          errors.map(({ rule, where, params }) => ({ rule, where, params })),
          `example ${index} has no other error`,
        ).toEqual([]);
      }
    });
  }
});

function listOf(examples: RuleExample | readonly RuleExample[]): readonly RuleExample[] {
  return Array.isArray(examples) ? examples : [examples as RuleExample];
}

function idsOf(check: PassCheck): string {
  return check.findings.map(({ rule }) => rule).join(", ");
}
