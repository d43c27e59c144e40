import { expect, test } from "vitest";
import { withPostgres } from "../support/postgres.ts";
import { shareDatabase } from "./cluster/share-database.ts";

test("servers that share a database lose no update and claim no push twice when one is killed", { timeout: 180_000 }, async () => {
  const report = await withPostgres((databaseUrl) =>
    shareDatabase({ databaseUrl, servers: 3, rounds: 1, changes: 60, seed: 20_261_121 }),
  );
  expect(report.faults).toEqual([]);
  expect(report.kills).toBe(1);
  expect(report.acknowledged).toBeGreaterThanOrEqual(120);
  expect(report.workers).toBeGreaterThan(1);
});
