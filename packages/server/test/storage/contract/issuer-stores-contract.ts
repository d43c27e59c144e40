import { expect } from "vitest";
import { type AuditEntry, ISSUER_STORAGE_LIMITS, type NewApiKey } from "../../../src/storage/issuer/issuer-storage.ts";
import type { PassChange, Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch } from "./samples.ts";

const AUDIT: AuditEntry = {
  at: NOW,
  projectId: "default",
  actor: "key_1",
  action: "createPass",
  object: "a",
  requestId: "request-1",
};

const API_KEY: NewApiKey = {
  id: "key_1",
  projectId: "default",
  name: "Shop",
  hash: "ab".repeat(32),
  hint: "pw_live_abcd",
  scopes: ["issue", "read"],
  createdAt: NOW,
};

interface Given {
  readonly externalId?: string;
  readonly request?: readonly [key: string, digest: string];
  readonly templateId?: string;
  readonly projectId?: string;
  readonly now?: number;
}

function issueOne(storage: Storage, serialNumber: string, given: Given = {}) {
  const { externalId = null, request, templateId = "loyalty-card", projectId = "default", now = NOW } = given;
  const idempotency = request === undefined ? null : { keyHash: request[0], digest: request[1] };
  const pass = newPass(serialNumber, { templateId });
  return storage.issuing.issue({ pass, externalId, idempotency, audit: { ...AUDIT, projectId, object: serialNumber } }, { now });
}

function amend(storage: Storage, serialNumber: string, change: Omit<PassChange, "serialNumber"> = {}, deletes = false) {
  return storage.issuing.amend(
    { passTypeIdentifier: PASS_TYPE, change: { serialNumber, ...change }, deletes, audit: { ...AUDIT, action: "updatePass" } },
    { now: NOW, push: { kind: "now" } },
  );
}

/** What every store of projects, keys, records and history keeps to. */
export function issuerStoresContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule(
    "of the revisions of a pass the newest are kept",
    async ({ storage }) => {
      await issue(storage, ["a", "b"]);
      for (let revision = 2; revision <= 6; revision += 1) await touch(storage, "a");
      await touch(storage, "b");
      const options = { limit: 10 };
      expect((await storage.issuing.history(key("a"), options)).map(({ revision }) => revision)).toEqual([6, 5, 4, 3]);
      expect((await storage.issuing.history(key("b"), options)).map(({ revision }) => revision)).toEqual([2, 1]);
      await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", ifRevision: 1 }], { now: NOW, push: { kind: "none" } });
      expect((await storage.issuing.history(key("a"), options)).map(({ revision }) => revision)).toEqual([6, 5, 4, 3]);
    },
    { revisionsKept: 3 },
  );

  rule("a fresh installation has one project, which owns what nobody else was given", async ({ storage }) => {
    expect(await storage.access.projects()).toEqual([{ id: "default", name: "Default", createdAt: 0, archivedAt: null }]);
    expect(await storage.access.createProject({ id: "other", name: "Other", createdAt: NOW })).toBe("created");
    expect(await storage.access.createProject({ id: "other", name: "Third", createdAt: NOW })).toBe("exists");
    await storage.access.assignPassType(OTHER_TYPE, "other");
    expect(await storage.access.projectOf(OTHER_TYPE)).toBe("other");
    expect(await storage.access.projectOf(PASS_TYPE)).toBe("default");
    expect(await storage.access.projectOf("\0")).toBe("default");
  });

  rule("whoever asks again after a change hears of it, whatever was answered before", async ({ storage }) => {
    const { access, templates, issuing } = storage;
    const archive = new Uint8Array([1]);
    const template = (digest: string) => ({ templateId: "card", passTypeIdentifier: PASS_TYPE, digest, archive });
    const keyHash = API_KEY.hash;
    const project = () => access.projectOf(PASS_TYPE);
    const newest = async () => (await templates.newestOf("card"))?.version;
    const draft = async () => (await issuing.draftFacts("card"))?.digest;

    expect(await access.findKey(keyHash)).toBeUndefined();
    await access.createKey(API_KEY, { audit: AUDIT });
    expect((await access.findKey(keyHash))?.name).toBe("Shop");
    await access.updateKey({ id: "key_1", projectId: "default" }, { name: "Till" }, { audit: AUDIT });
    expect((await access.findKey(keyHash))?.name).toBe("Till");
    await access.touchKeys([{ id: "key_1", at: NOW + 5 }]);
    expect((await access.findKey(keyHash))?.lastUsedAt).toBe(NOW + 5);
    await access.revokeKey({ id: "key_1", projectId: "default" }, { now: NOW + 6, audit: AUDIT });
    expect((await access.findKey(keyHash))?.revokedAt).toBe(NOW + 6);

    expect(await project()).toBe("default");
    await access.createProject({ id: "other", name: "Other", createdAt: NOW });
    await access.assignPassType(PASS_TYPE, "other");
    expect(await project()).toBe("other");

    expect(await newest()).toBeUndefined();
    await templates.publish(template("a"), { now: NOW });
    expect(await newest()).toBe(1);
    await templates.publish(template("b"), { now: NOW });
    expect(await newest()).toBe(2);
    expect((await templates.versionsOf("card")).map(({ version, digest }) => [version, digest])).toEqual([
      [2, "b"],
      [1, "a"],
    ]);
    expect(await templates.versionsOf("\0")).toEqual([]);

    expect(await draft()).toBeUndefined();
    await issuing.saveDraft({ ...template("c"), updatedAt: NOW }, { audit: AUDIT });
    expect(await draft()).toBe("c");
    await issuing.endDraft({ templateId: "card", digest: "c" }, { audit: AUDIT });
    expect(await draft()).toBeUndefined();
  });

  rule("a key is found by its hash, belongs to one project, and is revoked once", async ({ storage }) => {
    expect(await storage.access.createKey(API_KEY, { audit: AUDIT })).toBe("created");
    expect(await storage.access.createKey({ ...API_KEY, id: "key_2" }, { audit: AUDIT })).toBe("exists");
    expect(await storage.access.createKey({ ...API_KEY, hash: "cd" }, { audit: AUDIT })).toBe("exists");
    const { hash, ...kept } = API_KEY;
    expect(await storage.access.findKey(hash)).toEqual({
      ...kept,
      lastUsedAt: null,
      revokedAt: null,
      expiresAt: null,
      templates: null,
    });
    const limited = { ...API_KEY, id: "key_3", hash: "ef", projectId: "limited", templates: ["gate", "card"] };
    expect(await storage.access.createKey(limited, { audit: AUDIT })).toBe("created");
    expect(await storage.access.findKey("ef")).toMatchObject({ templates: ["gate", "card"] });
    expect(await storage.access.findKey("cd".repeat(32))).toBeUndefined();
    expect(await storage.access.findKey("\0")).toBeUndefined();
    expect(await storage.access.keys("other")).toEqual([]);
    const revoke = (id: string, projectId: string) => storage.access.revokeKey({ id, projectId }, { now: NOW + 5, audit: AUDIT });
    expect(await revoke("key_1", "other")).toBe("absent");
    expect(await revoke("key_1", "default")).toBe("revoked");
    expect(await revoke("key_1", "default")).toBe("absent");
    expect(await storage.access.keys("default")).toMatchObject([{ id: "key_1", revokedAt: NOW + 5 }]);
  });

  rule("the last use of a key only moves on", async ({ storage }) => {
    await storage.access.createKey(API_KEY, { audit: AUDIT });
    await storage.access.touchKeys([{ id: "key_1", at: NOW + 10 }]);
    await storage.access.touchKeys([
      { id: "key_1", at: NOW },
      { id: "gone", at: NOW },
    ]);
    await storage.access.touchKeys([]);
    expect(await storage.access.findKey(API_KEY.hash)).toMatchObject({ lastUsedAt: NOW + 10 });
  });

  rule("of many first keys at once one is made", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const made = await Promise.all(
      ["1", "2", "3", "4"].map((hash, index) =>
        (index % 2 === 0 ? storage : another).access.createKey({ ...API_KEY, id: "first", hash }, { audit: AUDIT }),
      ),
    );
    expect(made.filter((kind) => kind === "created")).toHaveLength(1);
  });

  rule("a pass is issued with its record and its audit entry, or not at all", async ({ storage }) => {
    const created = await issueOne(storage, "a", { externalId: "order-1" });
    expect(created).toMatchObject({ kind: "created", pass: { serialNumber: "a", revision: 1 } });
    expect(await storage.issuing.records([key("a"), key("b"), key("\0")])).toEqual([
      {
        ...key("a"),
        projectId: "default",
        templateId: "loyalty-card",
        externalId: "order-1",
        createdAt: NOW,
        deletedAt: null,
        source: null,
      },
    ]);
    expect(await issueOne(storage, "a", { externalId: "order-2" })).toEqual({ kind: "serial-taken" });
    expect(await issueOne(storage, "b", { externalId: "order-1" })).toEqual({ kind: "external-id-taken", key: key("a") });
    expect(await storage.passes.find(key("b"))).toBeUndefined();
    const entries = await storage.access.audit({ projectId: "default", limit: 10 });
    expect(entries.map(({ object }) => object)).toEqual(["a"]);
    expect(await storage.issuing.findByExternalId({ projectId: "default", externalId: "order-2" })).toEqual([]);
  });

  rule("an external id is one of its project and template", async ({ storage }) => {
    for (const [serial, given] of [
      ["a", {}],
      ["b", { templateId: "badge" }],
      ["c", { projectId: "other" }],
    ] as const) {
      expect(await issueOne(storage, serial, { externalId: "x", ...given })).toMatchObject({ kind: "created" });
    }
    const found = await storage.issuing.findByExternalId({ projectId: "default", externalId: "x" });
    expect(found.map(({ serialNumber }) => serialNumber)).toEqual(["b", "a"]);
    const one = await storage.issuing.findByExternalId({ projectId: "default", externalId: "x", templateId: "badge" });
    expect(one.map(({ serialNumber }) => serialNumber)).toEqual(["b"]);
  });

  rule("a repeated request makes no second pass, for a day", async ({ storage }) => {
    await issueOne(storage, "a", { request: ["k", "d"], externalId: "x" });
    expect(await issueOne(storage, "b", { request: ["k", "d"], externalId: "x" })).toEqual({ kind: "repeated", key: key("a") });
    expect(await issueOne(storage, "b", { request: ["k", "other"] })).toEqual({ kind: "key-reused" });
    expect(await issueOne(storage, "b", { request: ["k", "d"], projectId: "other" })).toMatchObject({ kind: "created" });
    const later = NOW + ISSUER_STORAGE_LIMITS.idempotencyMs;
    expect(await issueOne(storage, "c", { request: ["k", "d"], now: later })).toMatchObject({ kind: "created" });
  });

  rule("a request that failed leaves no receipt", async ({ storage }) => {
    await issueOne(storage, "a", { externalId: "x" });
    expect(await issueOne(storage, "a", { request: ["k", "d"] })).toEqual({ kind: "serial-taken" });
    expect(await issueOne(storage, "b", { request: ["k", "d"], externalId: "x" })).toMatchObject({ kind: "external-id-taken" });
    expect(await issueOne(storage, "b", { request: ["k", "d"] })).toMatchObject({ kind: "created" });
  });

  rule("the same request sent many times at once makes one pass", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        issueOne(index % 2 === 0 ? storage : another, `s${index}`, { request: ["k", "d"], externalId: "x" }),
      ),
    );
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(["created", ...Array<string>(5).fill("repeated")]);
  });

  rule("every change leaves the revision before it in the history", async ({ storage }) => {
    await issueOne(storage, "a");
    await touch(storage, "a", NOW + 5000);
    await amend(storage, "a", { voided: true, expiresAt: 1_800_000_000 });
    const history = await storage.issuing.history(key("a"), { limit: 10 });
    expect(history.map(({ revision, values, voided, expiresAt }) => [revision, values, voided, expiresAt])).toEqual([
      [3, `{"at":${NOW + 5000}}`, true, 1_800_000_000],
      [2, `{"at":${NOW + 5000}}`, false, null],
      [1, `{"points":1}`, false, null],
    ]);
    expect(history.map(({ modifiedAt }) => modifiedAt - NOW / 1000)).toEqual([6, 5, 0]);
    expect((await storage.issuing.history(key("a"), { before: 3, limit: 1 })).map(({ revision }) => revision)).toEqual([2]);
    expect(await storage.issuing.history(key("none"), { limit: 10 })).toEqual([]);
  });

  rule("a change that conflicts leaves neither history nor audit", async ({ storage }) => {
    await issueOne(storage, "a");
    expect(await amend(storage, "a", { ifRevision: 7 })).toEqual({ kind: "conflict", serialNumber: "a", revision: 1 });
    expect(await storage.issuing.history(key("a"), { limit: 10 })).toHaveLength(1);
    expect(await storage.access.audit({ projectId: "default", limit: 10 })).toHaveLength(1);
  });

  rule("history is kept of bulk changes as well", async ({ storage }) => {
    await issue(storage, ["a", "b"]);
    const change = { values: "{}" };
    const template = { passTypeIdentifier: PASS_TYPE, templateId: "loyalty-card" };
    await storage.passes.changeTemplate({ ...template, change, push: { kind: "none" }, clock: () => NOW });
    for (const serial of ["a", "b"]) expect(await storage.issuing.history(key(serial), { limit: 10 })).toHaveLength(2);
  });

  rule("a deleted pass is changed no more, frees its external id, and is still served", async ({ storage }) => {
    await issueOne(storage, "a", { externalId: "x" });
    await storage.registrations.register(registration("d1", "a"), { now: NOW });
    expect(await amend(storage, "a", { voided: true }, true)).toMatchObject({ kind: "changed", revision: 2 });
    expect(await claimAll(storage)).toHaveLength(1);
    expect(await amend(storage, "a")).toEqual({ kind: "unknown", serialNumber: "a" });
    expect(await storage.issuing.records([key("a")])).toMatchObject([{ externalId: null, deletedAt: NOW }]);
    expect(await storage.passes.find(key("a"))).toMatchObject({ voided: true });
    expect(await issueOne(storage, "b", { externalId: "x" })).toMatchObject({ kind: "created" });
    expect(await issueOne(storage, "a")).toEqual({ kind: "serial-taken" });
  });

  rule("a pass that was made without the API can be changed and deleted as well", async ({ storage }) => {
    await issue(storage, ["a"]);
    expect(await amend(storage, "a", { values: "{}" })).toMatchObject({ kind: "changed" });
    expect(await amend(storage, "a", {}, true)).toMatchObject({ kind: "changed" });
    expect(await amend(storage, "a", {})).toMatchObject({ kind: "unknown" });
    expect(await amend(storage, "none", {})).toMatchObject({ kind: "unknown" });
    expect(await amend(storage, "\0", {})).toMatchObject({ kind: "unknown" });
  });

  rule("a draft is replaced by the next one and stays with its pass type", async ({ storage }) => {
    const draft = { templateId: "card", passTypeIdentifier: PASS_TYPE, digest: "aa", updatedAt: NOW, archive: new Uint8Array([1]) };
    const save = (given: Partial<typeof draft>) => storage.issuing.saveDraft({ ...draft, ...given }, { audit: AUDIT });
    expect(await save({})).toBe("saved");
    expect(await save({ digest: "bb", archive: new Uint8Array([2, 0]) })).toBe("saved");
    expect(await save({ passTypeIdentifier: OTHER_TYPE })).toBe("conflict");
    const found = await storage.issuing.findDraft("card");
    expect([...found!.archive]).toEqual([2, 0]);
    expect(await storage.issuing.drafts()).toEqual([
      { templateId: "card", passTypeIdentifier: PASS_TYPE, digest: "bb", updatedAt: NOW },
    ]);
    await storage.issuing.endDraft({ templateId: "card", digest: "aa" }, { audit: AUDIT });
    expect(await storage.issuing.findDraft("card")).toBeDefined();
    await storage.issuing.endDraft({ templateId: "card", digest: "bb" }, { audit: AUDIT });
    expect(await storage.issuing.findDraft("card")).toBeUndefined();
    const published = { templateId: "card", passTypeIdentifier: PASS_TYPE, digest: "cc", archive: new Uint8Array(1) };
    await storage.templates.publish(published, { now: NOW });
    expect(await save({ passTypeIdentifier: OTHER_TYPE })).toBe("conflict");
  });

  rule("the audit log is read newest first, page by page, of one project", async ({ storage }) => {
    for (const serial of ["a", "b", "c"]) await issueOne(storage, serial);
    await issueOne(storage, "d", { projectId: "other" });
    const [newest, ...rest] = await storage.access.audit({ projectId: "default", limit: 2 });
    expect([newest, ...rest].map((entry) => entry?.object)).toEqual(["c", "b"]);
    expect(newest).toMatchObject({ ...AUDIT, object: "c" });
    const before = rest[0]!.id;
    expect((await storage.access.audit({ projectId: "default", before, limit: 2 })).map(({ object }) => object)).toEqual(["a"]);
  });
}
