import { createStorage } from "../storage-front.ts";
import type { Storage, StoredPass, PassVersion } from "../storage.ts";
import { createQueryWriter } from "../tables.ts";
import { createConnection, type Connection } from "./connection.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { PASS_COLUMNS } from "./postgres-passes.ts";
import { createPostgresOperations } from "./postgres-operations.ts";
import { runQuery } from "./run-query.ts";

/** How a storage in PostgreSQL is opened. */
export interface PostgresStorageOptions {
  /** `postgres://user:password@host:port/database`, as in `DATABASE_URL`. */
  readonly url: string;
  /** Connections at most; 10 unless given. */
  readonly poolSize?: number;
  /** Earlier revisions that are kept of each pass; `STORAGE_LIMITS.revisionsKept` when absent, 0: none. */
  readonly revisionsKept?: number;
  /** Epoch ms, for the statistics; all else is told the time. */
  readonly clock?: () => number;
}

/**
 * Opens the storage in a PostgreSQL database (UTF-8, version 14 or newer), bringing its schema up to date. Any number of
 * processes share one database. When it goes away, calls fail with `ERR_STORAGE_UNAVAILABLE`, and go on when it is back.
 *
 * @throws {StorageError} `ERR_STORAGE_UNAVAILABLE`, `ERR_STORAGE_NEWER_SCHEMA`, `ERR_STORAGE_CHANGED_SCHEMA`,
 *   `ERR_STORAGE_FOREIGN`.
 *
 * @example
 * ```ts
 * import { openPostgresStorage } from "@passwright/server";
 *
 * const storage = await openPostgresStorage({ url: "postgres://passwright@localhost/passwright" });
 * await storage.close();
 * ```
 */
export async function openPostgresStorage(options: PostgresStorageOptions): Promise<Storage> {
  await migratePostgres(options.url);
  const connection = createConnection({
    url: options.url,
    poolSize: options.poolSize ?? 10,
    ...(options.revisionsKept !== undefined && { revisionsKept: options.revisionsKept }),
  });
  return createPostgresStorage(connection, options.clock ?? Date.now);
}

const SQL = {
  version: `SELECT authentication_token AS "authenticationToken", revision, modified_at AS "modifiedAt"
    FROM passes WHERE pass_type = $1 AND serial_number = $2`,
  pass: `SELECT ${PASS_COLUMNS} FROM passes WHERE pass_type = $1 AND serial_number = $2`,
  passes: `SELECT ${PASS_COLUMNS} FROM unnest($2::text[]) AS wanted (serial)
    JOIN passes ON pass_type = $1 AND serial_number = wanted.serial`,
  // The pass is looked up per registration of the device: a join could be turned around, into a walk over all new passes.
  changed: `SELECT serial_number AS "serialNumber", newest AS tag FROM (
      SELECT r.serial_number, greatest(r.tag, (
        SELECT p.tag FROM passes p WHERE p.pass_type = r.pass_type AND p.serial_number = r.serial_number
      )) AS newest
      FROM registrations r WHERE r.pass_type = $1 AND r.device_id = $2 OFFSET 0
    ) held WHERE newest > $3`,
  sequence: "SELECT sequence FROM pass_types WHERE id = $1",
  page: `SELECT ${PASS_COLUMNS} FROM passes WHERE pass_type = $1 AND serial_number > $2 ORDER BY serial_number LIMIT $3`,
  pageOfTemplate: `SELECT ${PASS_COLUMNS} FROM passes
    WHERE pass_type = $1 AND template_id = $2 AND serial_number > $3 ORDER BY serial_number LIMIT $4`,
} as const;

function createPostgresStorage(connection: Connection, clock: () => number): Storage {
  const queries = createQueryWriter("postgres");
  const operations = createPostgresOperations(queries);

  async function listAfter(passType: string, device: string, after: number) {
    return connection.query<{ readonly serialNumber: string; readonly tag: number }>(
      SQL.changed,
      [passType, device, after],
      "changed",
    );
  }

  return createStorage(
    {
      dialect: "postgres",
      isOnlyWriter: false,
      queries,
      findVersion: async ({ passTypeIdentifier, serialNumber }) =>
        (await connection.query<PassVersion>(SQL.version, [passTypeIdentifier, serialNumber], "version"))[0],
      find: async ({ passTypeIdentifier, serialNumber }) =>
        (await connection.query<StoredPass>(SQL.pass, [passTypeIdentifier, serialNumber], "pass"))[0],
      findMany: (passTypeIdentifier, serialNumbers) =>
        connection.query<StoredPass>(SQL.passes, [passTypeIdentifier, serialNumbers], "passes"),
      listChanged: async ({ passTypeIdentifier, deviceLibraryIdentifier, since }) => {
        let rows = await listAfter(passTypeIdentifier, deviceLibraryIdentifier, since ?? -1);
        if (rows.length === 0 && since !== null) {
          const [newest] = await connection.query<{ readonly sequence: number }>(SQL.sequence, [passTypeIdentifier], "sequence");
          if (since > (newest?.sequence ?? 0)) rows = await listAfter(passTypeIdentifier, deviceLibraryIdentifier, -1);
        }
        if (rows.length === 0) return undefined;
        return {
          serialNumbers: rows.map(({ serialNumber }) => serialNumber),
          tag: rows.reduce((newest, { tag }) => Math.max(newest, tag), 0),
        };
      },
      page: ({ passTypeIdentifier, templateId, after = "", limit }) =>
        templateId === undefined
          ? connection.query<StoredPass>(SQL.page, [passTypeIdentifier, after, limit], "page")
          : connection.query<StoredPass>(SQL.pageOfTemplate, [passTypeIdentifier, templateId, after, limit], "page_of_template"),
      all: (query) => runQuery(connection, query),
      run: (name, input) => connection.transaction((statements) => operations[name](statements, input)),
      ping: (signal) => ping(connection, signal),
      close: () => connection.close(),
    },
    clock,
  );
}

/** The query cannot be called back, but whoever asked need not wait for it. */
async function ping(connection: Connection, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => {
    aborted.reject(signal?.reason);
  };
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([connection.query("SELECT 1", []), aborted.promise]);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}
