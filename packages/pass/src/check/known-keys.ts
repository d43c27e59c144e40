import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import type { DictionaryName, KeySpec } from "../model/keys/key-spec.ts";
import { findKey } from "../model/keys/lookup.ts";

/** A member of a dictionary that the table of keys knows, with the row of its key if it has one. */
export interface KeyOccurrence {
  readonly file: string;
  readonly dictionary: DictionaryName;
  readonly name: string;
  readonly path: JsonPath;
  readonly value: JsonValue;
  readonly spec: KeySpec | undefined;
}

/**
 * Every member of every known dictionary below `data`, parents first. What stands under unknown keys or inside values of
 * any shape (`userInfo`) is not walked. The JSON reader's limits bound depth and number.
 */
export function knownKeys(data: JsonObject, root: DictionaryName, file: string): readonly KeyOccurrence[] {
  const occurrences: KeyOccurrence[] = [];
  const visit = (object: JsonObject, dictionary: DictionaryName, at: JsonPath) => {
    for (const [name, value] of Object.entries(object)) {
      if (value === undefined) continue;
      const spec = findKey(dictionary, name);
      const path = [...at, name];
      occurrences.push({ file, dictionary, name, path, value, spec });
      const of = spec?.of ?? null;
      if (of === null) continue;
      if (isJsonObject(value)) visit(value, of, path);
      else if (isJsonArray(value)) {
        for (const [index, item] of value.entries()) if (isJsonObject(item)) visit(item, of, [...path, index]);
      }
    }
  };
  visit(data, root, []);
  return occurrences;
}
