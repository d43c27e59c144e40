import { expect } from "vitest";
import type { AuditEntry } from "../../../src/storage/issuer/issuer-storage.ts";
import {
  type Job,
  type JobEntry,
  type JobKind,
  type JobStep,
  JOB_STORAGE_LIMITS,
  type JobStepResult,
} from "../../../src/storage/jobs/jobs-storage.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, devicesOf, issue, key, newPass, NOW, PASS_TYPE, touch } from "./samples.ts";

const TEMPLATE = "loyalty-card";
const AUDIT: AuditEntry = { at: NOW, projectId: "default", actor: "key_1", action: "createJob", object: "j", requestId: "r" };

function begin(storage: Storage, id: string, kind: JobKind = "create", now = NOW): Promise<Job> {
  const place = { projectId: "default", passTypeIdentifier: PASS_TYPE, templateId: TEMPLATE };
  return storage.jobs.create({ id, ...place, kind, plan: "{}", actor: "key_1", createdAt: now, total: null }, { audit: AUDIT });
}

function creation(row: number, serialNumber: string, externalId: string | null = null): JobEntry {
  return { row, line: row, externalId, kind: "create", pass: newPass(serialNumber) };
}

function change(row: number, serialNumber: string, ifRevision: number): JobEntry {
  const wish = { serialNumber, values: `{"row":${row}}`, ifRevision };
  return { row, line: row, externalId: null, kind: "change", change: wish };
}

function stepOf(jobId: string, expected: number, entries: readonly JobEntry[], rest: Partial<JobStep> = {}): JobStep {
  const position = entries.at(-1)?.row ?? expected;
  const facts = { now: NOW, cursor: "", digest: "", lease: null, ends: false, push: { kind: "now" } } as const;
  return { jobId, passTypeIdentifier: PASS_TYPE, expected, position, entries, ...facts, ...rest };
}

async function told(storage: Storage, jobId: string, options: { failuresOnly?: boolean; after?: number; limit?: number } = {}) {
  const { failuresOnly = false, after = 0, limit = 1000 } = options;
  const { lines, next } = await storage.jobs.results({ jobId, failuresOnly, after, limit });
  const rows = lines.map((line) => JSON.parse(line) as { row: number; result: string; problem?: { code: string } });
  return { rows: rows.map(({ row, result, problem }) => [row, problem?.code ?? result]), next };
}

function jobOf(result: JobStepResult): Job {
  if ("job" in result) return result.job;
  throw new Error(`no job: ${result.kind}`);
}

/** What every store of jobs keeps to. */
export function jobStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a step makes passes with their records, and says of each row what became of it", async ({ storage }) => {
    await issue(storage, ["made-without-a-record"]);
    await begin(storage, "j1");
    const failed: JobEntry = {
      row: 6,
      line: 6,
      externalId: null,
      kind: "failed",
      serialNumber: null,
      problem: { code: "invalid-values", message: "no" },
    };
    const entries = [
      creation(1, "a", "order-1"),
      creation(2, "b", "order-1"),
      creation(3, "c"),
      creation(4, "made-without-a-record", "order-4"),
      creation(5, "d", "order-5"),
      failed,
    ];
    const result = await storage.jobs.step(stepOf("j1", 0, entries));
    expect(result).toMatchObject({ kind: "done", job: { position: 6, created: 3, failed: 3, state: "open" } });
    expect((await told(storage, "j1")).rows).toEqual([
      [1, "created"],
      [2, "external-id-taken"],
      [3, "created"],
      [4, "serial-number-taken"],
      [5, "created"],
      [6, "invalid-values"],
    ]);
    expect((await told(storage, "j1", { failuresOnly: true })).rows.map(([row]) => row)).toEqual([2, 4, 6]);
    expect(await storage.issuing.records([key("a"), key("b"), key("made-without-a-record")])).toMatchObject([
      { serialNumber: "a", externalId: "order-1" },
    ]);
    expect(await storage.passes.find(key("b"))).toBeUndefined();
    // The id of a row that came to nothing is free.
    await storage.jobs.step(stepOf("j1", 6, [creation(7, "e", "order-4"), creation(8, "a", "order-8")]));
    expect((await told(storage, "j1", { after: 6 })).rows).toEqual([
      [7, "created"],
      [8, "serial-number-taken"],
    ]);
  });

  rule("of steps that are at the same rows one is done, whoever sends them", async ({ storage, openAnother }) => {
    const other = await openAnother();
    await begin(storage, "j1");
    const rows = Array.from({ length: 50 }, (_, index) => index + 1);
    const steps = [storage, other, storage, other].map((where, lane) =>
      where.jobs.step(
        stepOf(
          "j1",
          0,
          rows.map((row) => creation(row, `${lane}-${row}`, `order-${row}`)),
        ),
      ),
    );
    const kinds = (await Promise.all(steps)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["done", "moved", "moved", "moved"]);
    expect(await storage.jobs.find({ id: "j1", projectId: "default" })).toMatchObject({ created: 50, failed: 0, position: 50 });
    expect((await storage.passes.page({ passTypeIdentifier: PASS_TYPE, limit: 1000 })).length).toBe(50);
  });

  rule("a step changes passes, queues their pushes, and writes nothing where one has changed meanwhile", async ({ storage }) => {
    await issue(storage, ["a", "b"], { phone: "a", tablet: "b" });
    await begin(storage, "j1", "update");
    await touch(storage, "b", NOW, "none");
    const stale = await storage.jobs.step(stepOf("j1", 0, [change(1, "a", 1), change(2, "b", 1)]));
    expect(stale).toEqual({ kind: "stale", serialNumbers: ["b"] });
    expect((await storage.passes.find(key("a")))?.revision).toBe(1);
    expect(await storage.jobs.find({ id: "j1", projectId: "default" })).toMatchObject({ position: 0, version: 1 });
    const done = await storage.jobs.step(stepOf("j1", 0, [change(1, "a", 1), change(2, "b", 2)], { ends: true }));
    expect(done).toMatchObject({ kind: "done", pushed: true, job: { state: "finished", changed: 2, endedAt: NOW } });
    expect(devicesOf(await claimAll(storage))).toEqual(["phone", "tablet"]);
    expect((await storage.jobs.step(stepOf("j1", 2, [change(3, "a", 2)]))).kind).toBe("stopped");
  });

  rule(
    "one worker has a job until its lease is over; a step of the one before it writes nothing",
    async ({ storage, openAnother }) => {
      const other = await openAnother();
      await issue(storage, ["a"]);
      await begin(storage, "j1", "segment");
      const claims = await Promise.all(
        [storage, other, storage].map((where, index) => where.jobs.claim({ worker: `w${index}`, now: NOW, leaseMs: 1000 })),
      );
      const holder = claims.findIndex((job) => job !== undefined);
      expect(claims.filter((job) => job !== undefined).length).toBe(1);
      const lease = (worker: string) => ({ lease: { worker, until: NOW + 2000 } });
      expect((await storage.jobs.step(stepOf("j1", 0, [change(1, "a", 1)], lease("w9")))).kind).toBe("stopped");
      const held = lease(`w${holder}`);
      expect(await storage.jobs.step(stepOf("j1", 0, [], { ...held, position: 5, cursor: "a" }))).toMatchObject({
        kind: "done",
        job: { position: 5, cursor: "a", state: "running" },
      });
      expect(await other.jobs.claim({ worker: "late", now: NOW + 1500, leaseMs: 1000 })).toBeUndefined();
      expect(await other.jobs.claim({ worker: "late", now: NOW + 2000, leaseMs: 1000 })).toMatchObject({ id: "j1", cursor: "a" });
      expect((await storage.jobs.step(stepOf("j1", 5, [change(6, "a", 1)], held))).kind).toBe("stopped");
      expect((await storage.passes.find(key("a")))?.revision).toBe(1);
      await other.jobs.release({ worker: "late", now: NOW + 2000 });
      expect(await storage.jobs.claim({ worker: "next", now: NOW + 2000, leaseMs: 1000 })).toMatchObject({ id: "j1" });
    },
  );

  rule("a job is paused, resumed and cancelled, and then nothing moves it", async ({ storage }) => {
    const name = { id: "j1", projectId: "default" };
    const act = (action: "pause" | "resume" | "cancel") => storage.jobs.act(name, { action, now: NOW, audit: AUDIT });
    await begin(storage, "j1", "segment");
    expect(await act("pause")).toMatchObject({ kind: "done", job: { state: "paused" } });
    expect(await storage.jobs.claim({ worker: "w", now: NOW, leaseMs: 1000 })).toBeUndefined();
    expect(await act("resume")).toMatchObject({ kind: "done", job: { state: "running" } });
    expect(await storage.jobs.claim({ worker: "w", now: NOW, leaseMs: 1000 })).toBeDefined();
    expect(await act("cancel")).toMatchObject({ kind: "done", job: { state: "cancelled", endedAt: NOW } });
    const late = stepOf("j1", 0, [], { lease: { worker: "w", until: NOW + 1000 }, position: 1 });
    expect((await storage.jobs.step(late)).kind).toBe("stopped");
    expect((await act("cancel")).kind).toBe("done");
    expect((await act("resume")).kind).toBe("refused");
    expect((await storage.jobs.act({ ...name, projectId: "other" }, { action: "cancel", now: NOW, audit: AUDIT })).kind).toBe(
      "absent",
    );
    expect(await storage.jobs.find({ id: "j1", projectId: "other" })).toBeUndefined();
  });

  rule("a job that takes rows ends where its sender believes it to be, and only there", async ({ storage }) => {
    await begin(storage, "j1");
    await storage.jobs.step(stepOf("j1", 0, [creation(1, "a")]));
    const end = (expected: number) => storage.jobs.end({ id: "j1" }, { now: NOW, expected, state: "finished", problem: null });
    expect((await end(0)).kind).toBe("moved");
    expect(jobOf(await end(1)).state).toBe("finished");
    expect((await end(1)).kind).toBe("stopped");
  });

  rule("results come in pages that neither miss nor repeat a row", async ({ storage }) => {
    await begin(storage, "j1");
    for (let first = 1; first <= 41; first += 10) {
      const rows = Array.from({ length: 10 }, (_, index) => creation(first + index, `s${first + index}`));
      await storage.jobs.step(stepOf("j1", first - 1, rows));
    }
    const seen: unknown[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await told(storage, "j1", { after, limit: 7 });
      seen.push(...page.rows.map(([row]) => row));
      after = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  rule("jobs are listed newest first, by project, state and kind", async ({ storage }) => {
    for (const id of ["j1", "j2", "j3"]) await begin(storage, id, id === "j2" ? "segment" : "create");
    const list = async (options: Partial<Parameters<Storage["jobs"]["list"]>[0]> = {}) =>
      (await storage.jobs.list({ projectId: "default", limit: 10, ...options })).map(({ id }) => id);
    expect(await list()).toEqual(["j3", "j2", "j1"]);
    expect(await list({ limit: 1, before: "j3" })).toEqual(["j2"]);
    expect(await list({ state: "running" })).toEqual(["j2"]);
    expect(await list({ kind: "create" })).toEqual(["j3", "j1"]);
    expect(await list({ projectId: "other" })).toEqual([]);
  });

  rule("what has ended goes after its time, results before their job, and what fell silent is cancelled", async ({ storage }) => {
    const { resultsKeptMs, jobsKeptMs, silentMs } = JOB_STORAGE_LIMITS;
    await begin(storage, "j1");
    await storage.jobs.step(stepOf("j1", 0, [creation(1, "a")], { ends: true }));
    await begin(storage, "j2");
    const find = (id: string) => storage.jobs.find({ id, projectId: "default" });
    await storage.jobs.trim({ now: NOW + resultsKeptMs - 1 });
    expect((await told(storage, "j1")).rows.length).toBe(1);
    await storage.jobs.trim({ now: NOW + Math.max(resultsKeptMs, silentMs) + 1 });
    expect((await told(storage, "j1")).rows).toEqual([]);
    expect(await find("j1")).toMatchObject({ state: "finished", created: 1 });
    expect(await find("j2")).toMatchObject({ state: "cancelled" });
    while (await storage.jobs.trim({ now: NOW + jobsKeptMs + silentMs * 2 })) expect(true).toBe(true);
    expect(await find("j1")).toBeUndefined();
  });

  rule("passes are found by the names that rows have for them, deleted ones are not", async ({ storage }) => {
    await begin(storage, "j1");
    await storage.jobs.step(stepOf("j1", 0, [creation(1, "a", "order-1"), creation(2, "b", "order-2"), creation(3, "c")]));
    const deleted = { passTypeIdentifier: PASS_TYPE, change: { serialNumber: "c", voided: true }, deletes: true, audit: AUDIT };
    await storage.issuing.amend(deleted, { now: NOW, push: { kind: "none" } });
    const place = { projectId: "default", passTypeIdentifier: PASS_TYPE, templateId: TEMPLATE };
    const wish = { serialNumbers: ["a", "c", "z", "\0"], externalIds: ["order-2", "order-9"] };
    const found = await storage.jobs.passesOf(place, wish);
    expect(Object.fromEntries(found.map(({ pass, externalId }) => [pass.serialNumber, externalId]))).toEqual({
      a: "order-1",
      b: "order-2",
    });
    expect(await storage.jobs.passesOf({ ...place, templateId: "another" }, { serialNumbers: ["a"], externalIds: [] })).toEqual([]);
    expect(await storage.jobs.countPasses(place)).toBe(3);
  });
}
