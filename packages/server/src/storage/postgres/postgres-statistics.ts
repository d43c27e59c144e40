import { COUNTED, slotOf, type Tally } from "../statistics/tally.ts";
import type { Statements } from "./connection.ts";

/**
 * Adds the counts of a transaction: one statement, a row for each template in it. Last in its transaction, for all that count
 * for the same template in the same quarter of an hour wait for this row.
 */
export async function addCounts(statements: Statements, tally: Tally, now: number): Promise<void> {
  const rows = tally.rows();
  if (rows.length === 0) return;
  await statements.query(
    `INSERT INTO statistics AS s (pass_type, template_id, source, slot, ${COUNTED.join(", ")})
     SELECT c.pass_type, c.template_id, c.source, $4::bigint, ${COUNTED.map((name) => `c.${name}`).join(", ")}
     FROM unnest($1::text[], $2::text[], $3::text[], ${COUNTED.map((_, index) => `$${index + 5}::bigint[]`).join(", ")})
       AS c (pass_type, template_id, source, ${COUNTED.join(", ")})
     ON CONFLICT (pass_type, slot, template_id, source) DO UPDATE SET
       ${COUNTED.map((name) => `${name} = s.${name} + excluded.${name}`).join(", ")}`,
    [
      rows.map(({ passType }) => passType),
      rows.map(({ templateId }) => templateId),
      rows.map(({ source }) => source),
      slotOf(now),
      ...COUNTED.map((name) => rows.map((row) => row[name])),
    ],
    "add_counts",
  );
}
