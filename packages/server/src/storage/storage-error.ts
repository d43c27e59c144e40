/** Error codes of storage: what went wrong in a sentence. */
export const STORAGE_ERRORS = {
  ERR_STORAGE_EXISTS: "A pass with this serial number exists already.",
  ERR_STORAGE_ARGUMENT: "A value cannot be stored, or more was given than one call takes.",
  ERR_STORAGE_LOCKED: "Another process has this database file open.",
  ERR_STORAGE_FULL: "There is no space left for the database; nothing of this change was written.",
  ERR_STORAGE_NEWER_SCHEMA: "The database was written by a newer version of this program.",
  ERR_STORAGE_CHANGED_SCHEMA: "The database was set up by steps that this program does not know.",
  ERR_STORAGE_FOREIGN: "The database is not one of Passwright, or cannot be used as one.",
  ERR_STORAGE_DAMAGED: "The database file is damaged, or is no database.",
  ERR_STORAGE_UNAVAILABLE: "The database does not answer; whether a change under way was written is not known.",
  ERR_STORAGE_CLOSED: "The storage was closed.",
  ERR_STORAGE_BACKUP: "The database could not be copied.",
  ERR_STORAGE_FAILED: "The database refused what it was asked.",
} as const satisfies Record<`ERR_STORAGE_${string}`, string>;

/** A code of {@link STORAGE_ERRORS}. */
export type StorageErrorCode = keyof typeof STORAGE_ERRORS;

/**
 * The error of the room. The message may name files and serial numbers, never values, tokens or the password of a database.
 *
 * @example
 * ```ts
 * import { StorageError } from "@passwright/server";
 *
 * const isDuplicate = (error: unknown) => error instanceof StorageError && error.code === "ERR_STORAGE_EXISTS";
 * ```
 */
export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly code: StorageErrorCode;
  /** Of `ERR_STORAGE_EXISTS`: the serial numbers that exist, or are given twice. */
  readonly serialNumbers: readonly string[];

  constructor(
    code: StorageErrorCode,
    message?: string,
    options: { readonly cause?: unknown; readonly serialNumbers?: readonly string[] } = {},
  ) {
    super(message ?? STORAGE_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.serialNumbers = options.serialNumbers ?? [];
  }
}
