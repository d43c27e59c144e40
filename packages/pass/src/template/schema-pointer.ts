import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";

/** Follows a JSON Pointer fragment (RFC 6901 §6) inside the schema. */
export function resolveReference(root: JsonObject, reference: string): JsonValue | undefined {
  if (!/^#(?:\/|$)/u.test(reference)) return undefined;
  let value: JsonValue | undefined = root;
  for (const step of reference.split("/").slice(1)) {
    const key = decodeStep(step);
    if (isJsonArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** A step of a pointer in a fragment, unescaped. */
export function decodeStep(step: string): string {
  let text = step;
  try {
    text = decodeURIComponent(step);
  } catch {
    // A bare % stands for itself.
  }
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
