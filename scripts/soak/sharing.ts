import { shareDatabase } from "../../packages/server/test/faults/cluster/share-database.ts";
import { withPostgresDatabases } from "./postgres-databases.ts";
import type { AreaOptions, AreaResult } from "./soak-area.ts";

/** Changes before the kill of a round, and again after it. */
const CHANGES = 300;
const SERVERS = 3;

/** Lets servers share a PostgreSQL database, one of which is killed again and again. */
export async function soakSharing({ rounds, seed, onProgress }: AreaOptions & { readonly rounds: number }): Promise<AreaResult> {
  const report = await withPostgresDatabases(async (fresh) =>
    shareDatabase({
      databaseUrl: await fresh(),
      servers: SERVERS,
      rounds,
      changes: CHANGES,
      seed,
      onProgress: (done) => onProgress(`${done} of ${rounds} rounds of ${SERVERS} servers`),
    }),
  );
  const { faults, ...facts } = report;
  console.table([{ ...facts, faults: faults.length }]);
  return { broken: [...faults, ...(report.kills === rounds ? [] : [`${report.kills} servers were killed`])], facts: { report } };
}
