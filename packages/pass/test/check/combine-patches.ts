import { isJsonObject, type JsonObject } from "../../src/model/json.ts";

/** Two JSON merge patches as one that does what they do one after the other: a null stays, to remove from what is patched. */
export function combinePatches(first: JsonObject, second: JsonObject): JsonObject {
  const result: Record<string, JsonObject[string]> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = result[key];
    result[key] = isJsonObject(before) && isJsonObject(value) ? combinePatches(before, value) : value;
  }
  return result;
}
