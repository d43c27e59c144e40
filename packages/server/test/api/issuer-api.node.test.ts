import { readdir, readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { ApiError, type IssuerClient, type Pass } from "../../src/client/index.ts";
import { OPERATIONS } from "../../src/client/operations.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, PASS_TYPE, publishGate } from "./support/api-world.ts";

let world: ApiWorld;
let client: IssuerClient;
let end: () => Promise<void>;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  client = world.client();
  await publishGate(world);
}, 60_000);
afterAll(() => end());

const create = (given: Partial<Parameters<IssuerClient["passes"]["create"]>[0]> = {}): Promise<Pass> =>
  client.passes.create({ templateId: "gate", values: { gate: "A1" }, ...given });

async function faultOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
}

test("the description that is served is the one that is committed", async () => {
  const committed = JSON.parse(
    readFileSync(new URL("../../../../docs/reference/api/openapi.json", import.meta.url), "utf8"),
  ) as object;
  expect(await client.description()).toEqual(committed);
});

test("a repeated request makes one pass, and another request with its key none", async () => {
  const options = { idempotencyKey: "order-7" };
  const body = { templateId: "gate", values: { gate: "A1" } };
  const first = await client.passes.create(body, options);
  expect(await client.passes.create(body, options)).toEqual(first);
  const other = await faultOf(client.passes.create({ ...body, values: { gate: "A2" } }, options));
  expect(other).toMatchObject({ fault: "idempotency-key-reused", status: 422 });
});

test("serial number and external id are taken once", async () => {
  const pass = await create({ serialNumber: "S-1", externalId: "order-1" });
  expect(pass).toMatchObject({ serialNumber: "S-1", externalId: "order-1" });
  expect(await faultOf(create({ serialNumber: "S-1" }))).toMatchObject({ fault: "serial-number-taken", status: 409 });
  const taken = await faultOf(create({ externalId: "order-1" }));
  expect(taken).toMatchObject({ fault: "external-id-taken", document: { serialNumber: "S-1", passTypeIdentifier: PASS_TYPE } });
  expect((await client.passes.list({ externalId: "order-1" })).items).toEqual([pass]);
});

test("values that do not fit are refused with each fault and its place", async () => {
  const error = await faultOf(create({ values: { gate: "much too long", other: 1 } }));
  expect(error.fault).toBe("invalid-values");
  expect(error.document?.faults?.map(({ place }) => place).toSorted()).toEqual(["values.gate", "values.other"]);
});

test("an update merges values, takes away what is null, and tells what the phone will show", async () => {
  const pass = await create({ values: { gate: "A1", note: "x" } });
  const change = await client.passes.update(pass, { values: { gate: "B2", note: null }, push: "none" });
  expect(change).toMatchObject({ changed: true, notice: "message", devices: 0, pass: { values: { gate: "B2" }, revision: 2 } });
  expect(change.fields.map(({ notification }) => notification)).toEqual(["Gate changed to B2"]);
  expect(Object.keys(change.pass.values)).toEqual(["gate"]);
});

test("an update that changes nothing makes no revision", async () => {
  const pass = await create();
  expect(await client.passes.update(pass, { values: { gate: "A1" } })).toMatchObject({ changed: false, pass: { revision: 1 } });
  expect(await client.passes.update(pass, {})).toMatchObject({ changed: false });
  expect(await client.passes.push(pass)).toMatchObject({ changed: true, fields: [], pass: { revision: 2 } });
});

test("updates at the same time all come through; one that names a revision does not when another was first", async () => {
  const pass = await create();
  await Promise.all(["1", "2", "3"].map((note) => client.passes.update(pass, { values: { note }, push: "none" })));
  expect((await client.passes.get(pass)).revision).toBe(4);
  const late = await faultOf(client.passes.update(pass, { values: { gate: "C1" }, ifRevision: 1 }));
  expect(late).toMatchObject({ fault: "revision-conflict", document: { revision: 4 } });
});

test("an update to values that do not fit, or a version that is none, changes nothing", async () => {
  const pass = await create();
  expect((await faultOf(client.passes.update(pass, { values: { gate: null } }))).fault).toBe("invalid-values");
  expect((await faultOf(client.passes.update(pass, { templateVersion: 99 }))).fault).toBe("invalid-values");
  expect(await client.passes.get(pass)).toEqual(pass);
});

test("void, unvoid and expire stand in the pass that devices get", async () => {
  const pass = await create();
  expect((await client.passes.void(pass)).pass.voided).toBe(true);
  expect((await client.passes.void(pass)).changed).toBe(false);
  expect((await PassPackage.read(await client.passes.download(pass))).data["voided"]).toBe(true);
  expect((await client.passes.unvoid(pass, { push: { over: 60 } })).pass.voided).toBe(false);
  const expired = await client.passes.expire(pass, { at: "2031-01-01T12:00:00+02:00" });
  expect(expired.pass.expiresAt).toBe("2031-01-01T10:00:00.000Z");
  expect((await PassPackage.read(await client.passes.download(pass))).data["expirationDate"]).toBe("2031-01-01T10:00:00Z");
  expect((await client.passes.update(pass, { expiresAt: null })).pass.expiresAt).toBeNull();
});

test("history has every revision with its values, page by page", async () => {
  const pass = await create();
  for (const gate of ["B1", "C1"]) await client.passes.update(pass, { values: { gate }, push: "none" });
  const first = await client.passes.history(pass, { limit: 2 });
  expect(first.items.map(({ revision, values }) => [revision, values["gate"]])).toEqual([
    [3, "C1"],
    [2, "B1"],
  ]);
  const rest = await client.passes.history(pass, { cursor: first.nextCursor ?? "" });
  expect(rest).toMatchObject({ items: [{ revision: 1, values: { gate: "A1" } }], nextCursor: null });
});

test("a list goes through all passes once, and a filter keeps what fits", async () => {
  const voided = await create();
  await client.passes.void(voided);
  const deleted = await create();
  await client.passes.delete(deleted);
  const all: string[] = [];
  for await (const { serialNumber } of client.passes.each({ limit: 2 })) all.push(serialNumber);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(voided.serialNumber);
  expect(all).not.toContain(deleted.serialNumber);
  const some: Pass[] = [];
  for await (const pass of client.passes.each({ voided: "true", templateId: "gate", limit: 3 })) some.push(pass);
  expect(some.map(({ serialNumber }) => serialNumber)).toEqual([voided.serialNumber]);
});

test("a deleted pass is gone for the API and stays, voided, for devices", async () => {
  const pass = await create({ externalId: "gone" });
  expect((await client.passes.delete(pass)).pass).toMatchObject({ voided: true, externalId: null });
  const { get, update, download } = client.passes;
  const faults = await Promise.all([get(pass), update(pass, {}), client.passes.delete(pass), download(pass)].map(faultOf));
  expect(faults.map(({ fault }) => fault)).toEqual(Array<string>(4).fill("not-found"));
  expect(await world.server.storage.passes.find(pass)).toMatchObject({ voided: true });
  expect((await create({ externalId: "gone" })).externalId).toBe("gone");
});

test("a draft changes nothing until it is published, and issued passes stay on their version", async () => {
  await client.templates.upload("two", await packApiTemplate());
  expect((await faultOf(client.passes.create({ templateId: "two", values: { gate: "A1" } }))).fault).toBe("not-found");
  await client.templates.publish("two");
  const pass = await client.passes.create({ templateId: "two", values: { gate: "A1" } });
  const draft = await client.templates.upload("two", await packApiTemplate({ description: "Second" }));
  expect(draft).toMatchObject({ shown: "draft", version: 1 });
  expect((await client.templates.preview("two")).pass).toMatchObject({ description: "Second" });
  expect((await client.templates.preview("two", { version: 1 })).pass).toMatchObject({ description: "Gate card" });
  expect(await client.templates.publish("two")).toMatchObject({ version: 2, draftAt: null });
  expect(await client.templates.publish("two")).toMatchObject({ version: 2 });
  expect((await client.passes.get(pass)).templateVersion).toBe(1);
  expect((await client.passes.update(pass, { templateVersion: 2 })).pass.templateVersion).toBe(2);
});

test("versions are listed and their files come back, and a draft is taken back", async () => {
  const { templates } = client;
  const first = await packApiTemplate();
  await templates.upload("versioned", first);
  await templates.publish("versioned");
  await templates.upload("versioned", await packApiTemplate({ description: "Second" }));
  await templates.publish("versioned");
  const { items } = await templates.versions("versioned");
  expect(items.map(({ version }) => version)).toEqual([2, 1]);

  await templates.upload("versioned", await packApiTemplate({ description: "Draft" }));
  const descriptionOf = async (query?: { readonly version: number }) => {
    const { files } = await PassPackage.read(await templates.download("versioned", query));
    return (JSON.parse(new TextDecoder().decode(files.get("pass.json"))) as { readonly description: string }).description;
  };
  expect([await descriptionOf(), await descriptionOf({ version: 1 })]).toEqual(["Draft", "Gate card"]);
  expect(await templates.discardDraft("versioned")).toMatchObject({ version: 2, draftAt: null });
  expect(await descriptionOf()).toBe("Second");
  await expect(templates.discardDraft("versioned")).rejects.toMatchObject({ fault: "not-found" });
  await expect(templates.download("versioned", { version: 9 })).rejects.toMatchObject({ fault: "not-found" });

  // What came back makes no new version: it is the same.
  await templates.upload("versioned", await templates.download("versioned"));
  expect((await templates.publish("versioned")).version).toBe(2);

  await templates.upload("never", first);
  expect(await templates.discardDraft("never")).toMatchObject({ version: null, draftAt: null });
  await expect(templates.get("never")).rejects.toMatchObject({ fault: "not-found" });
});

test("a template stays with its pass type", async () => {
  await client.templates.upload("typed", await packApiTemplate());
  const other = await packApiTemplate({ passTypeIdentifier: "pass.com.example.third" });
  expect((await faultOf(client.templates.upload("typed", other))).fault).toBe("template-conflict");
});

test("a template comes in a form as well, file by file or as a ZIP", async () => {
  const zip = await packApiTemplate();
  const form = new FormData();
  for (const [path, bytes] of (await PassPackage.read(zip)).files) form.append("files", new Blob([Buffer.from(bytes)]), path);
  expect((await client.templates.upload("form", form)).files).toContain("icon@2x.png");
  const packed = new FormData();
  packed.append("template", new Blob([Buffer.from(zip)]), "gate.pkpasstemplate");
  expect((await client.templates.upload("packed", packed)).inputs).toMatchObject({ required: ["gate"] });
});

test("a preview has findings, or what is wrong with the values", async () => {
  const fine = await client.templates.preview("gate");
  expect(fine).toMatchObject({ version: 1, faults: [], pass: { storeCard: { headerFields: [{ value: "A1" }] } } });
  const wrong = await client.templates.preview("gate", { values: { gate: 7 } });
  expect(wrong).toMatchObject({ pass: null, faults: [{ place: "values.gate" }] });
  await client.templates.upload("bare", await packApiTemplate({ description: "" }));
  expect((await client.templates.preview("bare")).findings.length).toBeGreaterThan(0);
  const bytes = await client.templates.downloadPreview("gate", { values: { gate: "Z9" } });
  const read = await PassPackage.read(bytes);
  expect(read.isSigned).toBe(true);
  expect(read.data["webServiceURL"]).toBeUndefined();
});

test("without a certificate there is an unsigned preview and no pass", async () => {
  await client.templates.upload("bald", await packApiTemplate({ passTypeIdentifier: "pass.com.example.none" }));
  await client.templates.publish("bald");
  expect((await PassPackage.read(await client.templates.downloadPreview("bald"))).isSigned).toBe(false);
  const error = await faultOf(client.passes.create({ templateId: "bald", values: { gate: "A1" } }));
  expect(error).toMatchObject({ fault: "no-certificate", status: 409 });
});

test("a template that cannot be signed is refused at its first pass, not at the phone", async () => {
  await client.templates.upload("team", await packApiTemplate({ teamIdentifier: "ZZZZZZZZZZ" }));
  await client.templates.publish("team");
  const error = await faultOf(client.passes.create({ templateId: "team", values: { gate: "A1" } }));
  expect(error).toMatchObject({ fault: "invalid-template" });
});

test("pass types are told with their certificates", async () => {
  const { items } = await client.passTypes();
  const own = items.find(({ passTypeIdentifier }) => passTypeIdentifier === PASS_TYPE);
  expect(own).toMatchObject({ teamIdentifier: "A1B2C3D4E5", certificates: [{ expired: false }] });
});

test("a key is told once, works until it is revoked, and its last use is noted", async () => {
  const made = await client.keys.create({ name: "Shop", scopes: ["issue"] });
  expect(made.key).toMatch(/^pw_live_[\w-]{43}$/u);
  const own = world.client(made.key);
  await own.passes.list();
  await expect
    .poll(async () => (await client.keys.list()).items.find(({ id }) => id === made.id)?.lastUsedAt, { timeout: 10_000 })
    .toEqual(expect.any(String));
  expect(JSON.stringify(await client.keys.list())).not.toContain(made.key);
  expect((await client.keys.revoke(made.id)).revokedAt).toEqual(expect.any(String));
  expect((await faultOf(own.passes.list())).fault).toBe("unauthenticated");
  expect((await faultOf(client.keys.revoke("key_none"))).fault).toBe("not-found");
});

test("the audit log says who did what, and holds no values", async () => {
  const pass = await create({ values: { gate: "ZZZZZ" } });
  const { items, nextCursor } = await client.audit({ limit: 1 });
  expect(items).toMatchObject([{ actor: "first", action: "createPass", object: `${PASS_TYPE}/${pass.serialNumber}` }]);
  const more = await client.audit({ limit: 100, cursor: nextCursor ?? "" });
  expect(JSON.stringify([items, more])).not.toContain("ZZZZZ");
});

test("a client that reaches nobody, or something else, says so", async () => {
  const elsewhere = { apiKey: "x", server: "http://127.0.0.1:9" };
  const { createIssuerClient } = await import("../../src/client/index.ts");
  expect((await faultOf(createIssuerClient(elsewhere).keys.list())).fault).toBe("unreachable");
  const page = createIssuerClient({ ...elsewhere, fetch: async () => new Response("<html>", { status: 502 }) });
  expect(await faultOf(page.keys.list())).toMatchObject({ fault: "unexpected-answer", status: 502 });
  const text = createIssuerClient({ ...elsewhere, fetch: async () => new Response("<html>") });
  expect((await faultOf(text.keys.list())).fault).toBe("unexpected-answer");
  expect((await faultOf(page.templates.get(".."))).fault).toBe("not-found");
});

test("the client calls every operation that there is", async () => {
  const folder = new URL("../../src/client/", import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
  // Paths and bodies of each are held by the types of the operations.
  const called = new Set([...texts.join("\n").matchAll(/\b(?:call|stream)\(\s*"(\w+)"/gu)].map(([, id]) => id));
  expect(called).toEqual(new Set(Object.keys(OPERATIONS)));
});
