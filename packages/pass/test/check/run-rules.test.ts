import { describe, expect, test } from "vitest";
import { PassDocument } from "../../src/model/pass-document.ts";
import type { Hit, RuleOver } from "../../src/check/rule.ts";
import { CHECK_LIMITS, runRules } from "../../src/check/run-rules.ts";

type Row = RuleOver<null>;

function rule(id: string, hits: readonly Hit[], more: Partial<Row> = {}): Row {
  return {
    id,
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [],
    check: () => hits,
    ...more,
  };
}

const at = (...path: (string | number)[]): Hit => ({ where: { file: "pass.json", path } });
const idsOf = (rules: readonly Row[]) => runRules(rules, null).findings.map((finding) => finding.rule);

describe("running rules", () => {
  test("a narrower rule silences the wider one at the same place and nowhere else", () => {
    const wide = rule("wide", [at("a"), at("b"), {}]);
    const narrow = rule("narrow", [at("a")], { narrows: ["wide"] });
    expect(runRules([wide, narrow], null).findings.map(({ rule: id, where }) => [id, where.path])).toEqual([
      ["wide", ["b"]],
      ["wide", undefined],
      ["narrow", ["a"]],
    ]);
  });

  test("a place is a file and a value: keys with slashes are not confused with steps", () => {
    const wide = rule("wide", [at("a/b"), at("a", "b")]);
    const narrow = rule("narrow", [at("a", "b")], { narrows: ["wide"] });
    expect(runRules([wide, narrow], null).findings).toHaveLength(2);
  });

  test("a general rule is silent where another one says something at least as severe", () => {
    const general = rule("general", [at("a"), at("b"), at("c")], { general: true });
    const info = rule("info", [at("a")], { severity: "info" });
    const error = rule("error", [at("b")], { severity: "error" });
    const other = rule("other-general", [at("c")], { general: true, severity: "error" });
    const findings = runRules([general, info, error, other], null).findings.map(
      ({ rule: id, where }) => `${id} ${where.path?.join("/") ?? ""}`,
    );
    expect(findings.toSorted()).toEqual(["error b", "general a", "general c", "info a", "other-general c"]);
  });

  test("what refuses comes first in the order of the steps, then errors, warnings and advice", () => {
    const rows = [
      rule("info", [{}], { severity: "info" }),
      rule("warning", [{}]),
      rule("error", [{}], { severity: "error" }),
      rule("required", [{}], { severity: "error", effect: "refuses", step: "required" }),
      rule("archive", [{}], { severity: "error", effect: "refuses", step: "archive" }),
    ];
    expect(idsOf(rows)).toEqual(["archive", "required", "error", "warning", "info"]);
  });

  test("a rule that finds without end is stopped and named", () => {
    const endless = {
      *[Symbol.iterator](): Generator<Hit> {
        for (let index = 0; ; index++) yield at(index);
      },
    };
    const run = runRules([rule("endless", [], { check: () => endless }), rule("calm", [{}])], null);
    expect(run.findings).toHaveLength(CHECK_LIMITS.findingsPerRule + 1);
    expect(run.cut).toEqual(["endless"]);
  });

  test("values get their place in the text, where the file has one", () => {
    const document = PassDocument.parse('{\n  "a": [1, 2]\n}');
    const documents = new Map([["pass.json", document]]);
    const rows = [
      rule("r", [at("a", 1), at("b"), { where: { file: "icon.png" } }, { where: { file: "pass.json", path: ["a"], line: 9 } }]),
    ];
    expect(runRules(rows, null, documents).findings.map(({ where }) => [where.line, where.column])).toEqual([
      [2, 12],
      [undefined, undefined],
      [undefined, undefined],
      [9, undefined],
    ]);
  });

  test("long texts are cut", () => {
    const [finding] = runRules([rule("r", [{ params: { text: "x".repeat(10_000), count: 5 } }])], null).findings;
    expect(String(finding?.params["text"])).toHaveLength(CHECK_LIMITS.paramCharacters + 1);
    expect(finding?.params["count"]).toBe(5);
  });
});
