import type { OutputUnit } from "@cfworker/json-schema";
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import { decodeStep, resolveReference } from "./schema-pointer.ts";
import { createProblem, describe, type ValueProblem } from "./values.ts";

/** Keywords whose error only says that an error follows. */
const SUMMARIES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "$ref",
  "allOf",
  "dependentSchemas",
  "if",
  "then",
  "else",
]);

/**
 * What the validator complains of, in our words and with the values of the case. `schemas` are the schema as written and
 * as prepared for the validator.
 */
export function toProblems(
  schemas: readonly JsonObject[],
  errors: readonly OutputUnit[],
  values: JsonObject,
): readonly ValueProblem[] {
  const problems = new Map<string, ValueProblem>();
  // What the branches of an alternative lack is said by the alternative.
  const choices = errors
    .filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf")
    .map((unit) => `${unit.keywordLocation}/`);
  for (const unit of errors) {
    if (SUMMARIES.has(unit.keyword) || choices.some((choice) => unit.keywordLocation.startsWith(choice))) continue;
    const problem = toProblem(schemas, unit, values);
    problems.set(`${problem.place} ${problem.message}`, problem);
  }
  return [...problems.values()];
}

function toProblem(schemas: readonly JsonObject[], unit: OutputUnit, values: JsonObject): ValueProblem {
  const path = toPath(unit.instanceLocation, values);
  const found = path.reduce<JsonValue | undefined>(
    (value, step) => (value as Readonly<Record<string | number, JsonValue>>)[step],
    values,
  );
  // As it was written; below a name pattern, which the prepared schema spells otherwise, as it was prepared.
  const rule = schemas.map((schema) => resolveRule(schema, unit.keywordLocation)).find((found) => found !== undefined);
  const is = `is ${show(found)}`;
  switch (unit.keyword) {
    case "required":
    case "dependentRequired": {
      const name = /"([^]*)"[^"]*$/u.exec(unit.error)?.[1];
      const missing = unit.keyword === "required" && name !== undefined ? name : null;
      return missing === null ? createProblem(path, unit.error) : createProblem([...path, missing], "is missing");
    }
    case "type":
      return createProblem(path, `must be ${listTypes(rule)}, is ${describe(found)}`);
    case "enum":
      return createProblem(
        path,
        `must be one of ${isJsonArray(rule) ? rule.slice(0, 20).map(show).join(", ") : "the listed values"}, ${is}`,
      );
    case "const":
      return createProblem(path, `must be ${show(rule)}, ${is}`);
    case "pattern":
      return createProblem(
        path,
        typeof found === "string" && found.length > TEMPLATE_LIMITS.patternSubject
          ? `must not be longer than ${TEMPLATE_LIMITS.patternSubject} characters to be matched with a pattern, has ${found.length}`
          : `must match ${show(rule)}, ${is}`,
      );
    case "format":
      return createProblem(path, `must be a ${typeof rule === "string" ? rule : "text of the given format"}, ${is}`);
    case "minLength":
      return createProblem(path, rule === 1 ? "must not be empty" : `must have at least ${show(rule)} characters, ${is}`);
    case "maxLength":
      return createProblem(path, `must have at most ${show(rule)} characters, ${is}`);
    case "minimum":
    case "exclusiveMinimum":
      return createProblem(path, `must be ${unit.keyword === "minimum" ? "at least" : "more than"} ${show(rule)}, ${is}`);
    case "maximum":
    case "exclusiveMaximum":
      return createProblem(path, `must be ${unit.keyword === "maximum" ? "at most" : "less than"} ${show(rule)}, ${is}`);
    case "multipleOf":
      return createProblem(path, `must be a multiple of ${show(rule)}, ${is}`);
    case "minItems":
    case "maxItems":
      return createProblem(path, `must have at ${unit.keyword === "minItems" ? "least" : "most"} ${show(rule)} items`);
    case "false":
      return createProblem(path, "is not an input of this template");
    case "anyOf":
    case "oneOf":
      return createProblem(path, `must have one of the allowed forms, ${is}`);
    default:
      return createProblem(path, unit.error);
  }
}

/** Steps of an instance location, `#/seats/0/row`. Digits are an index only in a list. */
function toPath(location: string, values: JsonObject): JsonPath {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = values;
  for (const step of location.split("/").slice(1)) {
    const key = decodeStep(step);
    const next: string | number = isJsonArray(value) ? Number(key) : key;
    path.push(next);
    value = typeof value === "object" && value !== null ? (value as Readonly<Record<string | number, JsonValue>>)[next] : undefined;
  }
  return path;
}

/** The value of the keyword that complained, found along the references that led to it. */
function resolveRule(schema: JsonObject, location: string): JsonValue | undefined {
  let value: JsonValue | undefined = schema;
  for (const step of location.split("/").slice(1)) {
    const key = decodeStep(step);
    if (!isJsonObject(value) && !isJsonArray(value)) return undefined;
    const next: JsonValue | undefined = (value as Readonly<Record<string, JsonValue>>)[key];
    value = key === "$ref" && typeof next === "string" ? resolveReference(schema, next) : next;
  }
  return value;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

function listTypes(rule: JsonValue | undefined): string {
  const types = isJsonArray(rule) ? rule : [rule];
  return types.map((type) => (typeof type === "string" ? (TYPE_WORDS[type] ?? type) : "of another type")).join(" or ");
}

function show(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
