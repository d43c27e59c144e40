import type { CompiledQuery } from "kysely";

type Value = string | number | null | Uint8Array;

/**
 * A query whose text is written once and only its values change: writing it takes Kysely longer than the database needs to answer.
 * For queries on the way of every request, whose text depends on nothing but the names of their columns.
 *
 * @param build - is called once, with a mark in the place of each argument; it must pass the marks on as they are.
 */
export function compileOnce<Args extends Readonly<Record<string, Value>>, Row>(
  names: readonly (keyof Args & string)[],
  build: (marks: Args) => CompiledQuery<Row>,
): (args: Args) => CompiledQuery<Row> {
  const marks = Object.fromEntries(names.map((name) => [name, `\0${name}`]));
  const compiled = build(marks as unknown as Args);
  const places = compiled.parameters.map((value) => names.find((name) => value === marks[name]) ?? null);
  return (args) => ({
    ...compiled,
    parameters: compiled.parameters.map((value, index) => {
      const name = places[index];
      return name === null || name === undefined ? value : args[name];
    }),
  });
}
