import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { migratePostgres } from "../../src/storage/postgres/migrate-postgres.ts";
import type { PostgresCluster } from "./postgres-cluster.ts";
import { createDatabase } from "./postgres.ts";

/** One PostgreSQL for all tests of a run, and none for a run that needs none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresCluster> | undefined;

  async function start(): Promise<PostgresCluster> {
    const { startPostgresCluster } = await import("./postgres-cluster.ts");
    const cluster = await startPostgresCluster();
    // What the databases of the tests are copied from: copying takes a fraction of what migrating does.
    await migratePostgres(await createDatabase(cluster.url, "passwright_template", "template0"));
    return cluster;
  }

  const door = createServer((_, response) => {
    starting ??= start();
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    door.listen(0, "127.0.0.1", resolve);
  });
  const address = door.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  project.provide("postgresDoor", `http://127.0.0.1:${address.port}/`);
  return async () => {
    door.closeAllConnections();
    await new Promise((resolve) => {
      door.close(resolve);
    });
    const cluster = await starting?.catch(() => undefined);
    await cluster?.stop();
  };
}
