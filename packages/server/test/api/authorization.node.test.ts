import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ApiWorld,
  FOREIGN_TYPE,
  openApiWorld,
  packApiTemplate,
  PASS_TYPE,
  SCANNED,
  SCANNED_SETTINGS,
  scanNew,
} from "./support/api-world.ts";
import { askFor, BODIES, type Objects, OPERATIONS } from "./support/operations.ts";
import { ownObjects } from "./support/own-objects.ts";

/** Which keys may do what asks for a scope: written down here a second time, so that a change of the table is noticed. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  installation: ["installation"],
  admin: ["admin"],
  issue: ["admin", "issue"],
  read: ["admin", "issue", "read"],
  scan: ["admin", "scan"],
};
const SCOPES = Object.keys(MAY);

/**
 * Operations without an entry in the audit log though they are not GET: what previews say is told and forgotten; scans are a log
 * of their own, with the key that scanned and the one that undid; rows are in the entry of their job; a bundle is a download.
 */
const READING: ReadonlySet<string> = new Set([
  "previewTemplate",
  "downloadPreview",
  "drawPreview",
  "scanPass",
  "scanBatch",
  "undoScan",
  "testWebhook",
  "previewJob",
  "sendRows",
  "createBundle",
]);

/** What must be so for an operation to have something to change. */
const BEFORE: Readonly<Record<string, (objects: Objects) => Promise<unknown>>> = {
  publishTemplate: () => world.client().templates.upload("gate", template),
  unvoidPass: ({ passTypeIdentifier = "", serialNumber = "" }) => world.client().passes.void({ passTypeIdentifier, serialNumber }),
};

let world: ApiWorld;
let end: () => Promise<void>;
let template: Uint8Array;
let foreignKey: string;
const foreign = {
  templateId: "foreign",
  passTypeIdentifier: FOREIGN_TYPE,
  serialNumber: "",
  keyId: "",
  webhookId: "",
  eventId: "",
  jobId: "",
  imageName: "thumbnail",
  scanId: "",
  kid: "",
  certificateId: "",
  // Who may use projects at all may use each of them: here it is one that is not there.
  projectId: "nowhere",
  linkId: "",
  mintKeyId: "",
  mailId: "",
};
const keys = new Map<string, string>();

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    // Nothing answers there: what is asked for is queued all the same.
    // One key asks thousands of times within seconds.
    flags: { "smtp-url": "smtp://localhost:1", "mail-from": "passes@example.com", "api-burst": "100000", "api-rate": "10000" },
  });
  template = await packApiTemplate(SCANNED, { "template.json": SCANNED_SETTINGS });
  await world.client().templates.upload("gate", template);
  await world.client().templates.publish("gate");
  await world.client().passes.create({ templateId: "gate", values: { gate: "A1" }, externalId: "bundled" });
  for (const scope of SCOPES) keys.set(scope, await world.makeKey([scope as "admin"]));
  const { storage } = world.server;
  await storage.access.createProject({ id: "other", name: "Other", createdAt: 1 });
  await storage.access.createProject({ id: "third", name: "Third", createdAt: 1 });
  await storage.access.assignPassType(FOREIGN_TYPE, "other");
  foreignKey = await world.makeKey(["admin"], "other");
  const other = world.client(foreignKey);
  await other.templates.upload(
    "foreign",
    await packApiTemplate({ ...SCANNED, passTypeIdentifier: FOREIGN_TYPE }, { "template.json": SCANNED_SETTINGS }),
  );
  await other.templates.publish("foreign");
  foreign.serialNumber = (
    await other.passes.create({ templateId: "foreign", values: { gate: "A1" }, externalId: "x" })
  ).serialNumber;
  foreign.jobId = (await other.jobs.create({ kind: "update", templateId: "foreign" })).id;
  const requested = await other.certificates.request({ passTypeIdentifier: FOREIGN_TYPE, commonName: "Other" });
  foreign.certificateId = requested.id;
  foreign.linkId = (await other.links.createForTemplate("foreign", { source: FOREIGN_TYPE })).id;
  foreign.mintKeyId = (await other.links.createMintKey()).id;
  const foreignPass = { passTypeIdentifier: FOREIGN_TYPE, serialNumber: foreign.serialNumber };
  foreign.mailId = (await other.mails.send(foreignPass, { to: "eve@example.com" })).id;
  foreign.keyId = (await other.keys.list()).items[0]!.id;
  foreign.webhookId = (await other.webhooks.create({ url: "http://127.0.0.1:1025/foreign" })).id;
  foreign.eventId = (await other.webhooks.test(foreign.webhookId)).eventId;
  foreign.kid = (await other.barcodeKeys.rotate()).kid;
  foreign.scanId = (await scanNew(world, foreignKey, "foreign")) ?? "";
}, 60_000);
afterAll(() => end());

test("every operation has a row here, and all but the description want a key", () => {
  expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual(Object.keys(BODIES).toSorted());
  expect(OPERATIONS.filter(({ scope }) => scope === null).map(({ id }) => id)).toEqual(["getDescription"]);
});

describe.each(OPERATIONS.filter(({ scope }) => scope !== null))("$method $path", (operation) => {
  test("is refused without a valid key", async () => {
    const revoked = await world.makeKey(["admin", "installation"]);
    const objects = await ownObjects(world, operation);
    const { items } = await world.client().keys.list();
    for (const { id } of items.filter(({ hint }) => hint === revoked.slice(0, hint.length))) await world.client().keys.revoke(id);
    for (const key of [
      null,
      "",
      "pw_live_short",
      `pw_live_${"a".repeat(43)}`,
      `${world.adminKey}x`,
      world.adminKey.toLowerCase(),
      revoked,
    ]) {
      // Strangers are held back after a while: that is no way in either.
      const { status } = await askFor(operation, { world, template }, { key, objects });
      expect([401, 429]).toContain(status);
    }
  });

  test.each(SCOPES)("with the scope %s as the description says", async (scope) => {
    const answer = await askFor(
      operation,
      { world, template },
      { key: keys.get(scope) ?? "", objects: await ownObjects(world, operation) },
    );
    // Events would go on as long as their job.
    if (operation.id === "watchJob") await answer.body?.cancel();
    else await answer.text();
    if (MAY[operation.scope ?? ""]?.includes(scope) === true) expect(answer.status).toBeLessThan(300);
    else expect(answer.status).toBe(403);
  });

  if (operation.method !== "GET" && !READING.has(operation.id)) {
    test("leaves an entry in the audit log, with the id of the request", async () => {
      const objects = await ownObjects(world, operation);
      await BEFORE[operation.id]?.(objects);
      const answer = await askFor(operation, { world, template }, { key: world.adminKey, objects });
      expect(answer.status).toBeLessThan(300);
      const [newest] = (await world.client().audit({ limit: 1 })).items;
      expect(newest).toMatchObject({
        action: operation.id,
        requestId: answer.headers.get("x-request-id"),
        actor: "first",
      });
    });
  }

  test("does not reach what belongs to another project", async () => {
    const steps = [...operation.path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
    const answer = await askFor(operation, { world, template }, { key: world.adminKey, objects: foreign });
    const text = await answer.text();
    if (steps.length > 0) expect(answer.status).toBe(404);
    expect(text).not.toContain(foreign.serialNumber);
    if (steps.length === 0 && operation.scope !== "installation") expect(text).not.toContain(FOREIGN_TYPE);
  });
});

test("what another project has is as it was after all that was tried", async () => {
  const pass = await world.client(foreignKey).passes.get({ passTypeIdentifier: FOREIGN_TYPE, serialNumber: foreign.serialNumber });
  expect(pass).toMatchObject({ revision: 1, voided: false, externalId: "x" });
  expect((await world.client(foreignKey).templates.get("foreign")).version).toBe(1);
  expect(await world.client(foreignKey).jobs.get(foreign.jobId)).toMatchObject({ state: "open", rows: 0 });
  expect((await world.client(foreignKey).keys.list()).items.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  expect((await world.client(foreignKey).webhooks.list()).items).toMatchObject([{ id: foreign.webhookId, enabled: true }]);
});

test("neither filter, external id nor template of another project lead to it", async () => {
  const client = world.client();
  expect((await client.passes.list({ passTypeIdentifier: FOREIGN_TYPE })).items).toEqual([]);
  expect((await client.passes.list({ externalId: "x" })).items).toEqual([]);
  await expect(client.passes.create({ templateId: "foreign", values: { gate: "A1" } })).rejects.toMatchObject({
    fault: "not-found",
  });
  const stolen = await packApiTemplate({ passTypeIdentifier: FOREIGN_TYPE });
  await expect(client.templates.upload("mine", stolen)).rejects.toMatchObject({ fault: "invalid-template" });
  const cursor = Buffer.from(JSON.stringify([FOREIGN_TYPE, ""])).toString("base64url");
  expect((await client.passes.list({ cursor })).items.some((pass) => pass.passTypeIdentifier === FOREIGN_TYPE)).toBe(false);
});

test("no key, token or secret stands in the log or in any answer to another", async () => {
  const text = world.logText();
  for (const key of [world.adminKey, foreignKey, ...keys.values()]) expect(text).not.toContain(key);
  expect(text).not.toContain(world.server.folder.secret);
  const listed = JSON.stringify(await world.client().keys.list());
  for (const key of keys.values()) expect(listed).not.toContain(key);
  const own = await ownObjects(world);
  const name = { passTypeIdentifier: PASS_TYPE, serialNumber: own["serialNumber"] ?? "" };
  const { authenticationToken } = (await world.server.storage.passes.find(name))!;
  expect(JSON.stringify(await world.client().passes.get(name))).not.toContain(authenticationToken);
  expect(JSON.stringify(await world.client().passes.history(name))).not.toContain(authenticationToken);
});
