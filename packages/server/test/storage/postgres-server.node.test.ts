import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { STORAGE_LIMITS } from "../../src/storage/storage-limits.ts";
import { POSTGRES_MIGRATIONS } from "../../src/storage/migrations/postgres-migrations.ts";
import { createConnection } from "../../src/storage/postgres/connection.ts";
import { register } from "../../src/storage/postgres/postgres-registrations.ts";
import { startTcpRelay } from "../push/support/tcp-relay.ts";
import { openPostgresStorage } from "../../src/storage/postgres/open-postgres-storage.ts";
import { startPostgresCluster } from "../support/postgres-cluster.ts";
import { freshPostgres } from "../support/postgres.ts";
import { issue, key, newPass, NOW, PASS_TYPE, registration, touch } from "./contract/samples.ts";

async function databaseOfTest(schema: "newest" | "none" = "newest"): Promise<string> {
  const database = await freshPostgres({ schema });
  onTestFinished(() => database.drop());
  return database.url;
}

async function run(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test("many processes that start at once on an empty database set it up once", { timeout: 60_000 }, async () => {
  const url = await databaseOfTest("none");
  const storages = await Promise.all(Array.from({ length: 6 }, () => openPostgresStorage({ url, poolSize: 2 })));
  await issue(storages[0]!, ["a"]);
  expect(await storages[5]!.passes.find(key("a"))).toBeDefined();
  for (const storage of storages) await storage.close();
});

test("a database of a newer or another version of the program, or of another program, is refused", async () => {
  const url = await databaseOfTest();
  await run(url, "INSERT INTO schema_migrations (id, name, checksum) VALUES (9999, 'of the future', 'x')");
  await expect(openPostgresStorage({ url })).rejects.toMatchObject({ code: "ERR_STORAGE_NEWER_SCHEMA" });
  await run(url, "DELETE FROM schema_migrations WHERE id = 9999; UPDATE schema_migrations SET checksum = 'x' WHERE id = 1");
  await expect(openPostgresStorage({ url })).rejects.toMatchObject({ code: "ERR_STORAGE_CHANGED_SCHEMA" });
  const foreign = await databaseOfTest("none");
  await run(foreign, "CREATE TABLE passes (id integer)");
  await expect(openPostgresStorage({ url: foreign })).rejects.toMatchObject({ code: "ERR_STORAGE_FOREIGN" });
  expect(await run(foreign, "SELECT 1 FROM information_schema.tables WHERE table_name = 'pass_types'")).toEqual([]);
});

test("of passes that were there before barcodes were kept it is yet to be found out what theirs say", async () => {
  const url = await databaseOfTest("none");
  for (const { sql } of POSTGRES_MIGRATIONS.filter(({ id }) => id < 5)) await run(url, sql);
  const columns = "pass_type, serial_number, authentication_token, revision, modified_at, tag, template_id, template_version";
  await run(
    url,
    `INSERT INTO passes (${columns}, input_values, certificate_id, voided, personalization)
     VALUES ('t', 'a', '', 1, 1, 1, 'x', 1, '{}', '', 0, 'none')`,
  );
  await run(url, POSTGRES_MIGRATIONS.find(({ id }) => id === 5)?.sql ?? "");
  expect(await run(url, "SELECT * FROM unindexed_passes")).toEqual([{ pass_type: "t", serial_number: "a" }]);
});

test("a server that is not there is told, without the password", async () => {
  const url = "postgres://somebody:the-secret@127.0.0.1:9/nowhere";
  const failure: unknown = await openPostgresStorage({ url }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
  expect(String(failure)).not.toContain("the-secret");
  const wrong = new URL(await databaseOfTest());
  wrong.password = "wrong-secret";
  await expect(openPostgresStorage({ url: wrong.href })).rejects.toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
  const unreadable = `${url}?sslmode=verify-full&sslrootcert=/no/such/authority.pem`;
  await expect(openPostgresStorage({ url: unreadable })).rejects.toMatchObject({
    code: "ERR_STORAGE_UNAVAILABLE",
    message: expect.stringContaining("/no/such/authority.pem"),
  });
});

test("a database that is cut off without a word is not waited for for ever", { timeout: 30_000 }, async () => {
  const url = new URL(await databaseOfTest());
  const relay = await startTcpRelay(Number(url.port));
  url.port = new URL(relay.origin).port;
  const connection = createConnection({ url: url.href, poolSize: 2, answerMs: 1000 });
  try {
    await Promise.all([connection.query("SELECT 1", []), connection.query("SELECT 1", [])]);
    relay.freeze();
    const calls = [connection.query("SELECT 1", []), connection.transaction(({ query }) => query("SELECT 1", []))];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: "rejected", reason: { code: "ERR_STORAGE_UNAVAILABLE" } });
    }
    // The cable is in again: dead connections are not used any more.
    expect(await connection.transaction(({ query }) => query("SELECT 1 AS one", []))).toEqual([{ one: 1 }]);
  } finally {
    await connection.close();
    await relay.close();
  }
});

test("a registration that is taken away, and its pass changed, while it is renewed comes up in the next list", async () => {
  const url = await databaseOfTest();
  const storage = await openPostgresStorage({ url, poolSize: 2 });
  const connection = createConnection({ url, poolSize: 1 });
  await issue(storage, ["a"]);
  await storage.registrations.register(registration("device-1", "a"), { now: NOW });
  let since = 0;
  const outcome = await connection.transaction((statements) => {
    const query: typeof statements.query = async (text, values, name) => {
      const rows = await statements.query(text, values, name);
      if (name === "revision" && since === 0) {
        since = 1;
        await storage.registrations.unregister(registration("device-1", "a"), { now: NOW });
        const [changed] = await touch(storage, "a");
        since = changed?.kind === "changed" ? changed.tag : 0;
      }
      return rows as never;
    };
    return register({ query }, { registration: registration("device-1", "a"), now: NOW });
  });
  expect(outcome).toBe("created");
  const listed = await storage.registrations.listChanged({
    deviceLibraryIdentifier: "device-1",
    passTypeIdentifier: PASS_TYPE,
    since,
  });
  expect(listed).toMatchObject({ serialNumbers: ["a"] });
  await connection.close();
  await storage.close();
});

test("calls fail by name while PostgreSQL is away, and go on when it is back", { timeout: 120_000 }, async () => {
  const cluster = await startPostgresCluster();
  const storage = await openPostgresStorage({ url: cluster.url, poolSize: 4 });
  try {
    await issue(storage, ["a", "b", "c", "d"]);
    const codes = new Set<unknown>();
    const acknowledged = new Map<string, number>();
    const state = { isOver: false };
    const load = ["a", "b", "c", "d"].map(async (serial) => {
      while (!state.isOver) {
        const results = await touch(storage, serial).catch((error: unknown) => {
          codes.add((error as { code?: unknown }).code);
          return [];
        });
        for (const result of results) if (result.kind === "changed") acknowledged.set(serial, result.revision);
        await new Promise((resolve) => {
          setTimeout(resolve, 2);
        });
      }
    });
    await cluster.restart(async () => {
      await expect(storage.ping()).rejects.toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
      await expect(storage.passes.findVersion(key("a"))).rejects.toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
    });
    await expect
      .poll(
        () =>
          storage.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    state.isOver = true;
    await Promise.all(load);
    expect([...codes]).toEqual(["ERR_STORAGE_UNAVAILABLE"]);
    for (const [serial, revision] of acknowledged) {
      expect((await storage.passes.find(key(serial)))!.revision).toBeGreaterThanOrEqual(revision);
    }
    expect(await touch(storage, "a")).toMatchObject([{ kind: "changed" }]);
  } finally {
    await storage.close();
    await cluster.stop();
  }
});

test("what the device endpoints ask goes through indexes, whatever the planner knows of the tables", async () => {
  const url = await databaseOfTest();
  const storage = await openPostgresStorage({ url, poolSize: 1 });
  await issue(storage, ["a"]);
  await storage.registrations.register(registration("device-1", "a"), { now: NOW });
  await storage.close();
  const settings = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;";
  const plan = (await run(
    url,
    `${settings} EXPLAIN SELECT r.serial_number, (SELECT p.tag FROM passes p WHERE p.pass_type = r.pass_type AND p.serial_number = r.serial_number)
     FROM registrations r WHERE r.pass_type = '${PASS_TYPE}' AND r.device_id = 'device-1'`,
  )) as unknown;
  expect(JSON.stringify(plan ?? "")).not.toContain("Seq Scan");
});

test("the pushes of two templates that are changed at once get in nobody's way", { timeout: 60_000 }, async () => {
  const url = await databaseOfTest();
  const [one, two] = await Promise.all([openPostgresStorage({ url, poolSize: 4 }), openPostgresStorage({ url, poolSize: 4 })]);
  const count = STORAGE_LIMITS.rowsPerTransaction * 2;
  for (const [index, templateId] of ["x", "y"].entries()) {
    for (let first = 0; first < count; first += STORAGE_LIMITS.rowsPerTransaction) {
      const passes = Array.from({ length: STORAGE_LIMITS.rowsPerTransaction }, (_, place) =>
        newPass(`${(first + place) * 2 + index}`, { templateId }),
      );
      await one.passes.create(passes, { now: NOW });
    }
  }
  for (let device = 0; device < 40; device += 1) {
    for (const serial of [device, device + 1, device + 40]) {
      await one.registrations.register(registration(`device-${device}`, String(serial)), { now: NOW });
    }
  }
  const state = { isOver: false };
  const pushing = (async () => {
    while (!state.isOver) {
      const pushes = await two.pushes.claim({ worker: "w", limit: 100, now: NOW, leaseMs: 1000 });
      await two.pushes.record({
        worker: "w",
        now: NOW,
        outcomes: pushes.map((push, index) =>
          index % 2 === 0 ? { kind: "delivered", push } : { kind: "retry", push, at: NOW, reason: "again" },
        ),
      });
    }
  })();
  const changed = await Promise.all(
    [one, two].map((storage, index) =>
      storage.passes.changeTemplate({
        passTypeIdentifier: PASS_TYPE,
        templateId: index === 0 ? "x" : "y",
        change: { voided: true },
        push: { kind: "now" },
        clock: () => NOW,
      }),
    ),
  );
  state.isOver = true;
  await pushing;
  expect(changed).toEqual([{ changed: count }, { changed: count }]);
  await Promise.all([one.close(), two.close()]);
});
