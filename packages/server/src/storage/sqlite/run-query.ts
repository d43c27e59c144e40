import type Database from "better-sqlite3";
import type { CompiledQuery } from "kysely";

/** Runs a query that Kysely wrote; for those that are not on the way of every request. */
export function runQuery<Row>(database: Database.Database, query: CompiledQuery<Row>): readonly Row[] {
  const statement = database.prepare<unknown[], Row>(query.sql);
  const parameters = query.parameters.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
  if (statement.reader) return statement.all(...parameters);
  statement.run(...parameters);
  return [];
}
