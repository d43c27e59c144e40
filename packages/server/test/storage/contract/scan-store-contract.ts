import { expect } from "vitest";
import type { ScanRule } from "@passwright/pass";
import type { ScanFacts } from "../../../src/scan/scan-verdict.ts";
import type { RedeemInput } from "../../../src/storage/scans/scan-storage.ts";
import type { NewPass, Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, scanRule } from "./samples.ts";

const ONCE: ScanRule = scanRule("once");

const SCAN: ScanFacts = { at: NOW, gate: "north", direction: "in", amount: null };

async function issueWith(storage: Storage, serialNumber: string, rest: Partial<NewPass> = {}): Promise<void> {
  await storage.passes.create([newPass(serialNumber, rest)], { now: NOW });
}

interface Given {
  readonly rule?: Partial<ScanRule>;
  readonly scan?: Partial<ScanFacts>;
  readonly rest?: Partial<RedeemInput>;
  readonly now?: number;
  readonly values?: string;
}

let scanNumber = 0;

function redeem(storage: Storage, serialNumber: string, given: Given = {}) {
  const { rule = {}, scan = {}, rest = {}, now = NOW, values = `{"points":1}` } = given;
  const input: RedeemInput = {
    key: key(serialNumber),
    projectId: "default",
    scanId: `scan_${(scanNumber += 1)}`,
    scan: { ...SCAN, ...scan },
    offline: false,
    rule: { ...ONCE, ...rule },
    templateId: "loyalty-card",
    templateVersion: 1,
    values,
    clientKey: null,
    digest: "d1",
    actor: "key_1",
    ...rest,
  };
  return storage.scans.redeem(input, { now, push: { kind: "now" } });
}

/** Whether it was let in, or why not. */
async function outcome(storage: Storage, serialNumber: string, given: Given = {}): Promise<string> {
  const result = await redeem(storage, serialNumber, given);
  return result.kind === "decided" ? (result.scan.verdict.reason ?? "allowed") : result.kind;
}

function undo(storage: Storage, serialNumber: string, scanId: string, projectId = "default") {
  return storage.scans.undo({ ...key(serialNumber), scanId, projectId, actor: "key_2" }, { now: NOW + 9, push: { kind: "now" } });
}

async function scanIdOf(result: ReturnType<typeof redeem>): Promise<string> {
  const decided = await result;
  if (decided.kind !== "decided") throw new Error(`the scan came to ${decided.kind}`);
  return decided.scan.scanId;
}

/** Scanners that hold one ticket at the same time, and how often in a row: more of it is in the soak. */
const SCANNERS = 50;
const RACES = 50;

/** What every store of barcodes and scans keeps to. */
export function scanStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a pass is found by what its barcodes say, within its project", async ({ storage }) => {
    await storage.passes.create(
      [newPass("a", { barcodes: ["h1", "h2"] }), newPass("b", { barcodes: ["h2", "h2"] }), newPass("c")],
      { now: NOW },
    );
    const find = async (hash: string, projectId = "default") =>
      (await storage.scans.findByMessage({ projectId, hash })).map(({ serialNumber }) => serialNumber);
    expect(await find("h1")).toEqual(["a"]);
    expect(await find("h2")).toEqual(["a", "b"]);
    expect(await find("h3")).toEqual([]);
    expect(await find("h1", "other")).toEqual([]);
    for (const odd of ["", "\0", "\ud800", "x".repeat(100_000)]) expect(await find(odd)).toEqual([]);
    // A change that says nothing of barcodes leaves them.
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", values: "{}" }], { now: NOW, push: { kind: "none" } });
    expect(await find("h1")).toEqual(["a"]);
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", barcodes: ["h9"] }], { now: NOW, push: { kind: "none" } });
    expect(await find("h1")).toEqual([]);
    expect(await find("h9")).toEqual(["a"]);
    // A change that is refused leaves them too.
    const refused = [{ serialNumber: "a", barcodes: ["h5"], ifRevision: 1 }];
    await storage.passes.change(PASS_TYPE, refused, { now: NOW, push: { kind: "none" } });
    expect(await find("h5")).toEqual([]);
  });

  rule("barcodes follow their pass type to another project", async ({ storage }) => {
    await storage.access.createProject({ id: "other", name: "Other", createdAt: NOW });
    await issueWith(storage, "a", { barcodes: ["h1"] });
    await storage.access.assignPassType(PASS_TYPE, "other");
    await issueWith(storage, "b", { barcodes: ["h2"] });
    expect(await storage.scans.findByMessage({ projectId: "default", hash: "h1" })).toEqual([]);
    expect(await storage.scans.findByMessage({ projectId: "other", hash: "h1" })).toEqual([key("a")]);
    expect(await storage.scans.findByMessage({ projectId: "other", hash: "h2" })).toEqual([key("b")]);
  });

  rule("a pass with too many barcodes, or one that cannot be stored, is not written", async ({ storage }) => {
    const many = Array.from({ length: 11 }, (_, index) => `h${index}`);
    for (const barcodes of [many, ["\0"], [""]]) {
      await expect(storage.passes.create([newPass("a", { barcodes })], { now: NOW })).rejects.toMatchObject({
        code: "ERR_STORAGE_ARGUMENT",
      });
    }
    expect(await storage.passes.find(key("a"))).toBeUndefined();
  });

  rule("one ticket lets one person in", async ({ storage }) => {
    await issueWith(storage, "a");
    const first = await redeem(storage, "a");
    expect(first).toMatchObject({
      kind: "decided",
      changed: false,
      scan: { verdict: { reason: null, uses: 1, remaining: 0, previous: null }, gate: "north", offline: false },
    });
    const second = await redeem(storage, "a", { scan: { at: NOW + 1000, gate: "south" } });
    expect(second).toMatchObject({
      scan: { verdict: { reason: "already-used", uses: 1, previous: { at: NOW, gate: "north" } } },
    });
    expect(await storage.scans.uses(PASS_TYPE, ["a", "b"])).toEqual(
      new Map([["a", expect.objectContaining({ uses: 1, lastAt: NOW, lastGate: "north" })]]),
    );
  });

  rule("of many scanners with one ticket at the same time exactly one lets in, every time", async ({ storage, openAnother }) => {
    const another = await openAnother();
    for (let race = 0; race < RACES; race += 1) {
      const serialNumber = `race-${race}`;
      await issueWith(storage, serialNumber);
      const outcomes = await Promise.all(
        Array.from({ length: SCANNERS }, (_, index) => outcome(index % 2 === 0 ? storage : another, serialNumber)),
      );
      expect(outcomes.filter((one) => one === "allowed")).toHaveLength(1);
      expect(outcomes.filter((one) => one === "already-used")).toHaveLength(SCANNERS - 1);
    }
  });

  rule("scanners at the same time let in as often as the rule says, and each is on the pass", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await issueWith(storage, "a", { values: `{"name":"Ada","visits":0}` });
    const given: Given = {
      rule: { kind: "times", times: 10, count: "visits", voidWhenUsedUp: true },
      values: `{"name":"Ada","visits":0}`,
    };
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => outcome(index % 2 === 0 ? storage : another, "a", given)),
    );
    expect(outcomes.filter((one) => one === "allowed")).toHaveLength(10);
    expect(outcomes.filter((one) => one === "used-up")).toHaveLength(20);
    expect(await storage.passes.find(key("a"))).toMatchObject({
      revision: 11,
      voided: true,
      values: `{"name":"Ada","visits":10}`,
    });
  });

  rule("scans and changes of one pass do not wait for each other for ever", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await issueWith(storage, "a");
    const unlimited: Given = { rule: { kind: "unlimited", count: "visits" } };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const on = index % 4 < 2 ? storage : another;
        if (index % 2 === 0) return outcome(on, "a", unlimited);
        return on.passes.change(PASS_TYPE, [{ serialNumber: "a", voided: false }], { now: NOW, push: { kind: "none" } });
      }),
    );
    expect((await storage.passes.find(key("a")))?.values).toBe(`{"points":1,"visits":20}`);
    expect((await storage.passes.find(key("a")))?.revision).toBe(41);
  });

  rule("a scan that changes the pass tells its devices, in the same transaction", async ({ storage }) => {
    await issueWith(storage, "a");
    await storage.registrations.register(registration("device-1", "a"), { now: NOW });
    expect(await outcome(storage, "a", { rule: { kind: "unlimited" } })).toBe("allowed");
    expect(await claimAll(storage)).toEqual([]);
    expect(await redeem(storage, "a", { rule: { kind: "once", count: "visits" } })).toMatchObject({ changed: false });
    expect(await redeem(storage, "a", { rule: { kind: "unlimited", count: "visits" } })).toMatchObject({ changed: true });
    expect(await claimAll(storage)).toHaveLength(1);
    expect((await storage.passes.find(key("a")))?.values).toBe(`{"points":1,"visits":2}`);
  });

  rule("a scan that is told again has the same answer, also at the same time", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await issueWith(storage, "a");
    const named: Given = { rest: { clientKey: "c1" } };
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => redeem(index % 2 === 0 ? storage : another, "a", named)),
    );
    expect(results.filter(({ kind }) => kind === "decided")).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === "repeated")).toHaveLength(19);
    const ids = new Set(results.map((result) => ("scan" in result ? result.scan.scanId : "")));
    expect(ids.size).toBe(1);
    for (const result of results) expect(result).toMatchObject({ scan: { verdict: { reason: null, uses: 1 } } });
    expect(await redeem(storage, "a", { rest: { clientKey: "c1", digest: "d2" } })).toEqual({ kind: "key-reused" });
    // Another project's ids are its own.
    expect(await outcome(storage, "a", { rest: { clientKey: "c1", projectId: "other" } })).toBe("already-used");
    expect(await storage.scans.findByClientKey({ projectId: "default", clientKey: "c1" })).toMatchObject({ digest: "d1" });
  });

  rule("a pass that changed since it was read is read again, unless it was its own count", async ({ storage }) => {
    await issueWith(storage, "a");
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", values: `{"points":2}` }], { now: NOW, push: { kind: "none" } });
    expect(await outcome(storage, "a")).toBe("stale");
    expect(await outcome(storage, "a", { rest: { values: `{"points":2}`, templateVersion: 2 } })).toBe("stale");
    expect(await outcome(storage, "a", { rule: { count: "points" } })).toBe("allowed");
    expect(await outcome(storage, "none")).toBe("unknown");
    expect(await outcome(storage, "\0")).toBe("unknown");
  });

  rule("what was voided or has expired by the time of the transaction lets nobody in", async ({ storage }) => {
    await issueWith(storage, "voided", { voided: true });
    await issueWith(storage, "expiring", { expiresAt: NOW / 1000 });
    expect(await outcome(storage, "voided")).toBe("voided");
    expect(await outcome(storage, "expiring", { scan: { at: NOW } })).toBe("expired");
    expect(await outcome(storage, "expiring", { scan: { at: NOW - 1 } })).toBe("allowed");
  });

  rule("people are counted in and out", async ({ storage }) => {
    await issueWith(storage, "a");
    const pass: Given = { rule: { kind: "in-out", times: 2 } };
    const go = (direction: "in" | "out") => outcome(storage, "a", { ...pass, scan: { direction } });
    expect(await go("out")).toBe("not-inside");
    expect(await go("in")).toBe("allowed");
    expect(await go("in")).toBe("already-inside");
    expect(await go("out")).toBe("allowed");
    expect(await go("in")).toBe("allowed");
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", voided: true }], { now: NOW, push: { kind: "none" } });
    // Whoever is inside gets out.
    expect(await go("out")).toBe("allowed");
    expect(await go("in")).toBe("voided");
  });

  rule("a balance goes down by what is taken, and never below nothing", async ({ storage }) => {
    const values = `{"left":0.3}`;
    await issueWith(storage, "a", { values });
    const pay = (amount: number | null) =>
      redeem(storage, "a", { rule: { kind: "balance", balance: "left", voidWhenUsedUp: true }, scan: { amount }, values });
    expect(await pay(null)).toMatchObject({ scan: { verdict: { reason: "amount-missing" } } });
    expect(await pay(0.4)).toMatchObject({ scan: { verdict: { reason: "balance-too-low", balance: 0.3 } } });
    expect(await pay(0.1)).toMatchObject({ scan: { verdict: { reason: null, balance: 0.2 } } });
    const last = await scanIdOf(pay(0.2));
    expect(await storage.passes.find(key("a"))).toMatchObject({ voided: true, values: `{"left":0}` });
    expect(await undo(storage, "a", last)).toMatchObject({ kind: "undone", changed: true });
    expect(await storage.passes.find(key("a"))).toMatchObject({ voided: false, values: `{"left":0.2}` });
  });

  rule("a wrong scan is taken back, once, with all that it did", async ({ storage }) => {
    await issueWith(storage, "a");
    const given: Given = { rule: { kind: "times", times: 2, count: "visits", voidWhenUsedUp: true } };
    await redeem(storage, "a", given);
    const second = await scanIdOf(redeem(storage, "a", { ...given, scan: { at: NOW + 5, gate: "south" } }));
    const refused = await scanIdOf(redeem(storage, "a", given));
    expect(await undo(storage, "a", refused)).toEqual({ kind: "refused" });
    expect(await undo(storage, "a", second, "other")).toEqual({ kind: "unknown" });
    expect(await undo(storage, "a", "scan_none")).toEqual({ kind: "unknown" });
    expect(await undo(storage, "a", second)).toMatchObject({ kind: "undone", changed: true, scan: { undoneAt: NOW + 9 } });
    expect(await undo(storage, "a", second)).toMatchObject({ kind: "undone", changed: false });
    expect(await storage.passes.find(key("a"))).toMatchObject({ voided: false, values: `{"points":1,"visits":1}` });
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 1, lastAt: NOW, lastGate: "north" });
    expect(await outcome(storage, "a", given)).toBe("allowed");
  });

  rule("of one person's way in and out only the last step is taken back", async ({ storage }) => {
    await issueWith(storage, "a");
    const go = (direction: "in" | "out") => redeem(storage, "a", { rule: { kind: "in-out" }, scan: { direction } });
    const first = await scanIdOf(go("in"));
    const second = await scanIdOf(go("out"));
    expect(await undo(storage, "a", first)).toEqual({ kind: "refused" });
    expect(await undo(storage, "a", second)).toMatchObject({ kind: "undone" });
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 1, inside: true });
    expect(await undo(storage, "a", first)).toMatchObject({ kind: "undone" });
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 0, inside: false, lastAt: null });
  });

  rule("scans are listed newest first, of a project or a pass, and counted by gate and reason", async ({ storage }) => {
    await issueWith(storage, "a");
    await issueWith(storage, "b");
    await redeem(storage, "a");
    await redeem(storage, "a", { scan: { at: NOW + 1, gate: null } });
    const undone = await scanIdOf(redeem(storage, "b"));
    await undo(storage, "b", undone);
    const list = async (options: object) =>
      (await storage.scans.list({ projectId: "default", limit: 10, ...options })).map(
        ({ serialNumber, verdict }) => `${serialNumber} ${verdict.reason ?? "allowed"}`,
      );
    expect(await list({})).toEqual(["b allowed", "a already-used", "a allowed"]);
    expect(await list({ pass: key("a") })).toEqual(["a already-used", "a allowed"]);
    expect(await list({ projectId: "other", pass: key("a") })).toEqual([]);
    const [newest] = await storage.scans.list({ projectId: "default", limit: 1 });
    expect(await list({ before: newest?.id })).toEqual(["a already-used", "a allowed"]);
    const counts = (from: number, until: number, templateId = "loyalty-card") =>
      storage.scans.counts({ passTypeIdentifier: PASS_TYPE, templateId, from, until });
    expect(new Set(await counts(NOW, NOW + 2))).toEqual(
      new Set([
        { gate: "north", reason: null, scans: 1 },
        { gate: null, reason: "already-used", scans: 1 },
      ]),
    );
    expect(await counts(NOW, NOW + 1)).toEqual([{ gate: "north", reason: null, scans: 1 }]);
    expect(await counts(NOW, NOW + 2, "another")).toEqual([]);
    expect(await storage.scans.find({ projectId: "default", scanId: undone })).toMatchObject({ undoneAt: NOW + 9 });
    expect(await storage.scans.find({ projectId: "other", scanId: undone })).toBeUndefined();
  });

  rule("what scanners without a network have to learn is listed in the order of its time", async ({ storage }) => {
    for (const serialNumber of ["a", "b", "c", "d"]) await issueWith(storage, serialNumber);
    const change = (serialNumber: string, rest: object, now: number) =>
      storage.passes.change(PASS_TYPE, [{ serialNumber, ...rest }], { now, push: { kind: "none" } });
    await redeem(storage, "b", { now: NOW + 2 });
    await change("a", { voided: true }, NOW + 2);
    await change("c", { expiresAt: null }, NOW + 3);
    await change("d", { values: `{"points":1}` }, NOW + 4);
    await redeem(storage, "b", { now: NOW + 5 });
    const list = async (since: number, after = "", limit = 10) =>
      (await storage.scans.changedSince({ passTypeIdentifier: PASS_TYPE, since, after, limit })).map(
        ({ serialNumber, changedAt }) => `${serialNumber}${changedAt - NOW}`,
      );
    expect(await list(NOW)).toEqual(["a2", "b2", "c3"]);
    expect(await list(NOW, "", 1)).toEqual(["a2"]);
    expect(await list(NOW + 2, "a")).toEqual(["b2", "c3"]);
    expect(await list(NOW + 4)).toEqual([]);
    expect(await storage.scans.changedSince({ passTypeIdentifier: OTHER_TYPE, since: 0, after: "", limit: 9 })).toEqual([]);
  });

  rule("old scans are forgotten, and how often a ticket was used is not", async ({ storage }) => {
    await issueWith(storage, "a");
    await issueWith(storage, "b");
    const first = await scanIdOf(redeem(storage, "a", { now: NOW, rest: { clientKey: "c1" } }));
    await redeem(storage, "a", { now: NOW + 1 });
    await redeem(storage, "b", { now: NOW + 10, rule: { kind: "in-out" } });
    expect(await storage.scans.trim({ before: NOW })).toEqual({ deleted: 0, isDone: true });
    expect(await storage.scans.trim({ before: NOW + 10 })).toEqual({ deleted: 2, isDone: true });
    const left = await storage.scans.list({ projectId: "default", limit: 10 });
    expect(left.map(({ serialNumber }) => serialNumber)).toEqual(["b"]);
    // What decides stays, with when and where it was.
    expect(await redeem(storage, "a", { now: NOW + 20, scan: { at: NOW + 20 } })).toMatchObject({
      scan: { verdict: { reason: "already-used", uses: 1, previous: { at: NOW, gate: "north", scanId: first } } },
    });
    expect(await undo(storage, "a", first)).toEqual({ kind: "unknown" });
    await storage.scans.trim({ before: NOW + 100 });
    expect(await outcome(storage, "b", { rule: { kind: "in-out" } })).toBe("already-inside");
    expect(await outcome(storage, "b", { rule: { kind: "in-out" }, scan: { direction: "out" } })).toBe("allowed");
  });

  rule("what is undone after older scans were forgotten counts down all the same", async ({ storage }) => {
    await issueWith(storage, "a");
    const times: Given = { rule: { kind: "times", times: 2 } };
    await redeem(storage, "a", { ...times, now: NOW });
    const second = await scanIdOf(redeem(storage, "a", { ...times, now: NOW + 10, scan: { at: NOW + 10 } }));
    await storage.scans.trim({ before: NOW + 5 });
    expect(await undo(storage, "a", second)).toMatchObject({ kind: "undone" });
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 1, lastAt: null, lastScanId: null });
    expect(await outcome(storage, "a", times)).toBe("allowed");
    expect(await outcome(storage, "a", times)).toBe("used-up");
  });

  rule("scans are forgotten a thousand at a time", async ({ storage }) => {
    await issueWith(storage, "a");
    for (let begun = 0; begun < 1010; begun += 101) {
      await Promise.all(Array.from({ length: 101 }, () => redeem(storage, "a", { rule: { kind: "unlimited" } })));
    }
    expect(await storage.scans.trim({ before: NOW + 1 })).toEqual({ deleted: 1000, isDone: false });
    expect(await storage.scans.trim({ before: NOW + 1 })).toEqual({ deleted: 10, isDone: true });
    expect(await storage.scans.trim({ before: NOW + 1 })).toEqual({ deleted: 0, isDone: true });
    expect((await storage.scans.uses(PASS_TYPE, ["a"])).get("a")).toMatchObject({ uses: 1010 });
  });
}
