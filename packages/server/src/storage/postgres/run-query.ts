import type { CompiledQuery } from "kysely";
import type { Statements } from "./connection.ts";

/** Runs a query that Kysely wrote; for those that are not on the way of every request. */
export function runQuery<Row>(statements: Statements, query: CompiledQuery<Row>): Promise<readonly Row[]> {
  return statements.query<Row>(query.sql, query.parameters);
}
