import { redactMessage } from "@passwright/wallet/protocol";

/** Names of fields whose values are never written, whatever they hold; compared without regard to case, `-` and `_`. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "authorization",
  "authenticationtoken",
  "token",
  "pushtoken",
  "personalizationtoken",
  "password",
  "passphrase",
  "secret",
  "privatekey",
  "apikey",
  "xapikey",
  "cookie",
  "setcookie",
  "requiredpersonalizationinfo",
  "personalinfo",
]);

/** Characters of one text in a line: nobody can fill the log with one request. */
const TEXT_LENGTH = 1000;

/** Values of a list and members of an object that are written, and how deep. */
const LIMITS = { members: 30, depth: 4 } as const;

/** Whether a text needs neither redaction nor escapes in JSON: what most identifiers are. Tokens have 43 characters and more. */
export function isPlainText(text: string): boolean {
  return text.length < 43 && /^[\w.,/@+-]*$/u.test(text);
}

/**
 * A text fit for a line of the log: without tokens, control characters and terminal codes, and not too long. The patterns of
 * secrets all hold a space, a colon, an equals sign or 43 characters in a row; a text with none of them is spared the search.
 */
export function redactText(text: string): string {
  return isPlainText(text) ? text : redactMessage(text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text);
}

/** Whether a field of this name may hold a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase().replaceAll(/[-_]/gu, ""));
}

/** Any value fit for a line of the log, by name and by pattern. Errors become their name, code and message. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== "object") return undefined;
  if (depth >= LIMITS.depth) return "…";
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.slice(0, LIMITS.members).map((item: unknown) => redactValue(item, depth + 1));
  return redactMembers(Object.entries(value), depth);
}

function redactMembers(entries: readonly (readonly [string, unknown])[], depth: number): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, value] of entries.slice(0, LIMITS.members)) {
    members[redactText(name)] = isSecretName(name) ? "[redacted]" : redactValue(value, depth + 1);
  }
  return members;
}

/** The stack is for the operator alone; its first line repeats the message. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, cause } = error;
  const code: unknown = "code" in error ? error.code : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return redactMembers(
    [
      ["name", name],
      ["code", code],
      ["message", message],
      ["stack", frames.slice(0, 8).map((frame) => frame.trim())],
      ["cause", cause],
    ].filter(([, value]) => value !== undefined) as [string, unknown][],
    depth,
  );
}
