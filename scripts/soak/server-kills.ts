import { killServers, type ServerKillReport } from "../../packages/server/test/faults/kill/kill-servers.ts";
import { withPostgresDatabases } from "./postgres-databases.ts";
import type { AreaOptions, AreaResult } from "./soak-area.ts";

/** Kills whole servers in the middle of updates and pushes, on each database. */
export async function soakServerKills({ kills, seed, onProgress }: AreaOptions & { readonly kills: number }): Promise<AreaResult> {
  const run = async (databaseUrl: string | null, name: string): Promise<ServerKillReport & { readonly seconds: number }> => {
    const started = performance.now();
    const report = await killServers({
      databaseUrl,
      kills,
      seed,
      onProgress: (done) => onProgress(`${done} of ${kills} servers killed on ${name}`),
    });
    return { ...report, seconds: Math.round((performance.now() - started) / 1000) };
  };
  const reports = [await run(null, "SQLite"), await withPostgresDatabases(async (fresh) => run(await fresh(), "PostgreSQL"))];
  console.table(reports.map(({ faults, ...report }) => ({ ...report, faults: faults.length })));
  return {
    broken: reports.flatMap(({ database, faults, kills: killed }) => [
      ...faults.map((fault) => `${database}: ${fault}`),
      ...(killed === kills ? [] : [`${database}: ${killed} servers were killed`]),
    ]),
    facts: { reports },
  };
}
