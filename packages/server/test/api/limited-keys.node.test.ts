import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IssuerClient } from "../../src/client/index.ts";
import { packApiTemplate, PASS_TYPE, SCANNED, SCANNED_SETTINGS, scanNew } from "./support/api-world.ts";
import { type Objects, OPERATIONS } from "./support/operations.ts";
import { openTwoProjects, type TwoProjects } from "./support/two-projects.ts";

/** Operations that a limited key may use, written down here a second time: every other one refuses it, those to come among them. */
const OPEN: ReadonlySet<string> = new Set(
  [
    ["listPassTypes", "listTemplates", "getTemplate", "listTemplateVersions", "previewTemplate", "downloadPreview", "drawPreview"],
    ["createPass", "listPasses", "getPass", "updatePass", "deletePass", "voidPass", "unvoidPass", "expirePass", "pushPass"],
    ["listRevisions", "downloadPass", "drawPass", "listPassImages", "putPassImage", "deletePassImage", "createBundle"],
    ["createJob", "listJobs", "previewJob", "getJob", "sendRows", "listResults", "watchJob", "pauseJob", "resumeJob", "cancelJob"],
    ["scanPass", "scanBatch", "getScanManifest", "undoScan", "listScans", "countScans"],
    ["getTimeline", "createPassLink", "mailPass"],
  ].flat(),
);

let projects: TwoProjects;
let admin: IssuerClient;
/** Issues and scans, of the template `gate` alone. */
let gateKey: string;
/** Issues and scans, for trying. */
let testKey: string;
/** Of the template `other` of the same project. */
let other: Objects;
let end: () => Promise<void>;

beforeAll(async () => {
  projects = await openTwoProjects((close) => {
    end = close;
  });
  const { world } = projects;
  admin = world.client();
  await admin.templates.upload("other", await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS }));
  await admin.templates.publish("other");
  gateKey = (await admin.keys.create({ name: "Gate", scopes: ["issue", "scan"], templates: ["gate"] })).key;
  testKey = (await admin.keys.create({ name: "Trying", scopes: ["issue", "scan"], test: true })).key;
  const { serialNumber } = await admin.passes.create({ templateId: "other", values: { gate: "A1" } });
  const { id: jobId } = await admin.jobs.create({ kind: "update", templateId: "other" });
  const scanId = (await scanNew(world, world.adminKey, "other")) ?? "";
  other = { templateId: "other", passTypeIdentifier: PASS_TYPE, serialNumber, jobId, scanId, imageName: "thumbnail" };
}, 60_000);
afterAll(() => end());

async function drop(answer: Response): Promise<number> {
  await answer.body?.cancel();
  return answer.status;
}

describe.each(OPERATIONS.filter(({ scope }) => scope !== null))("$method $path", (operation) => {
  const isOpen = OPEN.has(operation.id);

  test(isOpen ? "is there for a key that is limited to templates" : "refuses keys with a limit", async () => {
    const objects = await projects.ownObjects(operation);
    const status = await drop(await projects.ask(operation, gateKey, objects));
    if (isOpen) expect(status).toBeLessThan(300);
    else expect(status).toBe(403);
    if (!isOpen) expect(await drop(await projects.ask(operation, testKey, objects))).toBe(403);
  });

  if (isOpen && operation.path.includes("{")) {
    test("does not reach what belongs to another template", async () => {
      expect(await drop(await projects.ask(operation, gateKey, other))).toBe(404);
    });
  }

  if (isOpen && /\{(?:serialNumber|jobId|scanId)\}/u.test(operation.path)) {
    test("does not reach what is real with a test key", async () => {
      expect(await drop(await projects.ask(operation, testKey, other))).toBe(404);
    });
  }
});

test("lists of a key that is limited to templates hold nothing of others", async () => {
  const client = projects.world.client(gateKey);
  expect((await client.templates.list()).items.map(({ templateId }) => templateId)).toEqual(["gate"]);
  for await (const { templateId } of client.passes.each()) expect(templateId).toBe("gate");
  expect((await client.jobs.list({ limit: 100 })).items.every(({ templateId }) => templateId === "gate")).toBe(true);
  expect((await client.scans.list({ limit: 100 })).items.every(({ templateId }) => templateId === "gate")).toBe(true);
  const bundle = client.bundle({ passes: [{ passTypeIdentifier: PASS_TYPE, serialNumber: other["serialNumber"] ?? "" }] });
  await expect(bundle).rejects.toMatchObject({ fault: "not-found" });
});

test("a scanner of one event lets nobody in with a ticket of another, and does not use it up", async () => {
  const message = `T-${other["serialNumber"]}`;
  const refused = await projects.world.client(gateKey).scans.scan({ message });
  expect(refused).toMatchObject({ allowed: false, reason: "not-here", pass: null, scanId: null });
  expect(await admin.scans.scan({ message })).toMatchObject({ allowed: true });
});

test("a test key makes passes that say so, whatever it is asked for", async () => {
  const client = projects.world.client(testKey);
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  expect(pass.serialNumber).toMatch(/^test-[\da-f-]{36}$/u);
  const named = { templateId: "gate", values: { gate: "A1" }, serialNumber: "S1" };
  await expect(client.passes.create(named)).rejects.toMatchObject({ fault: "invalid-request", document: { faults: [{}] } });
  expect((await client.passes.create({ ...named, serialNumber: "test-S1" })).serialNumber).toBe("test-S1");
  await expect(admin.passes.create({ ...named, serialNumber: "test-S2" })).rejects.toMatchObject({ fault: "invalid-request" });
  expect((await client.passes.update(pass, { values: { gate: "A2" } })).changed).toBe(true);
});

test("a test pass lets nobody in at a real door, and a real one is not used up by trying", async () => {
  const client = projects.world.client(testKey);
  const made = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  const real = await admin.passes.create({ templateId: "gate", values: { gate: "A1" } });
  expect(await admin.scans.scan({ message: `T-${made.serialNumber}` })).toMatchObject({ allowed: false, reason: "test-pass" });
  expect(await client.scans.scan({ message: `T-${real.serialNumber}` })).toMatchObject({ allowed: false, reason: "live-pass" });
  expect(await client.scans.scan({ message: `T-${made.serialNumber}` })).toMatchObject({ allowed: true });
  expect(await admin.scans.scan({ message: `T-${real.serialNumber}` })).toMatchObject({ allowed: true });
  const listed = async (of: IssuerClient) => {
    const serials: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await of.scans.manifest("gate", cursor === undefined ? {} : { cursor });
      serials.push(...page.items.map(({ serialNumber }) => serialNumber));
      cursor = page.nextCursor;
    }
    return serials;
  };
  expect((await listed(client)).every((serial) => serial.startsWith("test-"))).toBe(true);
  expect((await listed(admin)).some((serial) => serial.startsWith("test-"))).toBe(false);
});

test("bulk work of a test key makes and changes test passes alone", async () => {
  const client = projects.world.client(testKey);
  const rows = '{"values":{"gate":"T1"}}\n{"values":{"gate":"T1"},"serialNumber":"REAL"}\n';
  const job = await client.jobs.create({ kind: "create", templateId: "gate" });
  expect(await client.jobs.send(job.id, { type: "application/x-ndjson", rows })).toMatchObject({ created: 1, failed: 1 });
  const real = await admin.passes.create({ templateId: "gate", values: { gate: "T1" } });
  const segment = { kind: "segment", templateId: "gate", where: { values: { gate: "T1" } }, change: { values: { gate: "T2" } } };
  const { id } = await client.jobs.create(segment as Parameters<IssuerClient["jobs"]["create"]>[0]);
  for await (const state of client.jobs.watch(id)) if (state.endedAt !== null) expect(state).toMatchObject({ changed: 1 });
  expect((await admin.passes.get(real)).values).toEqual({ gate: "T1" });
  const update = await client.jobs.create({ kind: "update", templateId: "gate" });
  const change = `${JSON.stringify({ serialNumber: real.serialNumber, values: { gate: "T3" } })}\n`;
  expect(await client.jobs.send(update.id, { type: "application/x-ndjson", rows: change })).toMatchObject({ failed: 1 });
  expect((await client.jobs.list()).items.map((one) => one.id).toSorted()).toEqual([id, job.id, update.id].toSorted());
});

test("one idempotency key is two for a test key and a live one", async () => {
  const wish = { templateId: "gate", values: { gate: "A1" } };
  const tried = await projects.world.client(testKey).passes.create(wish, { idempotencyKey: "order-1" });
  const made = await admin.passes.create(wish, { idempotencyKey: "order-1" });
  expect(made.serialNumber).not.toBe(tried.serialNumber);
});

test.each([
  { why: "admin is about all of a project", key: { scopes: ["admin"], test: true }, place: "body.scopes" },
  { why: "so is installation", key: { scopes: ["installation"], templates: ["gate"] }, place: "body.scopes" },
  {
    why: "a template of another project is none",
    key: { scopes: ["scan"], templates: ["gate", "foreign"] },
    place: "body.templates.1",
  },
] as const)("a key is not made where $why", async ({ key, place }) => {
  const answer = await projects.world.ask("/keys", { method: "POST", json: { name: "wrong", ...key } });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ faults: [{ place }] });
});

test("lists of keys say what each is limited to", async () => {
  const { items } = await admin.keys.list();
  const of = (name: string) => items.find((key) => key.name === name);
  expect(of("Gate")).toMatchObject({ test: false, templates: ["gate"] });
  expect(of("Trying")).toMatchObject({ test: true, templates: null, hint: expect.stringMatching(/^pw_test_/u) as string });
});

test("the id of a template that another project has is refused in words that do not say whose it is", async () => {
  const answer = await projects.world.ask("/templates/foreign", {
    method: "PUT",
    body: Buffer.from(projects.template),
    headers: { "content-type": "application/zip" },
  });
  expect(answer.status).toBe(409);
  const text = await answer.text();
  expect(text).toContain("urn:passwright:problem:template-id-taken");
  expect(text).not.toMatch(/\b(?:other|foreign|project)\b/iu);
});
