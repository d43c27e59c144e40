import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../packages/pass/test/soak/random.ts";
import { killWriters } from "../../packages/server/test/storage/kill/kill-writers.ts";
import { withPostgresDatabases } from "./postgres-databases.ts";
import type { AreaOptions, AreaResult } from "./soak-area.ts";

/** Kills processes that do nothing but write to storage, as fast as it takes it, on each database. */
export async function soakWriterKills({ kills, seed, onProgress }: AreaOptions & { readonly kills: number }): Promise<AreaResult> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-soak-"));
  const random = createRandom(seed, 3);
  const run = async (dialect: "sqlite" | "postgres", where: string) => {
    onProgress(`${kills} writers killed on ${dialect}`);
    const started = performance.now();
    const report = await killWriters({ dialect, where, kills, random: () => random.below(2 ** 30) / 2 ** 30 });
    return { database: dialect, ...report, seconds: Math.round((performance.now() - started) / 1000) };
  };
  try {
    const reports = [
      await run("sqlite", join(folder, "passwright.db")),
      await withPostgresDatabases(async (fresh) => run("postgres", await fresh())),
    ];
    console.table(reports.map(({ faults, ...report }) => ({ ...report, faults: faults.length })));
    return {
      broken: reports.flatMap(({ database, faults }) => faults.map((fault) => `${database}: ${fault}`)),
      facts: { reports },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
