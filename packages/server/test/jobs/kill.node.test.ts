import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createIssuerClient, type IssuerClient, type Job } from "../../src/client/index.ts";
import { openFaultWorld, TEMPLATE } from "../faults/support/fault-world.ts";
import { type ServerChild, spawnServer } from "../faults/support/server-child.ts";
import { freshPostgres } from "../support/postgres.ts";

const ROWS = 4000;
/** In the middle of each job the server is killed so often. */
const KILLS = 1;
/** Longer than a worker's lease: the clock of the next server is moved on. */
const AFTER_LEASE = 60_000;

/** A server that is started again whenever it was killed, its clock beyond the leases of the one before. */
class Phoenix {
  readonly #flags: Readonly<Record<string, string>>;
  readonly #cacheFolder: string;
  #child: ServerChild | undefined;
  #clockOffset = 0;
  #apiKey = "";

  constructor(flags: Readonly<Record<string, string>>, cacheFolder: string) {
    this.#flags = flags;
    this.#cacheFolder = cacheFolder;
  }

  async start(): Promise<void> {
    this.#child = await spawnServer({ cacheFolder: this.#cacheFolder });
    const { firstKey } = await this.#child.send({ kind: "start", flags: this.#flags, clockOffset: this.#clockOffset });
    this.#apiKey ||= firstKey ?? "";
  }

  get client(): IssuerClient {
    return createIssuerClient({ server: this.#child?.origin ?? "", apiKey: this.#apiKey });
  }

  async restart(): Promise<void> {
    await this.#child?.kill();
    this.#clockOffset += AFTER_LEASE;
    await this.start();
  }

  async kill(): Promise<void> {
    await this.#child?.kill();
  }
}

/** Waits until a job has gone on beyond so many rows. */
async function beyond(phoenix: Phoenix, jobId: string, rows: number): Promise<Job> {
  for (;;) {
    const job = await phoenix.client.jobs.get(jobId);
    if (job.rows > rows || job.endedAt !== null) return job;
    await sleep(20);
  }
}

/** Serial numbers of the rows that came to this, each as often as it did. */
async function serialsOf(phoenix: Phoenix, jobId: string, wanted: string): Promise<readonly string[]> {
  const serials: string[] = [];
  for await (const { result, serialNumber } of phoenix.client.jobs.results(jobId)) {
    if (result === wanted) serials.push(serialNumber ?? "");
  }
  return serials;
}

test.each(["sqlite", "postgres"] as const)(
  "rows and changes of passes that a killed server was at are done once, on %s",
  { timeout: 180_000 },
  async (dialect) => {
    const database = dialect === "postgres" ? await freshPostgres() : undefined;
    if (database !== undefined) onTestFinished(() => database.drop());
    const world = await openFaultWorld({ databaseUrl: database?.url });
    onTestFinished(() => world.close());
    const phoenix = new Phoenix(world.flags, join(world.folder, "compiled"));
    onTestFinished(() => phoenix.kill());
    await phoenix.start();

    const { id } = await phoenix.client.jobs.create({ kind: "create", templateId: TEMPLATE, total: ROWS });
    const rows = Array.from({ length: ROWS }, (_, index) => `{"externalId":"order-${index}","values":{"gate":"A${index}"}}\n`);
    for (let kills = 0, done = 0; ; kills += 1) {
      const sending = phoenix.client.jobs
        .send(id, { type: "application/x-ndjson", rows: rows.slice(done).join("") }, { from: done + 1 })
        .catch(() => null);
      if (kills === KILLS) {
        expect(await sending).toMatchObject({ state: "finished", rows: ROWS, created: ROWS, failed: 0 });
        break;
      }
      await beyond(phoenix, id, done + 500);
      await phoenix.restart();
      await sending;
      const job = await phoenix.client.jobs.get(id);
      expect(job.created).toBe(job.rows);
      done = job.rows;
    }
    const created = await serialsOf(phoenix, id, "created");
    expect(created.length).toBe(ROWS);
    expect(new Set(created).size).toBe(ROWS);

    const change = { kind: "segment", templateId: TEMPLATE, change: { values: { gate: "Z1" } }, push: "none" } as const;
    const segment = await phoenix.client.jobs.create(change);
    expect(segment.total).toBe(ROWS);
    for (let kills = 0, seen = 0; kills < KILLS; kills += 1) {
      ({ rows: seen } = await beyond(phoenix, segment.id, seen));
      await phoenix.restart();
    }
    const done = await beyond(phoenix, segment.id, ROWS);
    expect(done).toMatchObject({ state: "finished", rows: ROWS, changed: ROWS, failed: 0, unchanged: 0 });
    expect(new Set(await serialsOf(phoenix, segment.id, "changed"))).toEqual(new Set(created));
    const { items } = await phoenix.client.passes.list({ limit: 100 });
    for (const pass of items) expect(pass).toMatchObject({ revision: 2, values: { gate: "Z1" } });
  },
);
