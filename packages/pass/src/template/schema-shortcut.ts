import { format as FORMAT_TESTS } from "@cfworker/json-schema";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";

type Test = (value: JsonValue) => boolean;

/** Keywords that say something to people, or that only count when another refers to them. */
const SILENT: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "$comment",
  "$defs",
  "$schema",
  "default",
  "definitions",
  "deprecated",
  "description",
  "examples",
  "readOnly",
  "title",
  "writeOnly",
]);

/**
 * A quick test whether values fit a schema that uses only common keywords; null for any other schema. It answers for the
 * usual case, in which nothing is wrong, in a tenth of the validator's time; what it does not accept goes to the validator, which has
 * the last word and says why.
 *
 * @param schema As {@link prepareSchema} gives it.
 */
export function createShortcut(schema: JsonValue): Test | null {
  if (schema === true) return () => true;
  if (!isJsonObject(schema)) return null;
  const tests: Test[] = [];
  for (const keyword of Object.keys(schema)) {
    if (SILENT.has(keyword)) continue;
    const test = createTest(keyword, schema[keyword] ?? null, schema);
    if (test === null) return null;
    tests.push(test);
  }
  return (value) => tests.every((test) => test(value));
}

function createTest(keyword: string, rule: JsonValue, schema: JsonObject): Test | null {
  switch (keyword) {
    case "type":
      return createTypeTest(rule);
    case "properties":
      return isJsonObject(rule) ? createPropertiesTest(rule) : null;
    case "required":
      return createRequiredTest(rule);
    case "additionalProperties":
      return rule === false && schema["patternProperties"] === undefined ? createClosedTest(schema["properties"]) : null;
    case "items": {
      const item = createShortcut(rule);
      return item === null ? null : (value) => !isJsonArray(value) || value.every(item);
    }
    case "enum":
      return isJsonArray(rule) && rule.every(isScalar) ? (value) => rule.includes(value) : null;
    case "const":
      return isScalar(rule) ? (value) => value === rule : null;
    case "pattern":
      return typeof rule === "string" ? createPatternTest(rule) : null;
    case "format":
      return typeof rule === "string" ? createFormatTest(rule) : null;
    default:
      return typeof rule === "number" ? createSizeTest(keyword, rule) : null;
  }
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

const TYPE_TESTS: Readonly<Record<string, Test>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: isJsonArray,
  object: isJsonObject,
};

function createTypeTest(rule: JsonValue): Test | null {
  const names = isJsonArray(rule) ? rule : [rule];
  const tests: Test[] = [];
  for (const name of names) {
    const test = typeof name === "string" && Object.hasOwn(TYPE_TESTS, name) ? TYPE_TESTS[name] : undefined;
    if (test === undefined) return null;
    tests.push(test);
  }
  const [first] = tests;
  return tests.length === 1 && first !== undefined ? first : (value) => tests.some((test) => test(value));
}

function createPropertiesTest(properties: JsonObject): Test | null {
  const tests: [string, Test][] = [];
  for (const name of Object.keys(properties)) {
    const test = createShortcut(properties[name] ?? null);
    if (test === null) return null;
    tests.push([name, test]);
  }
  return (value) => {
    if (!isJsonObject(value)) return true;
    return tests.every(([name, test]) => {
      const property = value[name];
      return property === undefined || test(property);
    });
  };
}

function createRequiredTest(rule: JsonValue): Test | null {
  if (!isJsonArray(rule) || !rule.every((name) => typeof name === "string")) return null;
  return (value) => !isJsonObject(value) || rule.every((name) => value[name] !== undefined);
}

function createClosedTest(properties: JsonValue | undefined): Test {
  const names = new Set(isJsonObject(properties) ? Object.keys(properties) : []);
  return (value) => !isJsonObject(value) || Object.keys(value).every((name) => names.has(name));
}

function createPatternTest(rule: string): Test {
  const pattern = new RegExp(rule, "u");
  return (value) => typeof value !== "string" || pattern.test(value);
}

function createFormatTest(rule: string): Test | null {
  const test = Object.hasOwn(FORMAT_TESTS, rule) ? FORMAT_TESTS[rule] : undefined;
  return test === undefined ? null : (value) => typeof value !== "string" || test(value);
}

function createSizeTest(keyword: string, rule: number): Test | null {
  switch (keyword) {
    case "minLength":
      return (value) => typeof value !== "string" || (value.length >= rule && countCharacters(value) >= rule);
    case "maxLength":
      return (value) => typeof value !== "string" || value.length <= rule || countCharacters(value) <= rule;
    case "minimum":
      return (value) => typeof value !== "number" || value >= rule;
    case "maximum":
      return (value) => typeof value !== "number" || value <= rule;
    case "exclusiveMinimum":
      return (value) => typeof value !== "number" || value > rule;
    case "exclusiveMaximum":
      return (value) => typeof value !== "number" || value < rule;
    case "minItems":
      return (value) => !isJsonArray(value) || value.length >= rule;
    case "maxItems":
      return (value) => !isJsonArray(value) || value.length <= rule;
    default:
      return null;
  }
}

/** JSON Schema counts characters, not UTF-16 units (2020-12 §6.3). */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
