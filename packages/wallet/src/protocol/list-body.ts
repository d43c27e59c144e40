import { ownMember, parseJsonObject, toJsonBytes } from "./json-body.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";
import { type Parsed, parsed, unreadable } from "./parsed.ts";

/** Body of a list: what changed, and the tag to ask with next time. */
export interface ListBody {
  readonly serialNumbers: readonly string[];
  /** Opaque to the device. Must cover every change that `serialNumbers` tells, and move whenever it tells one. */
  readonly lastUpdated: string;
}

/**
 * Reads the body of a list as strictly as a device: `lastUpdated` as a number is no tag.
 *
 * @example
 * ```ts
 * const body = parseListBody(bytes);
 * if (body.ok) console.log(body.value.serialNumbers, body.value.lastUpdated);
 * ```
 */
export function parseListBody(bytes: Uint8Array): Parsed<ListBody> {
  const object = parseJsonObject(bytes, PROTOCOL_LIMITS.listBytes);
  if (!object.ok) return object;
  const serialNumbers = ownMember(object.value, "serialNumbers");
  const lastUpdated = ownMember(object.value, "lastUpdated");
  if (!Array.isArray(serialNumbers)) return unreadable("serialNumbers is missing or no array");
  if (serialNumbers.length > PROTOCOL_LIMITS.serialNumbers) return unreadable("serialNumbers has too many entries");
  if (!serialNumbers.every((serial) => typeof serial === "string")) return unreadable("serialNumbers has an entry that is no text");
  if (typeof lastUpdated !== "string") return unreadable("lastUpdated is missing or no text");
  if (lastUpdated.length > PROTOCOL_LIMITS.tagLength || !lastUpdated.isWellFormed()) return unreadable("lastUpdated is no tag");
  return parsed({ serialNumbers, lastUpdated });
}

/**
 * Body of a list. With no serial numbers answer 204 instead.
 *
 * @example
 * ```ts
 * buildListBody({ serialNumbers: ["0001"], lastUpdated: "42" });
 * ```
 */
export function buildListBody({ serialNumbers, lastUpdated }: ListBody): Uint8Array<ArrayBuffer> {
  return toJsonBytes({ serialNumbers, lastUpdated });
}
