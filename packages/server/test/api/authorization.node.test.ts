import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAY, READING, SCOPES } from "./support/access-rules.ts";
import { type ApiWorld, FOREIGN_TYPE, packApiTemplate, PASS_TYPE } from "./support/api-world.ts";
import { BODIES, OPERATIONS } from "./support/operations.ts";
import { openTwoProjects, type TwoProjects } from "./support/two-projects.ts";

let projects: TwoProjects;
let world: ApiWorld;
let foreignKey: string;
let foreign: TwoProjects["foreign"];
let keys: TwoProjects["keys"];
let end: () => Promise<void>;

beforeAll(async () => {
  projects = await openTwoProjects((close) => {
    end = close;
  });
  ({ world, foreignKey, foreign, keys } = projects);
}, 60_000);
afterAll(() => end());

test("every operation has a row here, and all but the description want a key", () => {
  expect(OPERATIONS.map(({ id }) => id).toSorted()).toEqual(Object.keys(BODIES).toSorted());
  expect(OPERATIONS.filter(({ scope }) => scope === null).map(({ id }) => id)).toEqual(["getDescription"]);
});

describe.each(OPERATIONS.filter(({ scope }) => scope !== null))("$method $path", (operation) => {
  test("is refused without a valid key", async () => {
    const expired = await world.makeKey(["admin", "installation"], undefined, { expiresAt: Date.now() - 1 });
    const revoked = await world.makeKey(["admin", "installation"]);
    const objects = await projects.ownObjects(operation);
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
      expired,
    ]) {
      // Strangers are held back after a while: that is no way in either.
      const { status } = await projects.ask(operation, key, objects);
      expect([401, 429]).toContain(status);
    }
  });

  test.each(SCOPES)("with the scope %s as the description says", async (scope) => {
    const answer = await projects.ask(operation, keys.get(scope) ?? "", await projects.ownObjects(operation));
    // Events would go on as long as their job.
    if (operation.id === "watchJob") await answer.body?.cancel();
    else await answer.text();
    if (MAY[operation.scope ?? ""]?.includes(scope) === true) expect(answer.status).toBeLessThan(300);
    else expect(answer.status).toBe(403);
  });

  if (operation.method !== "GET" && !READING.has(operation.id)) {
    test("leaves an entry in the audit log, with the id of the request", async () => {
      const objects = await projects.ownObjects(operation);
      await projects.prepare(operation, objects);
      const answer = await projects.ask(operation, world.adminKey, objects);
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
    const answer = await projects.ask(operation, world.adminKey, foreign);
    const text = await answer.text();
    if (steps.length > 0) expect(answer.status).toBe(operation.id === "uploadTemplate" ? 409 : 404);
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
  const own = await projects.ownObjects();
  const name = { passTypeIdentifier: PASS_TYPE, serialNumber: own["serialNumber"] ?? "" };
  const { authenticationToken } = (await world.server.storage.passes.find(name))!;
  expect(JSON.stringify(await world.client().passes.get(name))).not.toContain(authenticationToken);
  expect(JSON.stringify(await world.client().passes.history(name))).not.toContain(authenticationToken);
});
