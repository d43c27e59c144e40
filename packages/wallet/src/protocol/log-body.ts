import { ownMember, parseJsonObject, toJsonBytes } from "./json-body.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";
import { type Parsed, parsed, unreadable } from "./parsed.ts";

/** Body of a log. */
export interface LogBody {
  readonly logs: readonly string[];
}

/** A log that was taken, and how much of it was left out. */
export interface LogReading extends LogBody {
  /** Entries beyond the limit, and entries that are no text. */
  readonly dropped: number;
  /** Entries that were cut to the limit. */
  readonly cut: number;
}

/**
 * Reads a log. Anyone can write one, without a token: sizes are capped, what is too much is left out rather than refused, and
 * nothing in it may be believed.
 *
 * @example
 * ```ts
 * const body = parseLogBody(bytes);
 * if (body.ok) for (const message of body.value.logs) console.log(redactMessage(message));
 * ```
 */
export function parseLogBody(bytes: Uint8Array): Parsed<LogReading> {
  const object = parseJsonObject(bytes, PROTOCOL_LIMITS.logBytes);
  if (!object.ok) return object;
  const entries = ownMember(object.value, "logs");
  if (!Array.isArray(entries)) return unreadable("logs is missing or no array");
  const texts = entries.slice(0, PROTOCOL_LIMITS.logMessages).filter((entry) => typeof entry === "string");
  const logs = texts.map((text) => text.slice(0, PROTOCOL_LIMITS.logMessageLength));
  return parsed({
    logs,
    dropped: entries.length - texts.length,
    cut: texts.filter(({ length }) => length > PROTOCOL_LIMITS.logMessageLength).length,
  });
}

/**
 * Body of a log, within the limits.
 *
 * @example
 * ```ts
 * buildLogBody({ logs: ["[2026-03-01 13:00:00 +0100] …"] });
 * ```
 */
export function buildLogBody({ logs }: LogBody): Uint8Array<ArrayBuffer> {
  const kept = logs
    .slice(0, PROTOCOL_LIMITS.logMessages)
    .map((text) => text.slice(0, PROTOCOL_LIMITS.logMessageLength).toWellFormed());
  let bytes = toJsonBytes({ logs: kept });
  while (bytes.length > PROTOCOL_LIMITS.logBytes) {
    kept.length = Math.floor(kept.length / 2);
    bytes = toJsonBytes({ logs: kept });
  }
  return bytes;
}
