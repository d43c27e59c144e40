import { WalletError } from "../errors.ts";
import { PROTOCOL_LIMITS } from "./limits.ts";

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/**
 * Whether a text can be an identifier of the protocol. Identifiers are opaque: no more is asked than that they can be sent and
 * logged. Control characters are refused because a line break in one forges lines in a log.
 *
 * @example
 * ```ts
 * isIdentifier("0001"); // true
 * isIdentifier("a\nb"); // false
 * ```
 */
export function isIdentifier(text: string): boolean {
  return text !== "" && text.length <= PROTOCOL_LIMITS.identifierLength && text.isWellFormed() && !CONTROL.test(text);
}

/**
 * An identifier as one step of a path.
 *
 * @throws {WalletError} `ERR_WALLET_IDENTIFIER`, also for `.` and `..`: URL parsers take the steps away, even escaped.
 *
 * @example
 * ```ts
 * encodeIdentifier("A/1", "serial number"); // "A%2F1"
 * ```
 */
export function encodeIdentifier(text: string, what: string): string {
  if (!isIdentifier(text) || text === "." || text === "..") {
    throw new WalletError("ERR_WALLET_IDENTIFIER", `The ${what} cannot be part of a path.`, { details: { what } });
  }
  return encodeURIComponent(text);
}

/**
 * An identifier out of one step of a path; null when it is none: damaged escapes, control characters (`%00`), too long. A
 * decoded slash stays part of the identifier; it must never reach a file system.
 *
 * @example
 * ```ts
 * decodeIdentifier("A%2F1"); // "A/1"
 * decodeIdentifier("%zz"); // null
 * ```
 */
export function decodeIdentifier(step: string): string | null {
  // Three characters for each byte, up to four bytes for a character.
  if (step.length > PROTOCOL_LIMITS.identifierLength * 12) return null;
  let text: string;
  try {
    text = decodeURIComponent(step);
  } catch {
    return null;
  }
  return isIdentifier(text) ? text : null;
}
