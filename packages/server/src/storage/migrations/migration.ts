import { createHash } from "node:crypto";
import { StorageError } from "../storage-error.ts";

/** One step of the schema. A step that was released never changes: a new step follows it. */
export interface Migration {
  /** Counts from 1. */
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** A step that a database has behind it. */
export interface AppliedMigration {
  readonly id: number;
  readonly checksum: string;
}

/** SHA-256 of a step's SQL, in hex: tells a database whose steps are not ours. */
export function checksumOf(migration: Migration): string {
  return createHash("sha256").update(migration.sql).digest("hex");
}

/**
 * Steps that a database still needs, in order.
 *
 * @throws {StorageError} `ERR_STORAGE_NEWER_SCHEMA`, `ERR_STORAGE_CHANGED_SCHEMA`.
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const last = known.at(-1)?.id ?? 0;
  const newest = Math.max(0, ...applied.map(({ id }) => id));
  if (newest > last) {
    throw new StorageError(
      "ERR_STORAGE_NEWER_SCHEMA",
      `The database has schema ${newest}, this program knows ${last}: start a newer version, or restore a copy from before`,
    );
  }
  const checksums = new Map(applied.map(({ id, checksum }) => [id, checksum]));
  const changed = known.find((step) => step.id <= newest && checksums.get(step.id) !== checksumOf(step));
  if (changed !== undefined) {
    throw new StorageError(
      "ERR_STORAGE_CHANGED_SCHEMA",
      `Schema step ${changed.id} (${changed.name}) is not the one of this program`,
    );
  }
  return known.filter(({ id }) => id > newest);
}
