import { expect } from "vitest";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, issue, key, newPass, NOW, PASS_TYPE, registration } from "./samples.ts";
import { STORAGE_LIMITS } from "../../../src/storage/storage-limits.ts";
import type { DeviceLogEntry, Storage } from "../../../src/storage/storage.ts";

function entry(text: string, rest: Partial<DeviceLogEntry> = {}): DeviceLogEntry {
  return { at: NOW, passTypeIdentifier: null, serialNumber: null, deviceLibraryIdentifier: null, cause: null, text, ...rest };
}

const TEMPLATE = { templateId: "card", passTypeIdentifier: PASS_TYPE };

function save(storage: Storage, serialNumber: string, options: { readonly ifRevision?: number; readonly values?: string } = {}) {
  return storage.personalizations.save(
    { ...key(serialNumber), info: `{"fullName":"Ada"}`, templateId: "card", templateVersion: 3 },
    { now: NOW, ifRevision: 1, push: { kind: "now" }, ...options },
  );
}

/** What every device log, settings, template and personalization store keeps to. */
export function sideStoresContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule(
    "of several who claim a setting at once all are told the same, and nobody changes it after",
    async ({ storage, openAnother }) => {
      const another = await openAnother();
      const told = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? storage : another).settings.claim("kind", `value ${index}`)),
      );
      expect(new Set(told).size).toBe(1);
      expect(await storage.settings.claim("kind", "later")).toBe(told[0]);
      expect(await another.settings.get("kind")).toBe(told[0]);
    },
  );

  rule("the log is read newest first, of all or of one pass", async ({ storage }) => {
    const about = { passTypeIdentifier: PASS_TYPE, serialNumber: "a", deviceLibraryIdentifier: "d", cause: "refused" };
    await storage.deviceLog.write([entry("one"), entry("two", about)]);
    await storage.deviceLog.write([entry("three")]);
    await storage.deviceLog.write([]);
    const texts = (entries: readonly DeviceLogEntry[]) => entries.map(({ text }) => text);
    expect(texts(await storage.deviceLog.read({ limit: 2 }))).toEqual(["three", "two"]);
    expect(await storage.deviceLog.read({ ...key("a"), limit: 10 })).toEqual([entry("two", about)]);
    expect(await storage.deviceLog.read({ passTypeIdentifier: PASS_TYPE, limit: 10 })).toHaveLength(1);
    expect(await storage.deviceLog.read({ serialNumber: "b", limit: 10 })).toEqual([]);
    expect(await storage.deviceLog.read({ serialNumber: "\0", limit: 10 })).toEqual([]);
  });

  rule("the log takes any text that a device sends, and keeps no more than its limit", async ({ storage }) => {
    await storage.deviceLog.write([entry("a\0b\u{d800}", { serialNumber: "x\0" })]);
    expect(await storage.deviceLog.read({ limit: 1 })).toMatchObject([{ text: "a\u{fffd}b\u{fffd}", serialNumber: "x\u{fffd}" }]);
    const thousand = Array.from({ length: 1000 }, (_, index) => entry(String(index)));
    for (let written = 0; written <= STORAGE_LIMITS.logEntriesKept; written += 1000) await storage.deviceLog.write(thousand);
    expect(await storage.deviceLog.read({ serialNumber: "x\u{fffd}", limit: 1 })).toEqual([]);
  });

  rule("a setting holds what was last set", async ({ storage }) => {
    expect(await storage.settings.get("name")).toBeUndefined();
    await storage.settings.set("name", "one");
    await storage.settings.set("name", "two");
    expect(await storage.settings.get("name")).toBe("two");
  });

  rule("a template gets a version for each new content, and never changes", async ({ storage }) => {
    const one = new Uint8Array([0, 1, 255]);
    const first = await storage.templates.publish({ ...TEMPLATE, digest: "aa", archive: one }, { now: NOW });
    expect(first).toEqual({ ...TEMPLATE, version: 1, digest: "aa", publishedAt: NOW });
    expect(await storage.templates.publish({ ...TEMPLATE, digest: "aa", archive: one }, { now: NOW + 1 })).toEqual(first);
    await storage.templates.publish({ ...TEMPLATE, digest: "bb", archive: new Uint8Array(300_000) }, { now: NOW });
    await storage.templates.publish({ ...TEMPLATE, digest: "aa", archive: one }, { now: NOW });
    await storage.templates.publish({ ...TEMPLATE, templateId: "badge", digest: "aa", archive: one }, { now: NOW });
    expect((await storage.templates.newest()).map(({ templateId, version }) => [templateId, version])).toEqual([
      ["badge", 1],
      ["card", 3],
    ]);
    const found = await storage.templates.find({ templateId: "card", version: 1 });
    expect(found).toMatchObject(first);
    expect([...found!.archive]).toEqual([...one]);
    expect((await storage.templates.find({ templateId: "card", version: 2 }))?.archive).toHaveLength(300_000);
    expect(await storage.templates.find({ templateId: "card", version: 4 })).toBeUndefined();
    expect(await storage.templates.find({ templateId: "\0", version: 1 })).toBeUndefined();
  });

  rule("versions that are published at once are all kept", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const versions = await Promise.all(
      ["1", "2", "3", "4"].map((digest, index) =>
        (index % 2 === 0 ? storage : another).templates.publish({ ...TEMPLATE, digest, archive: new Uint8Array(1) }, { now: NOW }),
      ),
    );
    expect(versions.map(({ version }) => version).toSorted((one, two) => one - two)).toEqual([1, 2, 3, 4]);
  });

  rule("a sign-up is kept together with the revision that it makes", async ({ storage }) => {
    await storage.passes.create([newPass("a", { personalization: "open" })], { now: NOW });
    await storage.registrations.register(registration("device-1", "a"), { now: NOW });
    expect(await save(storage, "a", { values: "{}" })).toMatchObject({ kind: "changed", revision: 2, tag: 2 });
    expect(await storage.passes.find(key("a"))).toMatchObject({ personalization: "done", values: "{}", revision: 2 });
    expect(await storage.personalizations.find(key("a"))).toEqual({
      ...key("a"),
      at: NOW,
      info: `{"fullName":"Ada"}`,
      templateId: "card",
      templateVersion: 3,
    });
    expect(await claimAll(storage)).toHaveLength(1);
  });

  rule("a sign-up with a pass that is not open for it, or has changed, keeps nothing", async ({ storage }) => {
    await issue(storage, ["closed"]);
    await storage.passes.create([newPass("a", { personalization: "open" })], { now: NOW });
    expect(await save(storage, "closed")).toEqual({ kind: "conflict", serialNumber: "closed", revision: 1 });
    expect(await save(storage, "a", { ifRevision: 2 })).toEqual({ kind: "conflict", serialNumber: "a", revision: 1 });
    expect(await save(storage, "missing")).toEqual({ kind: "unknown", serialNumber: "missing" });
    expect(await save(storage, "\0")).toEqual({ kind: "unknown", serialNumber: "\0" });
    const outcomes = await Promise.all([save(storage, "a"), save(storage, "a"), save(storage, "a")]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["changed", "conflict", "conflict"]);
    for (const serial of ["closed", "missing"]) expect(await storage.personalizations.find(key(serial))).toBeUndefined();
  });

  rule("what a person gave can be erased, and the pass stays", async ({ storage }) => {
    await storage.passes.create([newPass("a", { personalization: "open" })], { now: NOW });
    await save(storage, "a");
    expect(await storage.personalizations.erase(key("a"))).toBe("erased");
    expect(await storage.personalizations.erase(key("a"))).toBe("absent");
    expect(await storage.personalizations.find(key("a"))).toBeUndefined();
    expect(await storage.passes.find(key("a"))).toMatchObject({ personalization: "done", revision: 2 });
  });

  rule("a storage answers until it is closed, and says so afterwards", async ({ storage }) => {
    await storage.ping();
    await expect(storage.ping(AbortSignal.abort())).rejects.toThrow(/abort/u);
    await storage.close();
    await storage.close();
    await expect(storage.ping()).rejects.toMatchObject({ code: "ERR_STORAGE_CLOSED" });
    await expect(storage.passes.create([newPass("a")], { now: NOW })).rejects.toMatchObject({ code: "ERR_STORAGE_CLOSED" });
    await expect((async () => storage.passes.find(key("a")))()).rejects.toMatchObject({ code: "ERR_STORAGE_CLOSED" });
  });
}
