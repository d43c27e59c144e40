import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { ExpressionFault, ExpressionLimit } from "../../src/template/expression/fault.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { EXPRESSION_VALUES } from "./expression-values.ts";
import { fastestRun } from "../support/fastest-run.ts";

describe("hostile templates are stopped", () => {
  const doubling = (each: JsonValue): JsonValue => ({ $reduce: { $eval: "range(0, 60)" }, initial: "xy", "each(acc, i)": each });
  const nest = (depth: number): JsonValue =>
    depth === 0 ? 1 : { $map: { $eval: "range(0, 100)" }, [`each(x${depth})`]: nest(depth - 1) };

  test.each<[string, JsonValue]>([
    ["a range of a thousand million", { $eval: "range(0, 1000000000)" }],
    ["nested loops", nest(6)],
    ["a text that doubles", doubling({ $eval: "acc + acc" })],
    ["a text that doubles by interpolation", doubling("${acc}${acc}")],
    ["a list that doubles", doubling({ $flatten: [{ $eval: "acc" }, { $eval: "acc" }] })],
    ["lists that share their parts, as text", { $json: doubling([{ $eval: "acc" }, { $eval: "acc" }]) }],
    [
      "lists that share their parts, compared",
      { $let: { x: doubling({ $eval: "[acc, acc]" }), y: doubling({ $eval: "[acc, acc]" }) }, in: { $eval: "x == y" } },
    ],
    ["lists that share their parts, flattened", { $flattenDeep: doubling({ $eval: "[acc, acc]" }) }],
    ["splitting a long text many times", { $map: { $eval: "range(0, 10000)" }, "each(x)": { $eval: "len(split(big, ''))" } }],
    ["sorting long texts", { $map: { $eval: "range(0, 10000)" }, "each(x)": { $sort: [{ $eval: "big" }, { $eval: "big" }] } }],
  ])("%s", (_, template) => {
    const time = fastestRun(250, () => {
      expect(() => evaluateTemplate(template, { big: "x".repeat(10_000) })).toThrow(ExpressionFault);
    });
    expect(time).toBeLessThan(250);
  });

  test("brackets without end", () => {
    expect(() => evaluateTemplate({ $eval: "(".repeat(4_000) })).toThrow(ExpressionLimit);
    expect(() => evaluateTemplate({ $eval: "-".repeat(4_000) })).toThrow(ExpressionLimit);
    expect(() => evaluateTemplate({ $eval: "[".repeat(4_000) })).toThrow(ExpressionLimit);
    expect(() => evaluateTemplate({ $eval: `1${" ** 1".repeat(800)}` })).toThrow(ExpressionLimit);
    expect(() => evaluateTemplate({ $eval: `1${" + 1".repeat(2_000)}` })).toThrow(ExpressionLimit);
    expect(() => evaluateTemplate(`\${${"(".repeat(1_000_000)}`)).toThrow(ExpressionLimit);
    expect(evaluateTemplate({ $eval: `1${" + 1".repeat(1_000)}` })).toBe(1_001);
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "prototype"])("no way to the prototype by %s", (name) => {
    expect(() => evaluateTemplate(`\${${name}}`)).toThrow(`there is no value ${name}`);
    expect(() => evaluateTemplate({ $eval: `object.${name}` }, EXPRESSION_VALUES)).toThrow("has no property");
    expect(evaluateTemplate({ $eval: `object["${name}"]` }, EXPRESSION_VALUES)).toBeNull();
    expect(evaluateTemplate({ $eval: `"${name}" in object` }, EXPRESSION_VALUES)).toBe(false);
    expect(evaluateTemplate({ $eval: `defined("${name}")` }, EXPRESSION_VALUES)).toBe(false);
    expect(evaluateTemplate({ $let: { [name === "__proto__" ? "x" : name]: 1 }, in: "ok" })).toBe("ok");
  });

  test("a key __proto__ is data", () => {
    const template = JSON.parse('{"__proto__": {"x": "${a}"}}') as JsonObject;
    const result = evaluateTemplate(template, EXPRESSION_VALUES) as JsonObject;
    expect(JSON.stringify(result)).toBe('{"__proto__":{"x":"2"}}');
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(evaluateTemplate({ $merge: [template, { y: 1 }] }, EXPRESSION_VALUES)).toHaveProperty("y", 1);
  });

  test("any text gives a value or a fault", () => {
    const piece = fc.constantFrom(
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "$",
      "${",
      ".",
      ",",
      ":",
      "+",
      "**",
      "!",
      "in",
      "a",
      "list",
      "'x'",
      "1",
      " ",
      '"',
      "len",
      "&&",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
        (source) => {
          for (const template of [source, { $eval: source }, { $map: [1], [source]: 1 }, { [source]: 1 }] as JsonValue[]) {
            try {
              evaluateTemplate(template, EXPRESSION_VALUES);
            } catch (error) {
              expect(error).toBeInstanceOf(ExpressionFault);
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
