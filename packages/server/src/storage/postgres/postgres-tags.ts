import type { Statements } from "./connection.ts";

/**
 * Takes `count` update tags of a pass type and gives the first. The row stays locked until the transaction ends: tags become
 * visible in their order, so that a device that was given a tag has seen everything below it.
 */
export async function takeTags(statements: Statements, passTypeIdentifier: string, count: number): Promise<number> {
  const [row] = await statements.query<{ readonly sequence: number }>(
    `INSERT INTO pass_types AS t (id, sequence) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET sequence = t.sequence + excluded.sequence RETURNING sequence`,
    [passTypeIdentifier, count],
    "take_tags",
  );
  return (row?.sequence ?? count) - count + 1;
}

/** As {@link takeTags}, where the pass type is there; undefined where it is not, and so no pass of it. */
export async function takeKnownTags(
  statements: Statements,
  passTypeIdentifier: string,
  count: number,
): Promise<number | undefined> {
  const [row] = await statements.query<{ readonly sequence: number }>(
    "UPDATE pass_types SET sequence = sequence + $2::bigint WHERE id = $1 RETURNING sequence",
    [passTypeIdentifier, count],
    "take_known_tags",
  );
  return row === undefined ? undefined : row.sequence - count + 1;
}

/** Locks the row without taking a tag; false where there is no such pass type, and so no pass of it. */
export async function lockTags(statements: Statements, passTypeIdentifier: string): Promise<boolean> {
  const rows = await statements.query(
    "SELECT 1 FROM pass_types WHERE id = $1 FOR NO KEY UPDATE",
    [passTypeIdentifier],
    "lock_tags",
  );
  return rows.length > 0;
}
