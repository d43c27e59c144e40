import { Validator, type Schema } from "@cfworker/json-schema";
import { PassError } from "../errors.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { prepareSchema, schemaError } from "./prepare-schema.ts";
import { createShortcut } from "./schema-shortcut.ts";
import { toProblems } from "./schema-problems.ts";
import type { ValueProblem } from "./values.ts";

/** The inputs of a template, ready to be held against values. */
export interface InputsSchema {
  /** All that is wrong with the values; empty when they fit. */
  readonly validate: (values: JsonObject) => readonly ValueProblem[];
  /** The values with the `default`s of properties that are missing. */
  readonly applyDefaults: (values: JsonObject) => JsonObject;
}

/**
 * Prepares the JSON Schema of a template's inputs. It may come from anybody: references that lead in circles or unfold
 * into thousands of schemas are refused, and patterns that a text could make run for ever.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_SCHEMA`, `ERR_PASS_TEMPLATE_LIMIT`.
 */
export function createInputsSchema(schema: JsonObject): InputsSchema {
  const prepared = prepareSchema(schema);
  const validator = guard(() => new Validator(prepared as Schema, draftOf(schema), false));
  const accepts = createShortcut(prepared);
  const validate = (values: JsonObject): readonly ValueProblem[] => {
    if (accepts?.(values) === true) return [];
    const { valid, errors } = guard(() => validator.validate(values));
    return valid ? [] : toProblems([schema, prepared], errors, values);
  };
  // A schema that is not one (`"required": 5`) shows itself when it is first used.
  validate(Object.create(null) as JsonObject);
  return { validate, applyDefaults: (values) => withDefaults(schema, values) };
}

function guard<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof PassError) throw error;
    throw schemaError([], error instanceof Error ? `cannot be used: ${error.message.slice(0, 200)}` : "cannot be used", error);
  }
}

function draftOf(schema: JsonObject): "4" | "7" | "2019-09" | "2020-12" {
  const name = schema["$schema"];
  const named = /draft-0?(4|6|7)|(2019-09)/u.exec(typeof name === "string" ? name : "");
  if (named?.[2] !== undefined) return "2019-09";
  return named === null ? "2020-12" : named[1] === "4" ? "4" : "7";
}

/** Fills in `default`s of properties; JSON Schema only describes them (2020-12 §9.2), people expect them to be used. */
function withDefaults(schema: JsonValue | undefined, value: JsonObject): JsonObject {
  if (!isJsonObject(schema) || !isJsonObject(schema["properties"])) return value;
  const properties = schema["properties"];
  let filled: Record<string, JsonValue> | null = null;
  for (const key of Object.keys(properties)) {
    const property = properties[key];
    if (!isJsonObject(property)) continue;
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    const next = given === undefined ? property["default"] : isJsonObject(given) ? withDefaults(property, given) : given;
    if (next === undefined || next === given) continue;
    filled ??= Object.assign(Object.create(null) as Record<string, JsonValue>, value);
    filled[key] = next;
  }
  return filled ?? value;
}
