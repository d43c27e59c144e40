import type { JsonObject, JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { setOwn, type Budget } from "./scope.ts";

/** The objects' keys in one object; a later one wins. */
export function mergeObjects(objects: readonly JsonObject[], budget: Budget): JsonObject {
  const merged: Record<string, JsonValue> = {};
  for (const object of objects) {
    const keys = Object.keys(object);
    budget.charge(1 + keys.length);
    for (const key of keys) setOwn(merged, key, object[key] ?? null);
  }
  return merged;
}

/** Objects are merged in depth, lists joined, anything else replaced. */
export function mergeDeep(left: JsonValue, right: JsonValue, budget: Budget): JsonValue {
  budget.charge(1);
  if (isJsonArray(left) && isJsonArray(right)) {
    budget.charge(left.length + right.length);
    return [...left, ...right];
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return right;
  const merged: Record<string, JsonValue> = {};
  for (const key of Object.keys(left)) setOwn(merged, key, left[key] ?? null);
  budget.charge(Object.keys(left).length);
  for (const key of Object.keys(right)) {
    const value = right[key] ?? null;
    setOwn(merged, key, Object.hasOwn(left, key) ? mergeDeep(left[key] ?? null, value, budget) : value);
  }
  return merged;
}
