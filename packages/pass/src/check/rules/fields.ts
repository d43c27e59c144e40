import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { FIELD_SECTIONS, type PassStyle } from "../../model/style.ts";
import { inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { FIELD_FORMAT_RULES } from "./field-formats.ts";
import { FIELD_LAYOUT_RULES } from "./field-layout.ts";
import { FIELD_TEXT_RULES } from "./field-texts.ts";

const VALUE_TEST = "https://github.com/tomasmcguinness/dotnet-passbook-validator/issues/17";

/** What makes a field: a key of its own and a value. */
const FIELD_SHAPE_RULES: readonly Rule[] = [
  {
    id: "field-array",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFields],
    narrows: ["json-type"],
    check: wrongSections,
  },
  {
    id: "field-key-required",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        if (field["key"] === undefined || field["key"] === "") yield inPass(path, { section, label: shown(field["label"]) });
      }
    },
  },
  {
    id: "field-key-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFieldContent],
    narrows: ["json-type"],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const key = field["key"];
        if (key !== undefined && key !== null && typeof key !== "string") yield inPass([...path, "key"], { value: shown(key) });
      }
    },
  },
  {
    // The logs are of current systems; passes of 2012 with repeated keys were installed in their day.
    id: "field-key-unique",
    severity: "error",
    effect: "refuses",
    step: "required",
    refusal: "now",
    basis: "community",
    confirmed: true,
    sources: [
      "https://github.com/alvinbaena/passkit/pull/14",
      "https://github.com/tomasmcguinness/dotnet-passbook-validator/issues/20",
      "https://github.com/tomasmcguinness/dotnet-passbook/issues/147",
    ],
    check: repeatedKeys,
  },
  {
    // One report, of 2022: it says nothing of systems before.
    id: "field-value-auxiliary",
    severity: "error",
    effect: "refuses",
    step: "required",
    refusal: "now",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.passFieldContent, VALUE_TEST],
    narrows: ["field-value-required"],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        if (section === "auxiliaryFields" && field["value"] === undefined) yield inPass(path, { key: shown(field["key"]) });
      }
    },
  },
  {
    id: "field-value-required",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.passFieldContent, VALUE_TEST],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        if (field["value"] === undefined) yield inPass(path, { section, key: shown(field["key"]) });
      }
    },
  },
  {
    id: "field-value-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFieldContent],
    narrows: ["json-type"],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const value = field["value"];
        if (value === undefined || value === null || typeof value === "string" || typeof value === "number") continue;
        yield inPass([...path, "value"], { value: shown(value), key: shown(field["key"]) });
      }
    },
  },
  {
    id: "field-value-empty",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        // A field of the back may be a heading, with all of its text in the label or the attributed value.
        if (field["value"] !== "" || field["attributedValue"] !== undefined || section === "backFields") continue;
        yield inPass([...path, "value"], { key: shown(field["key"]), section });
      }
    },
  },
];

export const FIELDS_RULES: readonly Rule[] = [
  ...FIELD_SHAPE_RULES,
  ...FIELD_LAYOUT_RULES,
  ...FIELD_FORMAT_RULES,
  ...FIELD_TEXT_RULES,
];

function* wrongSections({ pass, styles }: CheckSubject): Generator<Hit> {
  for (const style of styles) {
    const dictionary = pass[style];
    if (!isJsonObject(dictionary)) continue;
    for (const section of FIELD_SECTIONS) {
      const fields = dictionary[section];
      if (fields === undefined || fields === null) continue;
      if (!isJsonArray(fields)) {
        yield inPass([style, section], { section, value: shown(fields) });
        continue;
      }
      for (const [index, field] of fields.entries()) {
        if (!isJsonObject(field)) yield inPass([style, section, index], { section, value: shown(field) });
      }
    }
  }
}

/** Two fields of one style with one key. A poster style may repeat the keys of the style beside it: Apple's samples do. */
function* repeatedKeys({ fields }: CheckSubject): Generator<Hit> {
  const seen = new Map<PassStyle, Map<string, string>>();
  for (const { field, path, style, section, index } of fields) {
    const key = field["key"];
    if (typeof key !== "string") continue;
    const keys = seen.get(style) ?? new Map<string, string>();
    seen.set(style, keys);
    const first = keys.get(key);
    if (first === undefined) keys.set(key, `${section}[${index}]`);
    else yield inPass([...path, "key"], { key: shown(key), first });
  }
}
