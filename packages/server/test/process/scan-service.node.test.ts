import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createTemplateShelf } from "../../src/api/template-shelf.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { startBackgroundWork } from "../../src/process/background-work.ts";
import { startScanService } from "../../src/process/scan-service.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { key, newPass, NOW, PASS_TYPE, scanRule } from "../storage/contract/samples.ts";

const DAY = 24 * 60 * 60_000;

const RULE = scanRule("unlimited");

async function scanAt(storage: Storage, scanId: string, at: number): Promise<void> {
  await storage.scans.redeem(
    {
      key: key("a"),
      projectId: "default",
      scanId,
      scan: { at, gate: null, direction: "in", amount: null },
      offline: false,
      rule: RULE,
      templateId: "loyalty-card",
      templateVersion: 1,
      values: `{"points":1}`,
      clientKey: null,
      digest: "d",
      actor: "key_1",
    },
    { now: at, push: { kind: "none" } },
  );
}

async function openScans(): Promise<Storage> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-scans-"));
  const storage = await openSqliteStorage({ file: join(folder, "passwright.sqlite") });
  onTestFinished(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
  await storage.passes.create([newPass("a", { barcodes: [] })], { now: NOW });
  // More than one transaction takes.
  for (let done = 0; done < 1005; done += 201) {
    await Promise.all(Array.from({ length: 201 }, (_, index) => scanAt(storage, `old_${done + index}`, NOW - 32 * DAY)));
  }
  await scanAt(storage, "new", NOW - 30 * DAY);
  return storage;
}

function start(storage: Storage, keptDays: number, lines: string[]) {
  const log = createLogger({ write: (text) => lines.push(text), level: "info", clock: () => NOW });
  const shelf = createTemplateShelf(storage.templates);
  const parts = { storage, shelf, secret: "00".repeat(32), webServiceURL: () => "https://example.com", clock: () => NOW, log };
  return { service: startScanService(parts, { keptDays }), log };
}

const idsOf = async (storage: Storage) =>
  (await storage.scans.list({ projectId: "default", limit: 1000 })).map(({ scanId }) => scanId);

test(
  "scans that are older than the settings say are forgotten, in steps, and their uses are not",
  { timeout: 30_000 },
  async () => {
    const storage = await openScans();
    const lines: string[] = [];
    const { service, log } = start(storage, 31, lines);
    await expect.poll(() => idsOf(storage), { timeout: 10_000 }).toEqual(["new"]);
    await service.stop();
    log.flush();
    expect(lines.join("")).toContain('"event":"old scans deleted","deleted":1005');
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 1006 });
  },
);

test("with 0 days they are kept for ever", { timeout: 30_000 }, async () => {
  const storage = await openScans();
  const { service } = start(storage, 0, []);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await service.stop();
  expect(await idsOf(storage)).toHaveLength(1000);
});

test("work that fails is told in the log, is done again, and ends when it is told to", async () => {
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "info", clock: () => NOW });
  let steps = 0;
  const work = startBackgroundWork({
    step: async () => {
      steps += 1;
      if (steps === 1) throw new Error("the disk is full");
      return 60_000;
    },
    failure: "nothing was done",
    log,
  });
  await expect.poll(() => steps).toBe(1);
  work.wake();
  await expect.poll(() => steps).toBe(2);
  await work.stop();
  log.flush();
  expect(lines.join("")).toMatch(/nothing was done.*the disk is full/u);
  expect(steps).toBe(2);
});
