import type { CompiledQuery, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * A query whose text is the same each time: Kysely writes it once for each database, which takes longer than running it, and
 * afterwards only the values change.
 *
 * @param write - the query for these arguments.
 * @param toParameters - its values, in the order in which the query has them.
 */
export function fixedQuery<Args extends readonly unknown[], Row>(
  write: (database: Kysely<Tables>, ...args: Args) => CompiledQuery<Row>,
  toParameters: (...args: Args) => readonly unknown[],
): (database: Kysely<Tables>, ...args: Args) => CompiledQuery<Row> {
  const written = new WeakMap<Kysely<Tables>, CompiledQuery<Row>>();
  return (database, ...args) => {
    const known = written.get(database);
    if (known !== undefined) return { ...known, parameters: toParameters(...args) };
    const query = write(database, ...args);
    const parameters = toParameters(...args);
    const isSame =
      parameters.length === query.parameters.length && parameters.every((value, index) => value === query.parameters[index]);
    if (!isSame) throw new Error(`the values of a query are not in its order: ${query.sql}`);
    written.set(database, query);
    return query;
  };
}
