import { KEY_FORMATS } from "../../packages/pass/src/model/keys/formats.ts";
import type { DictionaryName, KeySpec } from "../../packages/pass/src/model/keys/key-spec.ts";
import { keysOf } from "../../packages/pass/src/model/keys/lookup.ts";
import { noteOf } from "../../packages/pass/src/model/keys/notes/table.ts";
import { PASS_STYLES } from "../../packages/pass/src/model/style.ts";
import type { Generator } from "./generator.ts";
import { deprecationWords, DICTIONARY_WORDS, factWords } from "./model-words.ts";

/** A JSON Schema, or a part of one. */
type Schema = { readonly [keyword: string]: unknown };

const FOLDER = "packages/pass/schema";
/** Where the package serves its files; an editor reads a schema from its path or address, not from this name. */
const ADDRESS = "https://unpkg.com/@passwright/pass/schema";

/**
 * JSON Schemas of pass.json and personalization.json for editors, from the table of keys. Draft-07, which VS Code and its
 * kin support in full (of 2020-12 they know a part), with their `deprecationMessage` and `doNotSuggest`. Unknown keys are
 * allowed, as Wallet ignores them.
 */
export const passSchemas: Generator = {
  name: "pass-schemas",
  outputs: [`${FOLDER}/`],
  async generate() {
    return new Map([
      [`${FOLDER}/pass.schema.json`, write("pass.schema.json", "pass.json of an Apple Wallet pass", "Pass")],
      [
        `${FOLDER}/personalization.schema.json`,
        write("personalization.schema.json", "personalization.json of an Apple Wallet pass", "Personalize"),
      ],
    ]);
  },
};

function write(file: string, title: string, root: DictionaryName): string {
  const definitions: Record<string, Schema> = {};
  const queue = reachable(root);
  for (const name of queue) definitions[name] = dictionarySchema(name);
  const schema: Schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${ADDRESS}/${file}`,
    title,
    ...dictionarySchema(root),
    ...(root === "Pass" ? passRules() : {}),
    ...(queue.length === 0 ? {} : { definitions }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The dictionaries below one, each once, in the order in which they are met. */
function reachable(root: DictionaryName): readonly DictionaryName[] {
  const found: DictionaryName[] = [];
  const visit = (name: DictionaryName) => {
    for (const { of } of keysOf(name)) {
      if (of === null || found.includes(of)) continue;
      found.push(of);
      visit(of);
    }
  };
  visit(root);
  return found;
}

function dictionarySchema(name: DictionaryName): Schema {
  const keys = keysOf(name);
  const required = keys.filter((key) => key.required === true).map((key) => key.name);
  return {
    type: "object",
    description: DICTIONARY_WORDS[name].replaceAll("`", ""),
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(keys.map((key) => [key.name, keySchema(key)])),
    ...DICTIONARY_RULES[name],
  };
}

/** Conditions between the keys of a dictionary, which the table has in words. */
const DICTIONARY_RULES: Readonly<Partial<Record<DictionaryName, Schema>>> = {
  RelevantDates: {
    anyOf: [{ required: ["date"] }, { required: ["relevantDate"] }, { required: ["startDate", "endDate"] }],
    dependencies: { startDate: ["endDate"], endDate: ["startDate"] },
  },
  PassFieldContent: {
    dependencies: {
      currencyCode: { properties: { value: { type: "number" } }, not: { required: ["numberStyle"] } },
      numberStyle: { properties: { value: { type: "number" } } },
    },
  },
  FeaturedAction: {
    anyOf: [{ required: ["url"] }, { required: ["placeIdentifier"], properties: { type: { const: "place" } } }],
  },
  CurrencyAmount: { required: ["amount", "currencyCode"] },
  UpcomingImage: {
    anyOf: [{ required: ["URLs"] }, { required: ["reuseExisting"], properties: { reuseExisting: { const: true } } }],
  },
};

/** One older style, or posterGeneric alone; both keys of the web service or none. */
function passRules(): Schema {
  const older = PASS_STYLES.filter((style) => style !== "posterGeneric");
  return {
    oneOf: [
      ...older.map((style) => ({ required: [style] })),
      { required: ["posterGeneric"], not: { anyOf: older.map((style) => ({ required: [style] })) } },
    ],
    dependencies: {
      webServiceURL: ["authenticationToken"],
      authenticationToken: ["webServiceURL"],
      appLaunchURL: ["associatedStoreIdentifiers"],
    },
  };
}

function keySchema(key: KeySpec): Schema {
  const deprecation = deprecationWords(key);
  const words = [noteOf(key).note, ...factWords(key)].join(" ").replaceAll("`", "");
  const value = valueSchema(key);
  const shape = key.type === "array" ? { type: "array", ...arrayLimits(key), items: value } : value;
  return {
    description: words,
    ...(key.name === "boardingPass" ? { allOf: [shape, { required: ["transitType"] }] } : withReference(shape)),
    ...(key.default === undefined ? {} : { default: key.default }),
    ...(key.format === null || key.type === "array" ? {} : { examples: [KEY_FORMATS[key.format].example] }),
    ...(deprecation === null ? {} : { deprecationMessage: `${deprecation}.` }),
    ...(key.readOnly ? { doNotSuggest: true } : {}),
  };
}

/** In draft-07 nothing beside `$ref` is looked at, so that a reference with a description needs a wrapper. */
function withReference(shape: Schema): Schema {
  return "$ref" in shape ? { allOf: [shape] } : shape;
}

function arrayLimits({ limits }: KeySpec): Schema {
  return {
    ...(limits.minItems === undefined ? {} : { minItems: limits.minItems }),
    ...(limits.maxItems === undefined ? {} : { maxItems: limits.maxItems }),
  };
}

function valueSchema(key: KeySpec): Schema {
  if (key.of !== null) return { $ref: `#/definitions/${key.of}` };
  if (key.enum !== null) return key.openEnum ? { anyOf: [{ enum: key.enum }, { type: "string" }] } : { enum: key.enum };
  const base = key.type === "array" ? key.itemType : key.type;
  if (base === "any") return key.typeText === "value" ? { type: ["string", "number"] } : {};
  if (base === "number") return numberSchema(key);
  if (base === "string") return stringSchema(key);
  return { type: base };
}

function numberSchema({ limits }: KeySpec): Schema {
  const { minimum, maximum, exclusiveMinimum, integer } = limits;
  return {
    type: integer === true ? "integer" : "number",
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
  };
}

function stringSchema({ limits, format }: KeySpec): Schema {
  const pattern = format === null ? null : KEY_FORMATS[format].pattern;
  const contains = limits.contains === undefined ? null : escapePattern(limits.contains);
  return {
    type: "string",
    ...(limits.minLength === undefined ? {} : { minLength: limits.minLength }),
    // Characters; the bytes of UTF-8 may be more.
    ...(limits.maxBytes === undefined ? {} : { maxLength: limits.maxBytes }),
    ...(pattern === null && contains === null ? {} : { pattern: pattern ?? contains }),
  };
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
