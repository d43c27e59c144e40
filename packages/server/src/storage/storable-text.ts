import { StorageError } from "./storage-error.ts";
import { STORAGE_LIMITS } from "./storage-limits.ts";

/**
 * Whether a text can be (part of) a key in both databases. PostgreSQL has no NUL in texts; a lone surrogate would be stored as
 * U+FFFD, and so name the row of another text. A device may send any of these: they name nothing.
 */
export function isKeyText(text: string): boolean {
  return (
    text !== "" &&
    text.length <= STORAGE_LIMITS.keyBytes &&
    !text.includes("\0") &&
    text.isWellFormed() &&
    // A UTF-16 unit is at most 3 bytes: most texts need no count.
    (text.length * 3 <= STORAGE_LIMITS.keyBytes || Buffer.byteLength(text) <= STORAGE_LIMITS.keyBytes)
  );
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`: see {@link isKeyText}. */
export function assertKeyTexts(keys: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(keys)) {
    if (!isKeyText(text)) {
      throw new StorageError(
        "ERR_STORAGE_ARGUMENT",
        `The ${name} is empty, longer than ${STORAGE_LIMITS.keyBytes} bytes, or holds a character that cannot be stored`,
      );
    }
  }
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`: the text holds a NUL or a lone surrogate, or is too long. */
export function assertText(name: string, text: string, length: number = Number.POSITIVE_INFINITY): void {
  if (text.length > length || text.includes("\0") || !text.isWellFormed()) {
    throw new StorageError("ERR_STORAGE_ARGUMENT", `The ${name} is too long or holds a character that cannot be stored`);
  }
}

/** The nearest text that can be stored: for what devices write, which must not fail for a stray character. */
export function toStorableText(text: string): string {
  return text.replaceAll("\0", "\u{fffd}").toWellFormed();
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`: more than a call may take. */
export function assertCount(what: string, count: number, most: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0 && count <= most)) {
    throw new StorageError("ERR_STORAGE_ARGUMENT", `${what}: ${count} is not a number from 0 to ${most}`);
  }
}
