import type Database from "better-sqlite3";
import type { CompiledQuery } from "kysely";

/** Runs queries that Kysely wrote. */
export type QueryRunner = <Row>(query: CompiledQuery<Row>) => readonly Row[];

/** Texts of queries are few: their values are parameters. What comes beyond is prepared for the one time. */
const STATEMENTS_KEPT = 100;

/**
 * A runner for one connection. Each text is prepared once: a statement keeps kilobytes outside the heap until the garbage
 * collector, which knows nothing of them, happens to come by.
 */
export function createQueryRunner(database: Database.Database): QueryRunner {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    if (kept.size < STATEMENTS_KEPT) kept.set(text, statement);
    return statement;
  };
  return <Row>({ sql, parameters }: CompiledQuery<Row>) => {
    const statement = prepare(sql);
    const values = parameters.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
    if (statement.reader) return statement.all(...values) as readonly Row[];
    statement.run(...values);
    return [];
  };
}
