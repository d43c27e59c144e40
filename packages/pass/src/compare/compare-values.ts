import { isJsonArray, isJsonObject, toJsonPointer, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import type { ValueChange } from "./pass-comparison.ts";

/**
 * What differs between two JSON values, as small as it can be said: objects member by member, arrays item by item at the
 * same index. Recursion is safe: the reader of pass.json limits the nesting.
 */
export function* compareValues(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: JsonPath,
): Generator<ValueChange> {
  if (before === undefined || after === undefined) {
    if (after !== undefined) yield { kind: "added", pointer: toJsonPointer(path), after };
    if (before !== undefined) yield { kind: "removed", pointer: toJsonPointer(path), before };
  } else if (isJsonArray(before) && isJsonArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      yield* compareValues(before[index], after[index], [...path, index]);
    }
  } else if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of memberNames(before, after)) yield* compareValues(member(before, key), member(after, key), [...path, key]);
  } else if (before !== after) {
    yield { kind: "changed", pointer: toJsonPointer(path), before, after };
  }
}

/** Whether two JSON values say the same; the order of keys does not matter. */
export function isSameValue(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  return compareValues(before, after, []).next().done === true;
}

/** The names of both objects' members: those of the newer one in its order, then what it no longer has. */
export function memberNames(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

/** A member of an object out of a file: `constructor` and its kind are names like any other there. */
export function member(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
