import type Database from "better-sqlite3";
import { slotOf, type Tally } from "../statistics/tally.ts";

/** Adds the counts of a transaction: one upsert for each template in it. */
export type StatisticsWriter = (tally: Tally, now: number) => void;

export function createStatisticsWriter(database: Database.Database): StatisticsWriter {
  const add = database.prepare(`
    INSERT INTO statistics (pass_type, template_id, source, slot, issued, installed, removed, updated, pushed)
    VALUES (:passType, :templateId, :source, :slot, :issued, :installed, :removed, :updated, :pushed)
    ON CONFLICT (pass_type, slot, template_id, source) DO UPDATE SET
      issued = issued + excluded.issued, installed = installed + excluded.installed, removed = removed + excluded.removed,
      updated = updated + excluded.updated, pushed = pushed + excluded.pushed`);
  return (tally, now) => {
    const slot = slotOf(now);
    for (const row of tally.rows()) add.run({ ...row, slot });
  };
}
