import { PassError } from "../errors.ts";
import type { JsonObject, JsonPath, JsonValue } from "../model/json.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import { toPlace } from "./place.ts";

/** The values for one pass: JSON under the names that the template's expressions use. */
export type PassValues = Readonly<Record<string, unknown>>;

/** Something about the values that does not fit. `place` is for people: `values.seats[0].row`. */
export interface ValueProblem {
  readonly path: JsonPath;
  readonly place: string;
  readonly message: string;
}

/** An error that says all that is wrong with the values; its details hold every problem under its place. */
export function createValuesError(problems: readonly ValueProblem[]): PassError {
  const shown = problems.slice(0, 20).map(({ place, message }) => `${place}: ${message}`);
  if (problems.length > shown.length) shown.push(`and ${problems.length - shown.length} more`);
  return new PassError("ERR_PASS_TEMPLATE_VALUES", `The values do not fit the template:\n  ${shown.join("\n  ")}`, {
    details: Object.fromEntries(problems.map(({ place, message }) => [place, message])),
  });
}

export function createProblem(path: JsonPath, message: string): ValueProblem {
  return { path, place: toPlace(["values", ...path]), message };
}

/**
 * Copies values into plain JSON: what expressions and the schema see has no prototype, no getters and no methods, is not
 * endless, and does not change under them. Properties that are undefined are left out, as in JSON.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_VALUES` with every value that is not JSON, `ERR_PASS_TEMPLATE_LIMIT`.
 */
export function parseValues(values: unknown): JsonObject {
  const reader = new ValuesReader();
  const copy = reader.read(values, []);
  if (reader.problems.length > 0) throw createValuesError(reader.problems);
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    throw createValuesError([createProblem([], `must be an object, is ${describe(values)}`)]);
  }
  return copy as JsonObject;
}

class ValuesReader {
  readonly problems: ValueProblem[] = [];
  #count = 0;
  #length = 0;

  read(value: unknown, path: JsonPath): JsonValue {
    this.#count += 1;
    if (this.#count > TEMPLATE_LIMITS.valueCount) throw limit("valueCount");
    if (path.length > TEMPLATE_LIMITS.depth) throw limit("depth");
    if (typeof value === "string") {
      this.#addLength(value);
      return value;
    }
    if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
    if (Array.isArray(value)) return value.map((item: unknown, index) => this.read(item, [...path, index]));
    if (typeof value === "object" && isPlainObject(value)) return this.#readObject(value, path);
    const hint = value instanceof Date ? "; give its toISOString()" : "";
    this.problems.push(createProblem(path, `must be JSON, is ${describe(value)}${hint}`));
    return null;
  }

  #readObject(object: object, path: JsonPath): JsonObject {
    // Without prototype: `constructor` is then missing like any other name that was not given.
    const copy = Object.create(null) as Record<string, JsonValue>;
    for (const key of Object.keys(object)) {
      this.#addLength(key);
      const value: unknown = (object as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined) copy[key] = this.read(value, [...path, key]);
    }
    return copy;
  }

  #addLength(text: string): void {
    this.#length += text.length;
    if (this.#length > TEMPLATE_LIMITS.valueLength) throw limit("valueLength");
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // By shape, not identity: an object from another realm (a worker's message, a test runner's sandbox) is plain as well.
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}

/** A value's kind for a message. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return "a Date";
  if (value instanceof Uint8Array) return "bytes";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "object") return "an object";
  return value === undefined ? "undefined" : `a ${typeof value === "string" ? "text" : typeof value}`;
}

function limit(name: "valueCount" | "valueLength" | "depth"): PassError {
  return new PassError("ERR_PASS_TEMPLATE_LIMIT", `The values exceed ${name} = ${TEMPLATE_LIMITS[name]}.`, {
    details: { limit: name, maximum: TEMPLATE_LIMITS[name] },
  });
}
