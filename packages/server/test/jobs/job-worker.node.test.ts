import { expect, onTestFinished, test } from "vitest";
import { createTemplateShelf } from "../../src/api/template-shelf.ts";
import { createSignerBook } from "../../src/device-service/certificates.ts";
import { createJobWorker, type JobWorker } from "../../src/jobs/job-worker.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { openPostgresStorage } from "../../src/storage/postgres/open-postgres-storage.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { packApiTemplate, PASS_TYPE } from "../api/support/api-world.ts";
import { freshPostgres } from "../support/postgres.ts";

const AUDIT = { at: 0, projectId: "default", actor: "key_1", action: "createJob", object: "j", requestId: "r" };

/** Passes of one template in PostgreSQL, and workers of as many processes as are wanted. */
async function openWorkers(passes: number, workers: number) {
  const database = await freshPostgres();
  const opened: Storage[] = [];
  const open = async () => {
    const storage = await openPostgresStorage({ url: database.url, poolSize: 3 });
    opened.push(storage);
    return storage;
  };
  const storage = await open();
  const archive = await packApiTemplate();
  await storage.templates.publish({ templateId: "gate", passTypeIdentifier: PASS_TYPE, digest: "d", archive }, { now: 1 });
  for (let first = 0; first < passes; first += 500) {
    const rows = Array.from({ length: Math.min(500, passes - first) }, (_, index) => ({
      passTypeIdentifier: PASS_TYPE,
      serialNumber: `S${String(first + index).padStart(6, "0")}`,
      authenticationToken: "t".repeat(20),
      templateId: "gate",
      templateVersion: 1,
      values: '{"gate":"A1"}',
    }));
    await storage.passes.create(rows, { now: 1 });
  }
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "error", clock: Date.now });
  const running: JobWorker[] = [];
  for (let index = 0; index < workers; index += 1) {
    const own = await open();
    const surroundings = {
      storage: own,
      shelf: createTemplateShelf(own.templates),
      webServiceURL: () => "https://h",
      secret: "00".repeat(32),
      signers: createSignerBook([]),
      onPush: () => undefined,
    };
    running.push(createJobWorker({ ...surroundings, clock: Date.now, worker: `w${index}`, log }));
  }
  onTestFinished(async () => {
    for (const worker of running) await worker.stop();
    for (const one of opened) await one.close();
    await database.drop();
  });
  const begin = (id: string, change: object, where: object = {}) =>
    storage.jobs.create(
      {
        id,
        projectId: "default",
        passTypeIdentifier: PASS_TYPE,
        templateId: "gate",
        kind: "segment",
        plan: JSON.stringify({ kind: "segment", where, change, push: { kind: "none" } }),
        actor: "key_1",
        createdAt: Date.now(),
        total: passes,
      },
      { audit: AUDIT },
    );
  const find = async (id: string) => (await storage.jobs.find({ id, projectId: "default" }))!;
  const untilEnd = async (id: string) => {
    for (;;) {
      const job = await find(id);
      if (job.endedAt !== null) return job;
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
  };
  const revisions = async () => {
    const counts = new Map<number, number>();
    for (let after = ""; ;) {
      const page = await storage.passes.page({ passTypeIdentifier: PASS_TYPE, after, limit: 1000 });
      for (const { revision } of page) counts.set(revision, (counts.get(revision) ?? 0) + 1);
      const last = page.at(-1);
      if (last === undefined) return Object.fromEntries(counts);
      after = last.serialNumber;
    }
  };
  return { storage, running, begin, find, untilEnd, revisions, log: () => lines.join("") };
}

test("workers of several processes do each step of each job once", { timeout: 120_000 }, async () => {
  const { running, begin, untilEnd, revisions, log } = await openWorkers(2600, 3);
  await begin("j1", { values: { gate: "B1" } });
  await begin("j2", { values: { note: "hello" } });
  await begin("j3", { voided: true }, { values: { gate: "nowhere" } });
  for (const worker of running) worker.start();
  for (const id of ["j1", "j2"]) {
    expect(await untilEnd(id)).toMatchObject({ state: "finished", changed: 2600, failed: 0, position: 2600 });
  }
  expect(await untilEnd("j3")).toMatchObject({ state: "finished", changed: 0, position: 2600 });
  expect(await revisions()).toEqual({ 3: 2600 });
  expect(log()).toBe("");
});

test("a job rests after the step at which it is paused, goes on when it is resumed, and ends when it is cancelled", async () => {
  const { storage, running, begin, find, untilEnd, revisions } = await openWorkers(3000, 2);
  await begin("j1", { values: { gate: "B1" } });
  for (const worker of running) worker.start();
  const act = (action: "pause" | "resume" | "cancel") =>
    storage.jobs.act({ id: "j1", projectId: "default" }, { action, now: Date.now(), audit: AUDIT });
  while ((await find("j1")).position === 0) await new Promise((resolve) => void setTimeout(resolve, 1));
  await act("pause");
  const paused = await find("j1");
  await new Promise((resolve) => void setTimeout(resolve, 200));
  expect((await find("j1")).position).toBe(paused.position);
  expect(paused.state === "paused" || paused.state === "finished").toBe(true);
  await act("resume");
  for (const worker of running) worker.wake();
  expect(await untilEnd("j1")).toMatchObject({ state: "finished", changed: 3000 });
  await begin("j2", { values: { gate: "C1" } });
  await storage.jobs.act({ id: "j2", projectId: "default" }, { action: "cancel", now: Date.now(), audit: AUDIT });
  const { state, changed } = await untilEnd("j2");
  expect(state).toBe("cancelled");
  await new Promise((resolve) => void setTimeout(resolve, 200));
  expect(await revisions()).toEqual(changed === 0 ? { 2: 3000 } : { 2: 3000 - changed, 3: changed });
}, 120_000);

test("passes that are changed by others meanwhile are read again, and none is lost", { timeout: 120_000 }, async () => {
  const { storage, running, begin, untilEnd, revisions } = await openWorkers(1000, 1);
  await begin("j1", { values: { gate: "B1" } });
  for (const worker of running) worker.start();
  const others = Array.from({ length: 30 }, async (_, index) => {
    const serialNumber = `S${String(index * 31).padStart(6, "0")}`;
    const [result] = await storage.passes.change(PASS_TYPE, [{ serialNumber, voided: true }], { now: 2, push: { kind: "none" } });
    return result?.kind;
  });
  expect(new Set(await Promise.all(others))).toEqual(new Set(["changed"]));
  expect(await untilEnd("j1")).toMatchObject({ changed: 1000, failed: 0 });
  expect(await revisions()).toEqual({ 2: 970, 3: 30 });
  const pass = await storage.passes.find({ passTypeIdentifier: PASS_TYPE, serialNumber: "S000031" });
  expect(pass).toMatchObject({ voided: true, values: '{"gate":"B1"}' });
});
