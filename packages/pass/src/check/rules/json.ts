import { isJsonArray, isJsonObject, type JsonValue } from "../../model/json.ts";
import { dictionariesWith, findKey } from "../../model/keys/lookup.ts";
import { suggestKey } from "../../model/keys/suggest-key.ts";
import { FIELD_SECTIONS, isPassStyle } from "../../model/style.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { KeyOccurrence } from "../known-keys.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { JSON_SYNTAX_RULES } from "./json-syntax.ts";

const USER_INFO_LOG = "https://github.com/tomasmcguinness/dotnet-passbook/issues/123";

/** Values of a wrong type, and keys that no system knows. */
const JSON_VALUE_RULES: readonly Rule[] = [
  {
    id: "json-null",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    general: true,
    *check({ keys }) {
      for (const { file, path, value, spec } of keys) {
        const isEmptyList = (spec?.type === "object" || spec?.name === "userInfo") && isJsonArray(value) && value.length === 0;
        if (spec !== undefined && (value === null || isEmptyList))
          yield { where: { file, path }, params: { key: spec.name, value: shown(value) } };
      }
    },
  },
  {
    id: "json-bool-string",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.nfcLog, SOURCES.wrongClassLog],
    general: true,
    *check({ keys }) {
      for (const { file, path, value, spec } of keys) {
        if (spec?.type !== "boolean" || !isBooleanLike(value)) continue;
        const suggestion = value === 1 || (typeof value === "string" && /^(?:true|yes|1)$/iu.test(value.trim()));
        yield { where: { file, path }, params: { key: spec.name, value: shown(value), suggestion } };
      }
    },
  },
  {
    id: "json-number-string",
    severity: "error",
    effect: "loses",
    basis: "apple-tool",
    confirmed: true,
    sources: [SOURCES.passBuilder, SOURCES.pass],
    general: true,
    *check({ keys }) {
      for (const { file, path, value, spec } of keys) {
        if (spec?.type !== "number" || typeof value !== "string") continue;
        const number = Number(value.trim().replace(/^([+-]?\d+),(\d+)$/u, "$1.$2"));
        const suggestion = value.trim() !== "" && Number.isFinite(number) ? String(number) : "the number";
        yield { where: { file, path }, params: { key: spec.name, value: shown(value), suggestion } };
      }
    },
  },
  {
    id: "json-type",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.wrongClassLog, SOURCES.pass],
    general: true,
    check: wrongTypes,
  },
  {
    // Apple's guide of 2012 allowed any JSON here, and devices before iOS 9 took it.
    id: "userinfo-object",
    severity: "error",
    effect: "refuses",
    step: "required",
    refusal: "now",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.wrongClassLog, USER_INFO_LOG, SOURCES.pass],
    *check({ pass }) {
      const info = pass["userInfo"];
      // An empty list is what some languages make of an empty object, and null of nothing: `json-null` tells them.
      if (info === undefined || info === null || isJsonObject(info) || (isJsonArray(info) && info.length === 0)) return;
      yield inPass(["userInfo"], { value: shown(info) });
    },
  },
  {
    id: "unknown-key",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    general: true,
    *check(subject) {
      for (const occurrence of unknownKeys(subject)) {
        if (suggestKey(occurrence.dictionary, occurrence.name) !== undefined) continue;
        // A name that several dictionaries have says nothing of which one was meant.
        const homes = dictionariesWith(occurrence.name);
        yield hitOf(occurrence, { hint: homes.length === 1 ? ` The key belongs to ${homes.join("")}.` : "" });
      }
    },
  },
  {
    id: "unknown-key-case",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    general: true,
    check: (subject) => misspelt(subject, "case"),
  },
  {
    id: "unknown-key-spelling",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    general: true,
    check: (subject) => misspelt(subject, "spelling"),
  },
  {
    id: "misplaced-key",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.passBuilder],
    *check({ keys, pass }) {
      for (const { dictionary, name, path, spec, value } of keys) {
        if (dictionary !== "PassFields" || spec !== undefined || isPassStyle(name) || findKey("Pass", name) === undefined) continue;
        // Generators write empty lists everywhere; nothing is lost with them.
        if (pass[name] === undefined && value !== null && !isEmpty(value))
          yield inPass(path, { key: name, style: String(path[0] ?? "") });
      }
    },
  },
  {
    id: "fields-top-level",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.passFields, SOURCES.observed],
    *check({ pass, style }) {
      for (const section of FIELD_SECTIONS) {
        const fields = pass[section];
        if (fields !== undefined && fields !== null && !isEmpty(fields))
          yield inPass([section], { section, style: style ?? "generic" });
      }
    },
  },
  {
    id: "designer-id",
    severity: "info",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    *check({ keys }) {
      const found = keys.filter(isDesignerId);
      const [first] = found;
      if (first !== undefined) yield { where: { file: first.file, path: first.path }, params: { count: found.length } };
    },
  },
];

export const JSON_RULES: readonly Rule[] = [...JSON_SYNTAX_RULES, ...JSON_VALUE_RULES];

function isEmpty(value: JsonValue): boolean {
  return (isJsonArray(value) && value.length === 0) || (isJsonObject(value) && Object.keys(value).length === 0) || value === "";
}

function isBooleanLike(value: JsonValue): boolean {
  return value === 0 || value === 1 || (typeof value === "string" && /^(?:true|false|yes|no|[01])$/iu.test(value.trim()));
}

function hitOf({ file, path, name, dictionary }: KeyOccurrence, params: Record<string, string>): Hit {
  return { where: { file, path }, params: { key: clip(name), dictionary, ...params } };
}

/** The dictionaries that Pass Designer numbers. An `_id` elsewhere comes from a database. */
const DESIGNER_DICTIONARIES: ReadonlySet<string> = /* @__PURE__ */ new Set(["PassFieldContent", "Seat", "FeaturedAction"]);

function isDesignerId({ dictionary, name }: KeyOccurrence): boolean {
  return name === "_id" && DESIGNER_DICTIONARIES.has(dictionary);
}

/** Unknown keys that are compared with all known ones: a file of thousands of them has nothing to do with a pass. */
const MAX_UNKNOWN_KEYS = 200;

/** What stands in a known dictionary without being known. Semantic tags have a rule of their own, Pass Designer's `_id` too. */
function* unknownKeys({ keys, pass }: CheckSubject): Generator<KeyOccurrence> {
  let count = 0;
  for (const occurrence of keys) {
    const { dictionary, name, spec } = occurrence;
    if (spec !== undefined || dictionary === "SemanticTags" || isDesignerId(occurrence)) continue;
    const isMisplaced = dictionary === "PassFields" && findKey("Pass", name) !== undefined && pass[name] === undefined;
    const isSection = dictionary === "Pass" && FIELD_SECTIONS.some((section) => section === name);
    if (isMisplaced || isSection) continue;
    count += 1;
    if (count > MAX_UNKNOWN_KEYS) return;
    yield occurrence;
  }
}

function* misspelt(subject: CheckSubject, kind: "case" | "spelling"): Generator<Hit> {
  for (const occurrence of unknownKeys(subject)) {
    const near = suggestKey(occurrence.dictionary, occurrence.name);
    if (near?.difference === kind) yield hitOf(occurrence, { suggestion: near.key.name });
  }
}

const TYPE_NAMES = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "an array",
} as const;

/** Types that no narrower rule tells: an object where a text belongs, a text where an array belongs. */
function* wrongTypes({ keys }: CheckSubject): Generator<Hit> {
  for (const { file, path, value, spec } of keys) {
    if (spec === undefined || value === null || spec.type === "any") continue;
    const actual = typeOf(value);
    if (actual === spec.type) {
      if (!isJsonArray(value) || spec.itemType === null || spec.itemType === "any") continue;
      for (const [index, item] of value.entries()) {
        if (item === null || typeOf(item) === spec.itemType || (spec.itemType === "boolean" && isBooleanLike(item))) continue;
        yield {
          where: { file, path: [...path, index] },
          params: { key: spec.name, value: shown(item), expected: TYPE_NAMES[spec.itemType] },
        };
      }
      continue;
    }
    const isTold =
      (spec.type === "boolean" && isBooleanLike(value)) ||
      (spec.type === "number" && actual === "string") ||
      (spec.type === "object" && isJsonArray(value) && value.length === 0);
    if (!isTold) yield { where: { file, path }, params: { key: spec.name, value: shown(value), expected: TYPE_NAMES[spec.type] } };
  }
}

function typeOf(value: JsonValue): "string" | "number" | "boolean" | "object" | "array" {
  if (isJsonArray(value)) return "array";
  return typeof value as "string" | "number" | "boolean" | "object";
}
