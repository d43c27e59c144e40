import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";
import { PATIENT } from "../push/support/patience.ts";
import { newPass } from "../storage/contract/samples.ts";
import { AUDIT } from "./support/hook-world.ts";
import { startReceiver } from "./support/receiver.ts";

const PROCESS = new URL("support/delivering-process.ts", import.meta.url).pathname;
const EVENTS = 60;

test("a process that is killed in the middle of it loses no event", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "passwright-hooks-kill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "passwright.db");
  const receiver = await startReceiver((_, response) => void setTimeout(() => response.writeHead(200).end(), 20));
  const before = await openSqliteStorage({ file });
  const endpoint = {
    id: "wh_1",
    projectId: "default",
    url: receiver.url,
    description: "",
    secret: "sealed",
    createdAt: Date.now(),
  };
  const filter = { eventTypes: null, passTypeIdentifiers: null, templateIds: null };
  await before.webhooks.create({ ...endpoint, ...filter }, { audit: AUDIT });
  const passes = Array.from({ length: EVENTS }, (_, index) => newPass(`s${index}`));
  await before.passes.create(passes, { now: Date.now() });
  await before.close();

  for (const [run, enough] of [10, 30, EVENTS].entries()) {
    // Each comes when the leases of the one before it are over.
    const child = spawn(process.execPath, ["--conditions=@passwright/source", PROCESS, file, String(run * 300)], {
      stdio: "ignore",
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ids = () => new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size;
    await expect.poll(ids, { ...PATIENT, timeout: 40_000 }).toBeGreaterThanOrEqual(enough);
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  const after = await openSqliteStorage({ file });
  onTestFinished(() => after.close());
  const kept = await after.webhooks.deliveries({ endpointId: "wh_1", limit: 100 });
  const sent = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(kept.map(({ eventId }) => eventId).filter((id) => !sent.has(id))).toEqual([]);
  // What was sent and could not be noted any more is sent again, by its id: as much as was under way, for each kill.
  expect(receiver.received.length).toBeLessThanOrEqual(EVENTS + 3 * 32);
});
