import { randomBytes } from "node:crypto";
import { migratePostgres } from "../../packages/server/src/storage/postgres/migrate-postgres.ts";
import { startPostgresCluster } from "../../packages/server/test/support/postgres-cluster.ts";
import { createDatabase } from "../../packages/server/test/support/postgres.ts";

/** Gives the work fresh databases, their schema up to date, on a PostgreSQL of its own. */
export async function withPostgresDatabases<Result>(work: (fresh: () => Promise<string>) => Promise<Result>): Promise<Result> {
  const cluster = await startPostgresCluster();
  try {
    return await work(async () => {
      const url = await createDatabase(cluster.url, `soak_${randomBytes(6).toString("hex")}`, "template0");
      await migratePostgres(url);
      return url;
    });
  } finally {
    await cluster.stop();
  }
}
