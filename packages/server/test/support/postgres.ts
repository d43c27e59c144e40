import { randomBytes } from "node:crypto";
import { Client, DatabaseError } from "pg";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test asks for the cluster of this run; it is started when the first one does. */
    readonly postgresDoor: string;
  }
}

/** A database of its own on the cluster of the run. */
export interface TestDatabase {
  readonly url: string;
  /** Also with connections still open. */
  drop(): Promise<void>;
}

/**
 * A fresh PostgreSQL database, its schema up to date; `schema: "none"` for one without. The first call of a run starts a cluster
 * (some seconds); each further one copies a database (some 50 ms).
 */
export async function freshPostgres(options: { readonly schema?: "newest" | "none" } = {}): Promise<TestDatabase> {
  // Imported here: the set-up of the run, which is no test, imports this file too.
  const { inject } = await import("vitest");
  const response = await fetch(inject("postgresDoor"));
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  const name = `test_${randomBytes(8).toString("hex")}`;
  const url = await createDatabase(answer, name, options.schema === "none" ? "template0" : "passwright_template");
  return { url, drop: () => administer(answer, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Runs the work over a fresh database, which is gone afterwards. */
export async function withPostgres<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const database = await freshPostgres();
  try {
    return await work(database.url);
  } finally {
    await database.drop();
  }
}

/** Creates a database from another one; gives its URL. */
export async function createDatabase(cluster: string, name: string, template: string): Promise<string> {
  await administer(cluster, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

/** Two copies at once of one template are refused (55006): then again. */
async function administer(cluster: string, statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new Client(cluster);
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(statement);
      return;
    } catch (error) {
      if (tries === 100 || !(error instanceof DatabaseError) || error.code !== "55006") throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 20 + Math.random() * 80);
      });
    } finally {
      await client.end();
    }
  }
}
