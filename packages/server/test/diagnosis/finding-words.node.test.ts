import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FINDINGS, type FindingCode, sortFindings, toFinding } from "../../src/diagnosis/finding-words.ts";

const PAGE = readFileSync(new URL("../../../../docs/guide/why-does-it-not-update.md", import.meta.url), "utf8");
const STAGED = ["stories.node.test.ts", "diagnose.node.test.ts"]
  .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
  .join("");
const CODES = Object.keys(FINDINGS) as FindingCode[];

test("the guide tells every finding, in the order in which they are told, and no other", () => {
  const told = [...PAGE.matchAll(/^\| `([a-z0-9-]+)` +\|/gmu)].map(([, code]) => code);
  expect(told).toEqual(CODES);
});

test.each(CODES)("%s is staged in a test, and is a sentence", (code) => {
  const { sentence, fix, severity } = FINDINGS[code];
  expect(STAGED).toContain(`"${code}"`);
  expect(sentence).toMatch(/^[A-Z{].*[.}]$/u);
  if (severity === "broken") expect(fix).not.toBe("");
});

test("what is broken comes before what waits, and the probable before the rest", () => {
  const findings = ["voided", "push-paced", "never-listed", "token-mismatch"] as const;
  expect(sortFindings(findings.map((code) => toFinding(code))).map(({ code }) => code)).toEqual([
    "token-mismatch",
    "never-listed",
    "push-paced",
    "voided",
  ]);
});
