import type { CompiledQuery } from "kysely";

/** Steps of a transaction, written once: SQLite runs them at once, PostgreSQL waits for each. Gives queries, is given rows. */
export type Work<Result> = Generator<CompiledQuery, Result, readonly unknown[]>;

/** The steps of every operation of a part of the storage. */
export type StepsOf<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends (input: infer Input) => infer Result
    ? (input: Input) => Work<Result>
    : never;
};

/** The rows of one query. */
export function* rowsOf<Row>(query: CompiledQuery<Row>): Work<readonly Row[]> {
  return (yield query) as readonly Row[];
}
