import { expect, test } from "vitest";
import { withPostgres } from "../support/postgres.ts";
import { killServers } from "./kill/kill-servers.ts";

/** `npm run soak` kills more often. */
const KILLS = 10;
const SEED = 20_261_121;

test("a server on SQLite that is killed loses no update that it acknowledged", { timeout: 180_000 }, async () => {
  const report = await killServers({ databaseUrl: null, kills: KILLS, seed: SEED });
  expect(report.faults).toEqual([]);
  expect(report.kills).toBe(KILLS);
  expect(report.acknowledged).toBeGreaterThan(KILLS);
});

test("a server on PostgreSQL that is killed loses no update that it acknowledged", { timeout: 180_000 }, async () => {
  const report = await withPostgres((databaseUrl) => killServers({ databaseUrl, kills: KILLS, seed: SEED }));
  expect(report.faults).toEqual([]);
  expect(report.kills).toBe(KILLS);
  expect(report.acknowledged).toBeGreaterThan(KILLS);
});
