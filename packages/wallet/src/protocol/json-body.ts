import { type Parsed, parsed, unreadable } from "./parsed.ts";

/** A JSON object as it comes from a stranger. */
export type UntrustedObject = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON object of at most `maxBytes` bytes. Strict in UTF-8: a lenient decoder would make two different push tokens one.
 *
 * @example
 * ```ts
 * const body = parseJsonObject(bytes, PROTOCOL_LIMITS.logBytes);
 * if (!body.ok) console.log("answer 400:", body.problem);
 * ```
 */
export function parseJsonObject(bytes: Uint8Array, maxBytes: number): Parsed<UntrustedObject> {
  if (bytes.length > maxBytes) return unreadable(`the body has ${bytes.length} bytes, ${maxBytes} at most`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return unreadable("the body is not JSON in UTF-8");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return unreadable("the body is not a JSON object");
  return parsed(value as UntrustedObject);
}

/** A member of its own; `constructor` and its kind are names like any other. */
export function ownMember(object: UntrustedObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Bytes of a JSON body. */
export function toJsonBytes(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}
