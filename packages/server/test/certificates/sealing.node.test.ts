import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIssuerClient } from "../../src/client/index.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { resealOnData } from "../../src/installation/reseal-on-data.ts";
import { openSecret, sealSecret, toSealingSecret } from "../../src/installation/sealed-secret.ts";
import { type RunningServer, startServer } from "../../src/process/start-server.ts";
import { sealWebhookSecret } from "../../src/webhooks/webhook-secret.ts";

const [OLD, NEW] = ["0".repeat(63) + "1", "0".repeat(63) + "2"];

let root: string;
let running: RunningServer | undefined;
let apiKey = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passwright-sealing-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(root, { recursive: true, force: true });
});

const config = () => readConfig({ flags: { data: root, port: "0" }, workingDirectory: root });

async function start(secret?: string): Promise<RunningServer> {
  running = await startServer(config(), { writeLog: () => undefined, secret });
  apiKey = running.firstKey ?? apiKey;
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

async function requestOne(): Promise<void> {
  const client = createIssuerClient({ server: running!.origin, apiKey });
  await client.certificates.request({ passTypeIdentifier: "pass.com.example.sealed", commonName: "Example" });
}

test("a start with another secret fails at once, says what to do, and repeats neither secret", async () => {
  await start(OLD);
  await requestOne();
  await stop();
  for (const secret of [NEW, undefined]) {
    const failed = start(secret);
    await expect(failed).rejects.toMatchObject({
      code: "ERR_SERVER_SEALED",
      message: expect.stringMatching(/PASSWRIGHT_SECRET.*cert reseal/u),
    });
    await expect(failed).rejects.not.toThrow(/00000001|00000002/u);
  }
  await expect(start("too short")).rejects.toMatchObject({ code: "ERR_SERVER_SECRET" });
  await start(OLD);
});

test("while nothing is sealed, any secret will do", async () => {
  await start();
  await stop();
  await start(OLD);
});

test("what is sealed anew opens under the new secret alone; doing it again changes nothing", async () => {
  await start();
  await requestOne();
  await requestOne();
  await stop();
  // From the secret of the folder to one of the environment, and on to the next.
  expect(await resealOnData(config(), { before: undefined, after: OLD })).toEqual({ resealed: 2, kept: 0 });
  expect(await resealOnData(config(), { before: undefined, after: OLD })).toEqual({ resealed: 0, kept: 2 });
  await expect(resealOnData(config(), { before: undefined, after: NEW })).rejects.toMatchObject({ code: "ERR_SERVER_SEALED" });
  expect(await resealOnData(config(), { before: OLD, after: NEW })).toEqual({ resealed: 2, kept: 0 });
  await expect(start(OLD)).rejects.toMatchObject({ code: "ERR_SERVER_SEALED" });
  await start(NEW);
});

test("keys that sign barcodes are sealed anew with those of certificates", async () => {
  const { storage } = await start(OLD);
  const place = { purpose: "barcode-key", row: "default/k" };
  const sealedKey = sealSecret(toSealingSecret(OLD), Buffer.from("private"), place);
  const audit = { at: 1, projectId: "default", actor: "local", action: "createBarcodeKey", object: "1", requestId: "" };
  const key = {
    projectId: "default",
    number: 1,
    kid: "k",
    publicKey: "x",
    sealedKey,
    activeFrom: 0,
    createdAt: 1,
    retiredAt: null,
  };
  await storage.scans.addBarcodeKey(key, { audit });
  await stop();
  expect(await resealOnData(config(), { before: OLD, after: NEW })).toEqual({ resealed: 1, kept: 0 });
  const [resealed] = await (await start(NEW)).storage.scans.barcodeKeys("default");
  expect(openSecret(toSealingSecret(NEW), resealed!.sealedKey, place).toString()).toBe("private");
});

test("secrets of webhooks are sealed anew too, the one before the present one among them", async () => {
  const server = await start(OLD);
  const { storage } = server;
  const audit = { at: 1, projectId: "default", actor: "local", action: "createWebhook", object: "1", requestId: "" };
  const [first, second] = ["whsec_b25l", "whsec_dHdv"] as const;
  const seal = (secret: string) => sealWebhookSecret(toSealingSecret(OLD), secret, "hook");
  await storage.webhooks.create(
    {
      id: "hook",
      projectId: "default",
      url: "https://hooks.example.com",
      description: "",
      secret: seal(first),
      createdAt: 1,
      eventTypes: null,
      passTypeIdentifiers: null,
      templateIds: null,
    },
    { audit },
  );
  const key = { projectId: "default", id: "hook" };
  await storage.webhooks.update(key, { secret: { sealed: seal(second), oldUntil: 9e12 } }, { now: 1, audit });
  await stop();
  expect(await resealOnData(config(), { before: OLD, after: NEW })).toEqual({ resealed: 2, kept: 0 });
  const sealed = await (await start(NEW)).storage.certificates.sealed();
  const opened = sealed.map((row) =>
    openSecret(toSealingSecret(NEW), row.sealed, { purpose: row.purpose, row: row.row }).toString(),
  );
  expect(new Set(opened)).toEqual(new Set(["one", "two"]));
});

test("a folder where no server has been is not made into one", async () => {
  await expect(resealOnData({ ...config(), dataFolder: join(root, "none") }, { before: OLD, after: NEW })).rejects.toMatchObject({
    code: "ERR_SERVER_DATA_FOLDER",
  });
});
