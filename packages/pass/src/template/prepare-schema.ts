import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import { findPatternDanger } from "./pattern-safety.ts";
import { toPlace } from "./place.ts";
import { resolveReference } from "./schema-pointer.ts";

/** Formats of JSON Schema 2020-12 §7.3 that are checked; others say something to people only. */
const FORMATS: ReadonlySet<unknown> = /* @__PURE__ */ new Set([
  "date",
  "time",
  "date-time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "uuid",
  "json-pointer",
]);

/**
 * Keywords that lead elsewhere in ways that only show at run time: validating with them has no bound that could be told
 * before. At the top, where a name and a base change nothing, they are passed over.
 */
const REFUSED_KEYWORDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "$id",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$recursiveAnchor",
  "$recursiveRef",
]);

/** Keywords whose value is data, not a schema. */
const DATA_KEYWORDS: ReadonlySet<string> = /* @__PURE__ */ new Set(["const", "default", "enum", "examples"]);

/** Keywords whose value is a table of schemas by name. */
const TABLE_KEYWORDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "$defs",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "patternProperties",
  "properties",
]);

/**
 * The schema as the validator gets it: a copy, its patterns made to fail at once on long texts.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_SCHEMA`, `ERR_PASS_TEMPLATE_LIMIT`.
 */
export function prepareSchema(schema: JsonObject): JsonObject {
  return new SchemaReader(schema).prepare();
}

export function schemaError(path: JsonPath, what: string, cause?: unknown): PassError {
  const place = toPlace(["inputs", ...path]);
  return new PassError("ERR_PASS_TEMPLATE_SCHEMA", `template.json, ${place}: ${what}.`, {
    cause,
    details: { place, reason: what },
  });
}

/** Walks a schema along its references, and copies it for the validator with its patterns limited to short texts. */
class SchemaReader {
  readonly #root: JsonObject;
  #size = 0;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  prepare(): JsonObject {
    this.#unfold(this.#root, []);
    return this.#copy(this.#root, []) as JsonObject;
  }

  /** Counts the schema as the validator will walk it: each reference as often as it is followed. */
  #unfold(value: JsonValue | undefined, path: JsonPath): void {
    if (typeof value !== "object" || value === null) return;
    this.#size += 1;
    if (this.#size > TEMPLATE_LIMITS.schemaSize || path.length > TEMPLATE_LIMITS.depth) {
      throw new PassError(
        "ERR_PASS_TEMPLATE_LIMIT",
        "template.json: the inputs schema is too large, or its references lead in circles.",
        {
          details: { limit: "schemaSize", maximum: TEMPLATE_LIMITS.schemaSize },
        },
      );
    }
    if (isJsonArray(value)) {
      for (const [index, item] of value.entries()) this.#unfold(item, [...path, index]);
      return;
    }
    const reference = value["$ref"];
    if (typeof reference === "string")
      this.#unfold(resolveReference(this.#root, reference) ?? fail(path, reference), [...path, "$ref"]);
    for (const key of Object.keys(value)) {
      // Definitions count where they are used.
      if (key !== "$defs" && key !== "definitions") this.#unfold(value[key], [...path, key]);
    }
  }

  #copy(value: JsonValue, path: JsonPath): JsonValue {
    if (isJsonArray(value)) return value.map((item, index) => this.#copy(item, [...path, index]));
    if (!isJsonObject(value)) return value;
    const copy = Object.create(null) as Record<string, JsonValue>;
    for (const key of Object.keys(value)) {
      const item = value[key] ?? null;
      const inside = [...path, key];
      if (REFUSED_KEYWORDS.has(key) && path.length > 0) throw schemaError(inside, "is not supported in a template");
      if (DATA_KEYWORDS.has(key)) copy[key] = item;
      else if (TABLE_KEYWORDS.has(key)) copy[key] = this.#copyTable(item, inside, key === "patternProperties");
      else if (key === "pattern" && typeof item === "string") copy[key] = limitPattern(item, inside);
      else if (!REFUSED_KEYWORDS.has(key) && (key !== "format" || FORMATS.has(item))) copy[key] = this.#copy(item, inside);
    }
    return copy;
  }

  /** Copies an object whose keys are names (or patterns of names), its values schemas. */
  #copyTable(table: JsonValue, path: JsonPath, isPattern: boolean): JsonValue {
    if (!isJsonObject(table)) return table;
    const copy = Object.create(null) as Record<string, JsonValue>;
    for (const name of Object.keys(table)) {
      copy[isPattern ? limitPattern(name, [...path, name]) : name] = this.#copy(table[name] ?? null, [...path, name]);
    }
    return copy;
  }
}

function fail(path: JsonPath, reference: string): never {
  throw schemaError([...path, "$ref"], `${JSON.stringify(reference)} leads nowhere; references have the form "#/$defs/name"`);
}

/** The pattern, made to fail at once on a long text: what backtracks does so over 256 characters at most. */
function limitPattern(pattern: string, path: JsonPath): string {
  const danger = findPatternDanger(pattern);
  if (danger !== null) throw schemaError(path, `the pattern ${danger}`);
  return `^(?=[^]{0,${TEMPLATE_LIMITS.patternSubject}}$)[^]*?(?:${pattern})`;
}
