import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";

/** One input of a template, for a form or a help text. */
export interface InputField {
  /** Steps to the value: `["seat", "row"]`. */
  readonly path: JsonPath;
  readonly kind: "text" | "number" | "integer" | "boolean" | "choice" | "date" | "date-time" | "list" | "object" | "any";
  readonly required: boolean;
  readonly title: string | null;
  readonly description: string | null;
  /** The values of a choice. */
  readonly choices: readonly JsonValue[];
  readonly default: JsonValue | undefined;
  /** The value in the template's sample, or the schema's first example. */
  readonly example: JsonValue | undefined;
  readonly pattern: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** Lists the inputs in the order of the schema; those of an object inside follow it. */
export function listInputs(schema: JsonObject, sample: JsonObject | null): readonly InputField[] {
  return listProperties(schema, sample ?? undefined, [], 0);
}

function listProperties(schema: JsonObject, sample: JsonValue | undefined, path: JsonPath, depth: number): readonly InputField[] {
  const properties = schema["properties"];
  if (!isJsonObject(properties) || depth > 8) return [];
  const required = isJsonArray(schema["required"]) ? schema["required"] : [];
  const fields: InputField[] = [];
  for (const key of Object.keys(properties)) {
    const property = properties[key];
    if (!isJsonObject(property)) continue;
    const example = isJsonObject(sample) && Object.hasOwn(sample, key) ? sample[key] : undefined;
    const inside = [...path, key];
    fields.push(
      toField(property, example, inside, required.includes(key)),
      ...listProperties(property, example, inside, depth + 1),
    );
  }
  return fields;
}

function toField(property: JsonObject, sample: JsonValue | undefined, path: JsonPath, required: boolean): InputField {
  const { examples } = property;
  return {
    path,
    kind: kindOf(property),
    required,
    title: textOf(property["title"]),
    description: textOf(property["description"]),
    choices: isJsonArray(property["enum"]) ? property["enum"] : [],
    default: property["default"],
    example: sample ?? (isJsonArray(examples) ? examples[0] : undefined),
    pattern: textOf(property["pattern"]),
    minimum: numberOf(property["minimum"]),
    maximum: numberOf(property["maximum"]),
    minLength: numberOf(property["minLength"]),
    maxLength: numberOf(property["maxLength"]),
  };
}

function kindOf({ type, enum: choices, format }: JsonObject): InputField["kind"] {
  if (isJsonArray(choices)) return "choice";
  if (typeof type !== "string") return "any";
  switch (type) {
    case "string":
      return format === "date" || format === "date-time" ? format : "text";
    case "number":
    case "integer":
    case "boolean":
    case "object":
      return type;
    case "array":
      return "list";
    default:
      return "any";
  }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}
