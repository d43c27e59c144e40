import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { STORAGE_LIMITS } from "../../src/storage/storage-limits.ts";
import { SQLITE_MIGRATIONS } from "../../src/storage/migrations/sqlite-migrations.ts";
import { backUpSqlite } from "../../src/storage/sqlite/back-up-sqlite.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";
import { claimAll, devicesOf, issue, key, newPass, NOW, PASS_TYPE, touch } from "./contract/samples.ts";

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-file-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const OPEN = new URL("../../src/storage/sqlite/open-sqlite-storage.ts", import.meta.url).href;
const BACK_UP = new URL("../../src/storage/sqlite/back-up-sqlite.ts", import.meta.url).href;

/** Runs a few lines in another process; gives what they print. */
async function elsewhere(script: string): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  await once(child, "close");
  return output.join("");
}

test("a file that another storage has open is refused, in this process and in another, until it is closed", async () => {
  const file = join(await folderOfTest(), "passwright.db");
  const storage = await openSqliteStorage({ file });
  await expect(openSqliteStorage({ file })).rejects.toMatchObject({ code: "ERR_STORAGE_LOCKED" });
  const attempt = `
    import { openSqliteStorage } from ${JSON.stringify(OPEN)};
    await openSqliteStorage({ file: ${JSON.stringify(file)} }).then((storage) => (console.log("open"), storage.close()), (error) => console.log(error.code));`;
  expect(await elsewhere(attempt)).toBe("ERR_STORAGE_LOCKED\n");
  await issue(storage, ["a"]);
  await storage.close();
  expect(await elsewhere(attempt)).toBe("open\n");
});

test("what a process had claimed when it ended is due when the file is opened again, however the clock goes", async () => {
  const file = join(await folderOfTest(), "passwright.db");
  const storage = await openSqliteStorage({ file });
  await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "b" });
  await touch(storage, "a");
  expect(devicesOf(await claimAll(storage))).toEqual(["device-1"]);
  await touch(storage, "b", NOW + 1000);
  // Closed as a process that is killed leaves it: nothing was given back.
  await storage.close();
  const again = await openSqliteStorage({ file });
  expect(devicesOf(await claimAll(again, NOW - 3_600_000))).toEqual(["device-1"]);
  expect(devicesOf(await claimAll(again, NOW + 1000))).toContain("device-2");
  await again.close();
});

test("a thread of writing that dies is told once, and writes say so from then on", async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => threads.push(worker);
  process.on("worker", onWorker);
  onTestFinished(() => void process.off("worker", onWorker));
  const deaths: string[] = [];
  const storage = await openSqliteStorage({
    file: join(await folderOfTest(), "passwright.db"),
    onDeath: ({ code }) => deaths.push(code),
  });
  await issue(storage, ["a"]);
  await threads[0]?.terminate();
  await expect(issue(storage, ["b"])).rejects.toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
  await expect(storage.ping()).rejects.toMatchObject({ code: "ERR_STORAGE_UNAVAILABLE" });
  expect(await storage.passes.find(key("a"))).toBeDefined();
  await storage.close();
  expect(deaths).toEqual(["ERR_STORAGE_UNAVAILABLE"]);
  const closed = await openSqliteStorage({ file: join(await folderOfTest(), "other.db"), onDeath: () => deaths.push("closed") });
  await closed.close();
  expect(deaths).toHaveLength(1);
});

test("a closed storage leaves one file that holds everything", async () => {
  const folder = await folderOfTest();
  const storage = await openSqliteStorage({ file: join(folder, "passwright.db") });
  await issue(storage, ["a"]);
  await storage.close();
  expect((await readdir(folder)).filter((name) => !name.endsWith(".lock"))).toEqual(["passwright.db"]);
});

test("a copy is made while the server writes, from another process, and holds a moment of it", async () => {
  const folder = await folderOfTest();
  const [file, to] = [join(folder, "passwright.db"), join(folder, "copy.db")];
  const storage = await openSqliteStorage({ file });
  const serials = Array.from({ length: 400 }, (_, index) => `s${index}`);
  await issue(storage, serials);
  const copying = elsewhere(`
    import { backUpSqlite } from ${JSON.stringify(BACK_UP)};
    console.log((await backUpSqlite(${JSON.stringify({ file, to })})).pages > 10);`);
  const state = { isCopying: true };
  const done = copying.finally(() => {
    state.isCopying = false;
  });
  // Each round changes all passes in one transaction: a copy that held half of it would show two revisions.
  for (let round = 0; round === 0 || state.isCopying; round += 1) {
    await storage.passes.change(
      PASS_TYPE,
      serials.map((serialNumber) => ({ serialNumber })),
      { now: NOW, push: { kind: "none" } },
    );
  }
  expect(await done).toBe("true\n");
  await storage.close();
  const copy = await openSqliteStorage({ file: to });
  const revisions = await Promise.all(serials.map(async (serial) => (await copy.passes.findVersion(key(serial)))!.revision));
  expect(new Set(revisions).size).toBe(1);
  await copy.close();
});

test("a copy is made from the server itself, tells how far it is, and its tags begin above all that were given out", async () => {
  const folder = await folderOfTest();
  const [file, to] = [join(folder, "passwright.db"), join(folder, "copy.db")];
  const storage = await openSqliteStorage({ file });
  await issue(storage, ["a"]);
  const progress: number[] = [];
  await backUpSqlite({ file, to, onProgress: ({ copied, total }) => progress.push(copied / total) });
  expect(progress.at(-1)).toBeGreaterThanOrEqual(0);
  await touch(storage, "a");
  await storage.close();
  const copy = await openSqliteStorage({ file: to });
  expect(await touch(copy, "a")).toMatchObject([{ revision: 2, tag: STORAGE_LIMITS.tagLeap + 2 }]);
  await copy.close();
});

test("a database and its copies are their owner's alone, wherever they lie", async () => {
  const folder = await folderOfTest();
  const storage = await openSqliteStorage({ file: join(folder, "passwright.db") });
  await issue(storage, ["a"]);
  await backUpSqlite({ file: join(folder, "passwright.db"), to: join(folder, "copy.db") });
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".lock"));
  expect(names.toSorted()).toEqual(["copy.db", "passwright.db", "passwright.db-shm", "passwright.db-wal"]);
  for (const name of names) expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
  await storage.close();
});

test("a copy takes no other file's place, and leaves nothing behind when it fails", async () => {
  const folder = await folderOfTest();
  const file = join(folder, "passwright.db");
  const storage = await openSqliteStorage({ file });
  await expect(backUpSqlite({ file, to: file })).rejects.toMatchObject({ code: "ERR_STORAGE_BACKUP" });
  await expect(backUpSqlite({ file: join(folder, "none.db"), to: join(folder, "b") })).rejects.toMatchObject({
    code: "ERR_STORAGE_BACKUP",
  });
  await expect(backUpSqlite({ file, to: join(folder, "none", "copy.db") })).rejects.toMatchObject({
    code: expect.stringMatching(/^ERR_STORAGE_(BACKUP|UNAVAILABLE|FAILED)$/u),
  });
  const stop = new AbortController();
  await expect(
    backUpSqlite({ file, to: join(folder, "copy.db"), signal: stop.signal, onProgress: () => stop.abort() }),
  ).rejects.toThrow(/abort/u);
  await storage.close();
  expect((await readdir(folder)).toSorted()).toEqual(["passwright.db", "passwright.db.lock"]);
});

test("a full disk fails the change with its name, damages nothing, and is got over", async () => {
  const file = join(await folderOfTest(), "passwright.db");
  const small = await openSqliteStorage({ file, maxPages: 120 });
  await small.settings.set("note", "before");
  const acknowledged: string[] = [];
  const failures: unknown[] = [];
  for (let round = 0; round < 200 && failures.length === 0; round += 1) {
    const serials = Array.from({ length: 5 }, (_, index) => `s${round}-${index}`);
    await small.passes
      .create(
        serials.map((serial) => newPass(serial, { values: `"${"x".repeat(2000)}"` })),
        { now: NOW },
      )
      .then(
        () => acknowledged.push(...serials),
        (error: unknown) => {
          failures.push(error);
        },
      );
  }
  expect(failures).toMatchObject([{ code: "ERR_STORAGE_FULL" }]);
  expect(acknowledged.length).toBeGreaterThan(20);
  // Neighbours in the same group: what fits is written, what does not is refused.
  const outcomes = await Promise.allSettled([
    small.passes.create([newPass("huge", { values: `"${"x".repeat(500_000)}"` })], { now: NOW }),
    small.settings.set("note", "after!"),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(await small.settings.get("note")).toBe("after!");
  await small.close();
  const grown = await openSqliteStorage({ file });
  await grown.passes.create([newPass("huge", { values: `"${"x".repeat(500_000)}"` })], { now: NOW });
  for (const serial of acknowledged) expect(await grown.passes.findVersion(key(serial))).toBeDefined();
  await grown.close();
  const database = new Database(file);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
});

test("an operation that fails takes nothing of its neighbours with it", async () => {
  const file = join(await folderOfTest(), "passwright.db");
  const storage = await openSqliteStorage({ file });
  await issue(storage, ["taken"]);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      storage.passes.create([newPass(`s${index}`), newPass(index % 2 === 0 ? `t${index}` : "taken")], { now: NOW }),
    ),
  );
  for (const [index, { status }] of outcomes.entries()) {
    expect(status).toBe(index % 2 === 0 ? "fulfilled" : "rejected");
    expect((await storage.passes.findVersion(key(`s${index}`))) !== undefined).toBe(index % 2 === 0);
  }
  await storage.close();
});

test("what is no database of ours is refused and left as it is", async () => {
  const folder = await folderOfTest();
  const file = (name: string) => join(folder, name);
  await writeFile(file("text.db"), "no database at all, but long enough to be looked at ".repeat(100));
  await expect(openSqliteStorage({ file: file("text.db") })).rejects.toMatchObject({ code: "ERR_STORAGE_DAMAGED" });
  const foreign = new Database(file("foreign.db"));
  foreign.exec("CREATE TABLE passes (id)");
  foreign.close();
  await expect(openSqliteStorage({ file: file("foreign.db") })).rejects.toMatchObject({ code: "ERR_STORAGE_FOREIGN" });
  await expect(backUpSqlite({ file: file("foreign.db"), to: file("copy.db") })).rejects.toMatchObject({
    code: "ERR_STORAGE_FOREIGN",
  });
  await expect(openSqliteStorage({ file: file("no/such/folder.db") })).rejects.toMatchObject({
    code: expect.stringMatching(/^ERR_STORAGE_(UNAVAILABLE|FAILED)$/u),
  });
  await copyFile(file("text.db"), file("again.db"));
});

test("a database of a newer or another version of the program is refused, and one of the same opens again", async () => {
  const file = join(await folderOfTest(), "passwright.db");
  await (await openSqliteStorage({ file })).close();
  await (await openSqliteStorage({ file })).close();
  const database = new Database(file);
  database.exec("INSERT INTO schema_migrations VALUES (9999, 'of the future', 'x', 0)");
  await expect(openSqliteStorage({ file })).rejects.toMatchObject({ code: "ERR_STORAGE_NEWER_SCHEMA" });
  database.exec("DELETE FROM schema_migrations WHERE id = 9999; UPDATE schema_migrations SET checksum = 'x' WHERE id = 1");
  await expect(openSqliteStorage({ file })).rejects.toMatchObject({ code: "ERR_STORAGE_CHANGED_SCHEMA" });
  database.close();
});

test("of passes that were there before barcodes were kept it is yet to be found out what theirs say", () => {
  const database = new Database(":memory:");
  onTestFinished(() => void database.close());
  for (const { sql } of SQLITE_MIGRATIONS.filter(({ id }) => id < 5)) database.exec(sql);
  const columns = "pass_type, serial_number, template_id, template_version, input_values, certificate_id, voided, personalization";
  database.exec(`INSERT INTO pass_contents (${columns}) VALUES ('t', 'a', 'x', 1, '{}', '', 0, 'none')`);
  database.exec(SQLITE_MIGRATIONS.find(({ id }) => id === 5)?.sql ?? "");
  expect(database.prepare("SELECT * FROM unindexed_passes").all()).toEqual([{ pass_type: "t", serial_number: "a" }]);
});
