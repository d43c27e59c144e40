import type { JsonPath } from "../json.ts";
import { DICTIONARY_NAMES, type DictionaryName, type KeySpec } from "./key-spec.ts";
import { KEY_TABLE } from "./table.ts";

const BY_NAME: ReadonlyMap<DictionaryName, ReadonlyMap<string, KeySpec>> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ DICTIONARY_NAMES.map((name) => [name, new Map(KEY_TABLE[name].map((key) => [key.name, key]))]),
);

/**
 * The keys of a dictionary, documented or not, in the order of the reference.
 *
 * @example
 * ```ts
 * keysOf("Pass").filter((key) => key.required === true).map((key) => key.name); // ["formatVersion", …]
 * ```
 */
export function keysOf(dictionary: DictionaryName): readonly KeySpec[] {
  return KEY_TABLE[dictionary];
}

/** The row of a key; undefined when the dictionary has no such key. Names are compared exactly: `logotext` is not `logoText`. */
export function findKey(dictionary: DictionaryName, name: string): KeySpec | undefined {
  return BY_NAME.get(dictionary)?.get(name);
}

/** The dictionaries that have a key of this name: where a misplaced key would belong. */
export function dictionariesWith(name: string): readonly DictionaryName[] {
  return DICTIONARY_NAMES.filter((dictionary) => findKey(dictionary, name) !== undefined);
}

/**
 * The row of the key that the value at `path` stands under; an item of an array has the row of the array. Undefined for
 * the top level, for unknown keys and whatever is below them, and inside values of any shape such as `userInfo`.
 *
 * @param root The dictionary at the top: `Pass`, or `Personalize` for personalization.json.
 */
export function keyAt(path: JsonPath, root: DictionaryName = "Pass"): KeySpec | undefined {
  let dictionary: DictionaryName | null = root;
  let key: KeySpec | undefined;
  let inArray = false;
  for (const step of path) {
    if (typeof step === "number") {
      if (key?.type !== "array" || inArray) return undefined;
      inArray = true;
      dictionary = key.of;
    } else {
      key = dictionary === null ? undefined : findKey(dictionary, step);
      if (key === undefined) return undefined;
      inArray = false;
      dictionary = key.type === "object" ? key.of : null;
    }
  }
  return key;
}

/**
 * The dictionary that the object at `path` is; null when the table knows no object there.
 *
 * @example
 * ```ts
 * dictionaryOf([]); // "Pass"
 * dictionaryOf(["generic", "primaryFields", 0]); // "PassFieldContent"
 * dictionaryOf(["userInfo", "anything"]); // null
 * ```
 */
export function dictionaryOf(path: JsonPath, root: DictionaryName = "Pass"): DictionaryName | null {
  if (path.length === 0) return root;
  const key = keyAt(path, root);
  if (key === undefined) return null;
  return key.type === "array" && typeof path.at(-1) !== "number" ? null : key.of;
}
