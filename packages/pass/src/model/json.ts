/** JSON values as they come out of pass.json: anything may be anything until a check has looked at it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The steps from the top of a document to a value in it: `["generic", "primaryFields", 0, "value"]`. */
export type JsonPath = readonly (string | number)[];

/**
 * Whether a value is an object, and no list.
 *
 * @example
 * ```ts
 * const { nfc } = pass.data;
 * if (isJsonObject(nfc)) console.log(nfc["message"]);
 * ```
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether a value is a list, with items that are JSON again.
 *
 * @example
 * ```ts
 * const { barcodes } = pass.data;
 * if (isJsonArray(barcodes)) console.log(barcodes.length);
 * ```
 */
export function isJsonArray(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * A path as a JSON Pointer (RFC 6901).
 *
 * @example
 * ```ts
 * toJsonPointer(["generic", "primaryFields", 0, "value"]); // "/generic/primaryFields/0/value"
 * ```
 */
export function toJsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
