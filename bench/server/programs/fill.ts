/** Fills a database with passes and registrations, through storage where that is how it would be done. */
import { openPostgresStorage, openSqliteStorage, STORAGE_LIMITS } from "@passwright/server";
import { Client } from "pg";
import { PASS_TYPE } from "../../fixture.ts";
import { answerCalls } from "../answer-calls.ts";
import { CAMPAIGN_PASSES, passOf, registrationOf, type TemplateName } from "../installation.ts";

/** `file` of SQLite or `url` of PostgreSQL. */
export type FillSettings = { readonly file: string } | { readonly url: string };

/** Seconds that each took. */
export interface FillReport {
  readonly passes: number;
  readonly registrations: number;
}

const settings = JSON.parse(process.argv[2] ?? "{}") as FillSettings;
const storage =
  "file" in settings ? await openSqliteStorage({ file: settings.file }) : await openPostgresStorage({ url: settings.url });

async function inFlight(lanes: number, count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function createPasses(from: number, to: number, templateId: TemplateName | undefined): Promise<void> {
  const perCall = STORAGE_LIMITS.rowsPerTransaction;
  await inFlight(3, Math.ceil((to - from) / perCall), async (part) => {
    const first = from + part * perCall;
    const rows = Array.from({ length: Math.min(perCall, to - first) }, (_, offset) => {
      const index = first + offset;
      return passOf(index, templateId ?? (index < CAMPAIGN_PASSES ? "campaign" : "members"));
    });
    await storage.passes.create(rows, { now: Date.now() });
  });
}

/** Rows as `register` writes them: one by one, each with its round trips, a million would take half an hour. */
async function registerInPostgres(url: string, from: number, to: number): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query("BEGIN");
    const range = [PASS_TYPE, from, to - 1];
    const numbers = "FROM generate_series($2::bigint, $3::bigint) AS i";
    await client.query(
      `INSERT INTO devices SELECT $1::text, lpad(to_hex(i), 32, '0'), 'apple', lpad(to_hex(i), 64, '0'), ${Date.now()} ${numbers}`,
      range,
    );
    await client.query(
      `INSERT INTO registrations SELECT $1::text, lpad(to_hex(i), 32, '0'), 'B-' || lpad(i::text, 8, '0'), 0 ${numbers}`,
      range,
    );
    await client.query("COMMIT");
    // What autovacuum would come to do some time in the middle of a measurement.
    for (const table of ["passes", "devices", "registrations"]) await client.query(`VACUUM (ANALYZE, FREEZE) ${table}`);
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}

const commands = {
  /** Passes and devices of these numbers, `to` not among them. */
  fill: async (range: { from: number; to: number; templateId?: TemplateName; register: boolean }): Promise<FillReport> => {
    const { from, to, templateId, register } = range;
    const started = performance.now();
    await createPasses(from, to, templateId);
    const created = performance.now();
    if (!register) return { passes: (created - started) / 1000, registrations: 0 };
    if ("url" in settings) await registerInPostgres(settings.url, from, to);
    else {
      const now = Date.now();
      await inFlight(2000, to - from, (index) => storage.registrations.register(registrationOf(from + index), { now }));
    }
    return { passes: (created - started) / 1000, registrations: (performance.now() - created) / 1000 };
  },
  close: () => storage.close(),
};

export type FillCommands = typeof commands;
answerCalls(commands);
