import { DatabaseError } from "pg";
import { StorageError, type StorageErrorCode } from "../storage-error.ts";

/** By SQLSTATE, whole or its class: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ["53100", "ERR_STORAGE_FULL"],
  ["53", "ERR_STORAGE_UNAVAILABLE"],
  ["08", "ERR_STORAGE_UNAVAILABLE"],
  ["57", "ERR_STORAGE_UNAVAILABLE"],
  ["28", "ERR_STORAGE_UNAVAILABLE"],
  ["3D000", "ERR_STORAGE_UNAVAILABLE"],
  ["25006", "ERR_STORAGE_UNAVAILABLE"],
  ["55P03", "ERR_STORAGE_UNAVAILABLE"],
  ["40", "ERR_STORAGE_UNAVAILABLE"],
  ["54", "ERR_STORAGE_ARGUMENT"],
  ["22", "ERR_STORAGE_ARGUMENT"],
  ["42501", "ERR_STORAGE_FOREIGN"],
  ["XX001", "ERR_STORAGE_DAMAGED"],
  ["XX002", "ERR_STORAGE_DAMAGED"],
];

/** An error of the driver or the database as one of ours. What holds values (`detail`) stays in the cause. */
export function fromPostgresError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof DatabaseError) {
    const code = CODES.find(([prefix]) => error.code?.startsWith(prefix))?.[1] ?? "ERR_STORAGE_FAILED";
    return new StorageError(code, `PostgreSQL: ${error.message} (${error.code ?? "no code"})`, { cause: error });
  }
  // All else comes from the socket or the pool: refused, reset, ended, timed out.
  const message = error instanceof Error && error.message !== "" ? error.message : "no connection";
  return new StorageError("ERR_STORAGE_UNAVAILABLE", `PostgreSQL does not answer: ${message}`, { cause: error });
}

/** Whether the same transaction can succeed when it is run again: a deadlock, a conflict, another's row that came first. */
export function isWorthRepeating(error: unknown): boolean {
  return error instanceof DatabaseError && ["40P01", "40001", "23505"].includes(error.code ?? "");
}
