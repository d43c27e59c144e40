import { describe, expect, test } from "vitest";
import { describeFinding } from "../../src/check/describe-finding.ts";
import { EN } from "../../src/check/messages/en.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { UPDATE_RULES } from "../../src/check/rules/update.ts";
import type { Finding } from "../../src/check/rule.ts";
import { comparePasses } from "../../src/compare/compare-passes.ts";
import { UPDATE_EXAMPLES, type UpdateExample } from "../check/examples/update.ts";
import { exampleFiles } from "../check/run-example.ts";

function find(id: string, { before, after, personalized = false }: UpdateExample): readonly Finding[] {
  const { findings } = comparePasses({ files: exampleFiles(before) }, { files: exampleFiles(after) }, { personalized });
  return findings.filter(({ rule }) => rule === id);
}

describe("rule", () => {
  for (const { id } of UPDATE_RULES) {
    test(`${id} has words and finds what it should, and only that`, () => {
      for (const [part, text] of Object.entries(EN[id] ?? {})) expect(text.trim(), part).not.toBe("");
      const examples = UPDATE_EXAMPLES[id];
      expect(examples).toBeDefined();
      for (const [index, example] of (examples?.triggers ?? []).entries()) {
        const own = find(id, example);
        expect(own, `example ${index} triggers`).not.toEqual([]);
        for (const finding of own) {
          for (const text of Object.values(describeFinding(finding))) expect(text).not.toMatch(/^$|\{\w+\}/u);
        }
      }
      for (const [index, example] of (examples?.passes ?? []).entries())
        expect(find(id, example), `example ${index} passes`).toEqual([]);
    });
  }
});

test("rules about updates have ids of their own, and words and examples for each and nothing else", () => {
  const ids = UPDATE_RULES.map(({ id }) => id);
  expect(new Set([...ids, ...RULES.map(({ id }) => id)]).size).toBe(ids.length + RULES.length);
  expect(Object.keys(UPDATE_EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

test("no secret of a pass is told", () => {
  const [example] = UPDATE_EXAMPLES["token-change"]!.triggers;
  const text = JSON.stringify(find("token-change", example!));
  expect(text).not.toContain("Q7fR2mZx9LpT4vKs8WbN");
  expect(text).not.toContain("8WbNQ7fR2mZx9LpT4vKs");
});
