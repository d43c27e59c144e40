import { isJsonArray, isJsonObject, toJsonPointer, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import { FIELD_SECTIONS, isPassStyle } from "../model/style.ts";

/** A template of Apple's Pass Designer as one of ours. */
export interface DesignedTemplate {
  /** pass.json with a place for every value that can be given. */
  readonly pass: PassDocument;
  /** What stands at those places, by JSON Pointer. */
  readonly overrides: ReadonlyMap<string, JsonValue>;
  readonly inputs: JsonObject;
  readonly sample: JsonObject;
}

/** Texts at the top that differ from pass to pass, or that the designer leaves to whoever issues. */
const TOP_TEXTS = [
  "serialNumber",
  "passTypeIdentifier",
  "teamIdentifier",
  "organizationName",
  "description",
  "authenticationToken",
  "webServiceURL",
  "groupingIdentifier",
  "expirationDate",
] as const;

/**
 * Gives a `.pkpasstemplate` inputs. Pass Designer saves a finished pass with placeholders, and Apple's Pass Builder fills it in
 * by the fields' keys (`package.pass.fields.setValue(…, forKey:)`); so do we: `values.fields.gate` is the value of the field
 * `gate`. Without a value the placeholder stays.
 *
 * Source: github.com/apple/pass-builder, "Personalizing pass templates".
 */
export function fromDesigner(document: PassDocument): DesignedTemplate {
  const fields = listFields(document.data);
  const barcodes = listBarcodes(document.data);
  const overrides = new Map<string, JsonValue>();
  let pass = document.get(["formatVersion"]) === undefined ? document.set(["formatVersion"], 1) : document;
  const open = (path: JsonPath, condition: string, expression: string): void => {
    const placeholder = pass.get(path);
    overrides.set(toJsonPointer(path), createChoice(condition, expression, placeholder));
    if (placeholder === undefined) pass = pass.set(path, null);
  };
  for (const key of TOP_TEXTS) open([key], `defined('${key}')`, key);
  for (const { key, path } of fields) {
    const name = quoteKey(key);
    if (name !== null) open([...path, "value"], `${name} in fields`, `fields[${name}]`);
  }
  for (const path of barcodes) {
    for (const key of ["message", "altText"]) open([...path, key], `'${key}' in barcode`, `barcode.${key}`);
  }
  return { pass, overrides, inputs: createInputs(document.data, fields, barcodes.length > 0), sample: createSample(document.data) };
}

/** `fields` and `barcode` are there even when nothing is given, for the expressions look into them. */
function createInputs(pass: JsonObject, fields: readonly FieldPlace[], hasBarcode: boolean): JsonObject {
  const texts = TOP_TEXTS.map((key): [string, JsonObject] => [key, { type: "string", minLength: 1 }]);
  const keys = fields.map(({ key, value }): [string, JsonObject] => [
    key,
    { type: typeof value === "number" ? "number" : ["string", "number"], ...(value === undefined ? {} : { examples: [value] }) },
  ]);
  const barcode: JsonObject = {
    type: "object",
    properties: { message: { type: "string" }, altText: { type: "string" } },
    additionalProperties: false,
    default: {},
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: pass["serialNumber"] === undefined || pass["serialNumber"] === "" ? ["serialNumber"] : [],
    properties: {
      ...Object.fromEntries(texts),
      fields: { type: "object", properties: Object.fromEntries(keys), additionalProperties: false, default: {} },
      ...(hasBarcode ? { barcode } : {}),
    },
    additionalProperties: false,
  };
}

/** The template with its own placeholders; what a signature wants and the designer left out is made up. */
function createSample(pass: JsonObject): JsonObject {
  const madeUp: JsonObject = { serialNumber: "0000", organizationName: "Sample", description: "Sample" };
  return Object.fromEntries(Object.entries(madeUp).filter(([key]) => typeof pass[key] !== "string" || pass[key] === ""));
}

/** The value when it is given, else what stands in the template, else nothing. */
function createChoice(condition: string, expression: string, placeholder: JsonValue | undefined): JsonValue {
  const choice: [string, JsonValue][] = [
    ["$if", condition],
    ["then", { $eval: expression }],
  ];
  if (placeholder !== undefined) choice.push(["else", escape(placeholder)]);
  return Object.fromEntries(choice);
}

/** A placeholder stands for itself, whatever is in it: Pass Designer knows no expressions. */
function escape(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.replaceAll("${", () => "$${");
  if (isJsonArray(value)) return value.map(escape);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeKey(key), escape(item ?? null)]));
}

function escapeKey(key: string): string {
  return key.startsWith("$") ? `$${key}` : key.replaceAll("${", () => "$${");
}

/** A key as a text of an expression, which has no escapes: null when the key has quotes of both kinds. */
function quoteKey(key: string): string | null {
  if (!key.includes("'")) return `'${key}'`;
  return key.includes('"') ? null : `"${key}"`;
}

interface FieldPlace {
  readonly key: string;
  readonly path: JsonPath;
  readonly value: JsonValue | undefined;
}

function listFields(pass: JsonObject): readonly FieldPlace[] {
  const places: FieldPlace[] = [];
  for (const style of Object.keys(pass).filter(isPassStyle)) {
    for (const section of FIELD_SECTIONS) {
      const dictionary = pass[style];
      const list = isJsonObject(dictionary) ? dictionary[section] : undefined;
      if (!isJsonArray(list)) continue;
      for (const [index, field] of list.entries()) {
        if (!isJsonObject(field) || typeof field["key"] !== "string") continue;
        places.push({ key: field["key"], path: [style, section, index], value: field["value"] });
      }
    }
  }
  return places;
}

function listBarcodes(pass: JsonObject): readonly JsonPath[] {
  const list = pass["barcodes"];
  const paths: JsonPath[] = isJsonArray(list)
    ? list.flatMap((item, index) => (isJsonObject(item) ? [["barcodes", index]] : []))
    : [];
  if (isJsonObject(pass["barcode"])) paths.push(["barcode"]);
  return paths;
}
