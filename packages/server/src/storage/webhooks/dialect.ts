import { type Kysely, PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** Which database a query is written for; for the few words in which the two differ. */
export function isForPostgres(queries: Kysely<Tables>): boolean {
  return queries.getExecutor().adapter instanceof PostgresAdapter;
}

/**
 * Texts as a table `(value)`, in one parameter: the text of the query stays the same however many there are, and so its
 * statement is prepared once.
 */
export function textsTable(queries: Kysely<Tables>, texts: readonly string[]): RawBuilder<unknown> {
  return isForPostgres(queries)
    ? sql`(select value, place from unnest(${texts}::text[]) with ordinality as given (value, place))`
    : sql`(select value, key as place from json_each(${JSON.stringify(texts)}))`;
}

/** A record of texts as a table `(key, value)`, in one parameter. */
export function recordTable(queries: Kysely<Tables>, record: Readonly<Record<string, string>>): RawBuilder<unknown> {
  const json = JSON.stringify(record);
  return isForPostgres(queries)
    ? sql`(select key, value from json_each_text(${json}::json))`
    : sql`(select key, value from json_each(${json}))`;
}
