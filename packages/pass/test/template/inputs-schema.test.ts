import { Validator } from "@cfworker/json-schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { createInputsSchema } from "../../src/template/inputs-schema.ts";
import { prepareSchema } from "../../src/template/prepare-schema.ts";
import { createShortcut } from "../../src/template/schema-shortcut.ts";
import { findPatternDanger } from "../../src/template/pattern-safety.ts";
import { parseValues } from "../../src/template/values.ts";
import { fastestRun } from "../support/fastest-run.ts";

function problemsOf(schema: JsonObject, values: unknown): readonly string[] {
  return createInputsSchema(schema)
    .validate(parseValues(values))
    .map(({ place, message }) => `${place}: ${message}`);
}

const FLIGHT: JsonObject = {
  type: "object",
  required: ["gate", "seats"],
  additionalProperties: false,
  properties: {
    gate: { type: "string", minLength: 1, maxLength: 4 },
    class: { enum: ["Economy", "Business"] },
    from: { type: "string", pattern: "^[A-Z]{3}$" },
    bags: { type: "integer", minimum: 0, maximum: 3 },
    at: { type: "string", format: "date-time" },
    note: { anyOf: [{ type: "string" }, { type: "null" }] },
    seats: { type: "array", minItems: 1, items: { $ref: "#/$defs/seat" } },
  },
  $defs: { seat: { type: "object", required: ["row"], properties: { row: { type: ["integer", "string"] } } } },
};

describe("values are held against the inputs schema", () => {
  test("values that fit give no problem", () => {
    const values = {
      gate: "B7",
      class: "Economy",
      from: "LIS",
      bags: 1,
      at: "2030-06-01T09:40:00+01:00",
      note: null,
      seats: [{ row: 3 }],
    };
    expect(problemsOf(FLIGHT, values)).toEqual([]);
  });

  test("all problems are told at once, each with its place and what was found", () => {
    const values = { gate: 7, class: "First", from: "lis", bags: 4, at: "soon", note: 1, seats: [{}, { row: true }], extra: 1 };
    expect(problemsOf(FLIGHT, values)).toEqual([
      "values.gate: must be a text, is a number",
      'values.class: must be one of "Economy", "Business", is "First"',
      'values.from: must match "^[A-Z]{3}$", is "lis"',
      "values.bags: must be at most 3, is 4",
      'values.at: must be a date-time, is "soon"',
      "values.note: must have one of the allowed forms, is 1",
      "values.seats[0].row: is missing",
      "values.seats[1].row: must be a whole number or a text, is a boolean",
      "values.extra: is not an input of this template",
    ]);
  });

  test("a missing value is told under its own name, also one that every object inherits", () => {
    expect(problemsOf(FLIGHT, {})).toEqual(["values.gate: is missing", "values.seats: is missing"]);
    expect(problemsOf({ required: ["constructor", "toString"] }, {})).toEqual([
      "values.constructor: is missing",
      "values.toString: is missing",
    ]);
  });

  test.each<[JsonObject, JsonValue, string]>([
    [{ type: "string", minLength: 1 }, "", "values.v: must not be empty"],
    [{ type: "string", minLength: 3 }, "ab", 'values.v: must have at least 3 characters, is "ab"'],
    [{ const: 5 }, 6, "values.v: must be 5, is 6"],
    [{ exclusiveMinimum: 0 }, 0, "values.v: must be more than 0, is 0"],
    [{ exclusiveMaximum: 1 }, 1, "values.v: must be less than 1, is 1"],
    [{ multipleOf: 5 }, 7, "values.v: must be a multiple of 5, is 7"],
    [{ maxItems: 1 }, [1, 2], "values.v: must have at most 1 items"],
    [{ type: "object" }, [], "values.v: must be an object, is a list"],
    [{ type: "boolean" }, null, "values.v: must be true or false, is null"],
    [{ pattern: "b+" }, "aaa", 'values.v: must match "b+", is "aaa"'],
    [{ pattern: "^a" }, "x".repeat(300), "values.v: must not be longer than 256 characters to be matched with a pattern, has 300"],
  ])("%j and %j", (schema, value, problem) => {
    expect(problemsOf({ properties: { v: schema } }, { v: value })).toEqual([problem]);
  });

  test("patterns match anywhere unless they say otherwise", () => {
    expect(problemsOf({ properties: { v: { pattern: "b|c" } } }, { v: "abc" })).toEqual([]);
    expect(problemsOf({ properties: { v: { pattern: "^b|c$" } } }, { v: "abc" })).toEqual([]);
    expect(problemsOf({ patternProperties: { "^x-": { type: "number" } } }, { "x-a": "no", y: "yes" })).toEqual([
      "values.x-a: must be a number, is a text",
    ]);
  });

  test("property names of the schema's own words are names", () => {
    const schema: JsonObject = {
      properties: { format: { type: "string" }, properties: { type: "number" }, pattern: { type: "string" } },
    };
    expect(problemsOf(schema, { format: 1, properties: "x", pattern: 2 })).toHaveLength(3);
  });

  test("older drafts are understood by their $schema", () => {
    const schema: JsonObject = {
      $schema: "http://json-schema.org/draft-04/schema#",
      properties: { v: { minimum: 1, exclusiveMinimum: true } },
    };
    expect(problemsOf(schema, { v: 1 })).toHaveLength(1);
    expect(
      problemsOf(
        { ...schema, $schema: "http://json-schema.org/draft-07/schema#", properties: { v: { exclusiveMinimum: 1 } } },
        { v: 1 },
      ),
    ).toHaveLength(1);
  });

  test("defaults are filled in, in depth, without touching what was given", () => {
    const { applyDefaults } = createInputsSchema({
      properties: {
        class: { default: "Economy" },
        seat: { properties: { row: { default: 1 }, letter: {} } },
        other: { default: null },
      },
    });
    const values = parseValues({ seat: { letter: "A" } });
    expect(JSON.stringify(applyDefaults(values))).toBe('{"seat":{"letter":"A","row":1},"class":"Economy","other":null}');
    expect(JSON.stringify(values)).toBe('{"seat":{"letter":"A"}}');
  });
});

describe("schemas that cannot be used are refused when the template is loaded", () => {
  test.each<[string, JsonObject]>([
    ["a keyword of the wrong type", { required: 5 }],
    ["a reference that leads nowhere", { properties: { a: { $ref: "#/$defs/none" } } }],
    ["a reference to the network", { properties: { a: { $ref: "https://example.com/schema.json" } } }],
    ["another base inside", { properties: { a: { $id: "https://example.com/", type: "string" } } }],
    ["a dynamic reference", { properties: { a: { $dynamicRef: "#x" } } }],
    ["a pattern that backtracks without end", { properties: { a: { pattern: "^(a+)+$" } } }],
    ["such a pattern for names", { patternProperties: { "(x|x)*y": {} } }],
  ])("%s", (_, schema) => {
    expect(() => createInputsSchema(schema)).toThrow(expect.objectContaining({ code: "ERR_PASS_TEMPLATE_SCHEMA" }));
  });

  test.each<[string, JsonObject]>([
    ["references in a circle", { properties: { a: { $ref: "#" } } }],
    [
      "references that double at every step",
      {
        $ref: "#/$defs/d0",
        $defs: Object.fromEntries(
          Array.from({ length: 30 }, (_, index): [string, JsonObject] => {
            const next = { $ref: `#/$defs/d${index + 1}` };
            return [`d${index}`, { allOf: [next, next] }];
          }).concat([["d30", { type: "object" }]]),
        ),
      },
    ],
  ])("%s", (_, schema) => {
    expect(() => createInputsSchema(schema)).toThrow(expect.objectContaining({ code: "ERR_PASS_TEMPLATE_LIMIT" }));
  });

  test("any JSON gives a schema or a PassError", () => {
    const word = fc.constantFrom(
      "type",
      "properties",
      "items",
      "$ref",
      "required",
      "enum",
      "allOf",
      "anyOf",
      "not",
      "pattern",
      "format",
      "if",
      "then",
      "$defs",
      "minimum",
      "additionalProperties",
      "uniqueItems",
      "contains",
    );
    const { node } = fc.letrec<{ node: JsonValue }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<JsonValue[]>("string", "object", "#", "#/$defs/a", "", 1, -1, null, true, false),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(word, tie("node"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(word, node, { maxKeys: 4 }), node, (schema, value) => {
        try {
          createInputsSchema(schema).validate(parseValues({ value }));
        } catch (error) {
          expect(error).toBeInstanceOf(PassError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the shortcut for values that fit", () => {
  const scalar = fc.oneof(
    fc.constantFrom<JsonValue[]>("", "a", "AB", "🛫🛫", "2030-01-01", null, true, 0, 1, 1.5, -2),
    fc.string({ maxLength: 6 }),
  );
  const value = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("p", "q", "r"), scalar, { maxKeys: 3 }),
  );
  const leaf: fc.Arbitrary<JsonObject> = fc.record(
    {
      type: fc.constantFrom<JsonValue[]>("string", "number", "integer", "boolean", "null", "array", "object", ["string", "null"]),
      enum: fc.constantFrom<JsonValue[]>(["", "a", 1, null], [true]),
      const: fc.constantFrom<JsonValue[]>("a", 0),
      minLength: fc.nat(3),
      maxLength: fc.nat(3),
      pattern: fc.constantFrom("^[A-Z]*$", "a|1"),
      format: fc.constantFrom("date", "unknown"),
      minimum: fc.integer({ min: -1, max: 2 }),
      maximum: fc.integer({ min: -1, max: 2 }),
      exclusiveMinimum: fc.integer({ min: -1, max: 2 }),
      exclusiveMaximum: fc.integer({ min: -1, max: 2 }),
      minItems: fc.nat(2),
      maxItems: fc.nat(2),
      title: fc.constant("T"),
    },
    { requiredKeys: [] },
  );
  const object: fc.Arbitrary<JsonObject> = fc.record(
    {
      properties: fc.dictionary(fc.constantFrom("p", "q"), leaf, { maxKeys: 2 }),
      required: fc.subarray(["p", "r", "toString"]),
      additionalProperties: fc.constant(false),
      items: leaf,
    },
    { requiredKeys: [] },
  );

  test("says what the validator says", () => {
    fc.assert(
      fc.property(fc.oneof(leaf, object), value, (schema, v) => {
        const prepared = prepareSchema({ properties: { v: schema } });
        const accepts = createShortcut(prepared);
        const validator = new Validator(prepareSchema({ properties: { v: schema } }), "2020-12", false);
        expect(accepts).not.toBeNull();
        expect(accepts?.(parseValues({ v }))).toBe(validator.validate(parseValues({ v })).valid);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each<[string, JsonObject]>([
    ["references", { $ref: "#/$defs/a", $defs: { a: {} } }],
    ["alternatives", { properties: { a: { anyOf: [{}] } } }],
    ["schemas for other properties", { additionalProperties: { type: "string" } }],
    ["properties by pattern", { patternProperties: { "^x": {} }, additionalProperties: false }],
    ["lists of objects as choices", { properties: { a: { enum: [{}] } } }],
    ["limits of older drafts", { properties: { a: { exclusiveMinimum: true } } }],
    ["unknown keywords", { properties: { a: { dependentRequired: {} } } }],
  ])("leaves %s to the validator", (_, schema) => {
    expect(createShortcut(prepareSchema(schema))).toBeNull();
  });
});

describe("patterns", () => {
  test.each([
    "^[A-Z]{3}$",
    "^[A-Za-z0-9._-]+$",
    "^[A-Z0-9]{2} ?[0-9]{1,4}$",
    "^[0-9]{1,2}[A-K]$",
    "^[a-z]+(-[a-z]+)*$",
    "^[a-z0-9]+(?:\\.[a-z0-9]+)*$",
    "^\\S+@\\S+\\.\\S+$",
    "^(Economy|Business|First)$",
    "^(?:A|B|C)+$",
    "^\\p{Lu}\\p{Ll}*$",
    "^(\\d{3}-){2}\\d{4}$",
    "[\\]\\\\(]+",
    "^(?!x)[a-z]*$",
  ])("%s is fine", (pattern) => {
    expect(findPatternDanger(pattern)).toBeNull();
  });

  test.each([
    "(a+)+$",
    "(a*)*",
    "([a-z]+)*$",
    "(a|a)*$",
    "(a|ab)*$",
    "(x+x+)+y",
    "(a?a?)*$",
    "(.*)(.*)*x",
    "(?:a|b|ab){30}",
    "(a+){10}",
    "((a{1,9}){1,9}){1,9}",
    "(-[a-z-]+)*$",
    "a?".repeat(40),
    "a*a*a*a*a*b",
    "(\\w+)\\1",
    "(?<q>a)\\k<q>",
    "(",
    "x".repeat(600),
  ])("%s is refused", (pattern) => {
    expect(findPatternDanger(pattern)).not.toBeNull();
  });

  test("the worst that is let through ends within a second or two", () => {
    const { validate } = createInputsSchema({ properties: { v: { pattern: "^a*a*a*a*b$" } } });
    expect(fastestRun(3_000, () => expect(validate(parseValues({ v: "a".repeat(256) }))).toHaveLength(1))).toBeLessThan(3_000);
  });
});

describe("values are copied into plain JSON", () => {
  test.each<[string, unknown, string]>([
    ["a Date", { at: new Date(0) }, "values.at: must be JSON, is a Date; give its toISOString()"],
    ["a function", { f: () => 1 }, "values.f: must be JSON, is a function"],
    ["NaN", { n: [1, Number.NaN] }, "values.n[1]: must be JSON, is NaN"],
    ["bytes", { b: new Uint8Array(3) }, "values.b: must be JSON, is bytes"],
    ["a bigint", { n: 1n }, "values.n: must be JSON, is a bigint"],
    ["an instance of a class", { u: new URL("https://example.com") }, "values.u: must be JSON, is an object"],
    ["no object", [1], "values: must be an object, is a list"],
    ["nothing", undefined, "values: must be JSON, is undefined"],
  ])("%s is refused with its place", (_, values, message) => {
    expect(() => parseValues(values)).toThrow(message);
  });

  test("an error holds every problem under its place", () => {
    try {
      parseValues({ a: () => 1, b: new Date(0) });
      expect.unreachable();
    } catch (error) {
      expect((error as PassError).code).toBe("ERR_PASS_TEMPLATE_VALUES");
      expect(Object.keys((error as PassError).details)).toEqual(["values.a", "values.b"]);
    }
  });

  test("undefined properties are left out, getters are read once, __proto__ is a name", () => {
    let reads = 0;
    const values = parseValues({
      a: undefined,
      get b() {
        reads += 1;
        return reads;
      },
      c: JSON.parse('{"__proto__": 1}') as unknown,
    });
    expect(JSON.stringify(values)).toBe('{"b":1,"c":{"__proto__":1}}');
    expect(reads).toBe(1);
  });

  test("what goes round in circles, is too deep or too much is a limit", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    for (const values of [circle, { list: Array.from({ length: 20_000 }, () => 0) }, { text: "x".repeat(600_000) }]) {
      expect(() => parseValues(values)).toThrow(expect.objectContaining({ code: "ERR_PASS_TEMPLATE_LIMIT" }));
    }
  });
});
