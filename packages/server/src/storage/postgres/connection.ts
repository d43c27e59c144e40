import { DatabaseError, Pool, types, type ClientConfig, type PoolClient, type QueryResultRow } from "pg";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { fromPostgresError, isWorthRepeating } from "./postgres-error.ts";

/** Runs statements, on any connection or on the one of a transaction. With a name they are prepared once per connection. */
export interface Statements {
  query<Row>(text: string, values: readonly unknown[], name?: string): Promise<readonly Row[]>;
}

/** The connections to a database. */
export interface Connection extends Statements {
  /** Runs the work in a transaction (read committed); again where another one got in its way. */
  transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Earlier revisions that are kept of each pass. */
  readonly revisionsKept?: number;
  /** How long an answer may take before its connection counts as dead; above what a statement may take. */
  readonly answerMs?: number;
}

const TIMEOUT_MS = { connect: 10_000, statement: 60_000, answer: 70_000 } as const;
const TRIES = 6;

/**
 * Every statement of ours goes through an index, whatever the planner believes of tables that have grown a thousandfold since it
 * last looked: at start, and after a bulk import, a plan for small tables would read whole big ones.
 */
const SESSION = `SET jit = off; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
  SET statement_timeout = ${TIMEOUT_MS.statement}; SET idle_in_transaction_session_timeout = ${TIMEOUT_MS.statement}`;

/** `bigint` comes as text unless told otherwise; ours stay below 2^53. */
const BIGINT = 20;
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: unknown) =>
  oid === BIGINT ? Number : (types.getTypeParser as (oid: number, format?: unknown) => (text: string) => unknown)(oid, format);

/** What a client is set up with, the one that migrates included. */
export function clientConfig(url: string): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS.connect,
    application_name: "passwright",
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** Without listeners a connection that breaks ends the process. Whoever uses it learns of it by the failing query. */
const ignore = () => undefined;

/** Opens nothing yet: connections are made as they are needed, and again after the database was away. */
export function createConnection(options: ConnectionOptions): Connection {
  const { url, poolSize, revisionsKept = STORAGE_LIMITS.revisionsKept, answerMs = TIMEOUT_MS.answer } = options;
  // Statements read it there: it is the same for all of a connection.
  const session = `${SESSION}; SET passwright.revisions_kept = ${Math.floor(revisionsKept)}`;
  const pool = new Pool({
    ...clientConfig(url),
    max: poolSize,
    // The database ends a statement that takes too long; of a database that is cut off nobody says so, for a quarter of an hour.
    query_timeout: answerMs,
    idleTimeoutMillis: 60_000,
    // The pool waits for the promise; its types do not say so.
    onConnect: (client): Promise<unknown> => {
      client.on("error", ignore);
      return client.query(session);
    },
  });
  let closing: Promise<void> | undefined;
  pool.on("error", ignore);

  async function run<Row>(on: Pool | PoolClient, text: string, values: readonly unknown[], name?: string): Promise<readonly Row[]> {
    const config = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    const { rows } = await on.query<Row & QueryResultRow>(config);
    return rows;
  }

  async function attempt<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken: unknown;
    try {
      await client.query("BEGIN");
      const result = await work({ query: (text, values, name) => run(client, text, values, name) });
      await client.query("COMMIT");
      return result;
    } catch (error) {
      if (error instanceof DatabaseError || error instanceof StorageError) {
        await client.query("ROLLBACK").catch((reason: unknown) => {
          broken = reason;
        });
      } else {
        // Nobody answers there: the database takes a transaction back with its connection.
        broken = error;
      }
      throw error;
    } finally {
      client.release(broken !== undefined);
    }
  }

  function assertOpen(): void {
    if (closing !== undefined) throw new StorageError("ERR_STORAGE_CLOSED");
  }

  return {
    query: async (text, values, name) => {
      assertOpen();
      try {
        return await run(pool, text, values, name);
      } catch (error) {
        throw fromPostgresError(error);
      }
    },
    transaction: async (work) => {
      assertOpen();
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          if (tries === TRIES || !isWorthRepeating(error)) throw fromPostgresError(error);
          await new Promise((resolve) => {
            setTimeout(resolve, Math.random() * 10 * 2 ** tries);
          });
        }
      }
    },
    close: () => (closing ??= pool.end()),
  };
}
