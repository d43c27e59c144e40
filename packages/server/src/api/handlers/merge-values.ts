import { isJsonObject, type JsonObject, type JsonValue } from "@passwright/pass";

/** A JSON Merge Patch (RFC 7396): members replace, objects merge, null takes away. The depth of both was limited before. */
export function mergeValues(target: JsonObject, patch: Readonly<Record<string, unknown>>): JsonObject {
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(patch)) {
    const known = merged.get(name);
    if (value === null) merged.delete(name);
    else if (isJsonObject(value)) {
      merged.set(name, mergeValues(isJsonObject(known) ? known : {}, value));
    } else merged.set(name, value as JsonValue);
  }
  return Object.fromEntries(merged);
}

/** Whether two values say the same; the order of members does not count. */
export function isSameJson(one: unknown, two: unknown): boolean {
  return JSON.stringify(one, sortMembers) === JSON.stringify(two, sortMembers);
}

function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)));
}
