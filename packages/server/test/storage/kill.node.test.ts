import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withPostgres } from "../support/postgres.ts";
import { killWriters } from "./kill/kill-writers.ts";

/** `npm run soak` kills more often. */
const KILLS = 10;

test("what SQLite acknowledged survives the kill of the process", { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "passwright-kill-"));
  try {
    const report = await killWriters({
      dialect: "sqlite",
      where: join(folder, "passwright.db"),
      kills: KILLS,
      random: Math.random,
    });
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(KILLS);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("what PostgreSQL acknowledged survives the kill of its client", { timeout: 180_000 }, async () => {
  const report = await withPostgres((where) => killWriters({ dialect: "postgres", where, kills: KILLS, random: Math.random }));
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(KILLS);
});
