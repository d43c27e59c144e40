import type { ScanRule } from "@passwright/pass";
import { expect } from "vitest";
import { WEBHOOK_LIMITS } from "../../../src/storage/webhooks/webhook-storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch, scanRule } from "./samples.ts";
import { AUDIT, endpoint, listen, told, typesOf, dataOf } from "./webhook-samples.ts";

const ONCE: ScanRule = scanRule("once");

/** What every store of webhooks keeps to. */
export function webhookContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("an endpoint is kept, changed, and is not there for other projects", async ({ storage }) => {
    const { webhooks } = storage;
    await listen(storage, "wh_1", { eventTypes: ["pass.created"], passTypeIdentifiers: [PASS_TYPE], templateIds: ["a", "b"] });
    const { secret: _secret, ...given } = endpoint("wh_1", {
      eventTypes: ["pass.created"],
      passTypeIdentifiers: [PASS_TYPE],
      templateIds: ["a", "b"],
    });
    const known = { ...given, isEnabled: true, disabledReason: null, disabledAt: null, failures: 0, failingSince: null };
    expect(await webhooks.list("default")).toEqual([{ ...known, oldSecretUntil: null, updatedAt: NOW }]);
    const foreign = { id: "wh_1", projectId: "other" };
    const options = { now: NOW + 5, audit: AUDIT };
    expect(await webhooks.find(foreign)).toBeUndefined();
    expect(await webhooks.update(foreign, { url: "https://evil.example" }, options)).toBe("absent");
    expect(await webhooks.remove(foreign, options)).toBe("absent");
    expect(await webhooks.list("other")).toEqual([]);
    const own = { id: "wh_1", projectId: "default" };
    expect(await webhooks.update(own, { eventTypes: null, templateIds: null, isEnabled: false }, options)).toMatchObject({
      eventTypes: null,
      templateIds: null,
      passTypeIdentifiers: [PASS_TYPE],
      isEnabled: false,
      disabledReason: "request",
      disabledAt: NOW + 5,
      updatedAt: NOW + 5,
    });
    expect(await webhooks.update(own, { isEnabled: true }, options)).toMatchObject({ isEnabled: true, disabledReason: null });
    expect(await webhooks.remove(own, options)).toBe("removed");
    expect(await webhooks.remove(own, options)).toBe("absent");
    expect(await webhooks.find(own)).toBeUndefined();
    expect(await webhooks.find({ id: "\0", projectId: "default" })).toBeUndefined();
  });

  rule("a project has so many endpoints and no more", async ({ storage }) => {
    for (let index = 0; index < WEBHOOK_LIMITS.endpointsPerProject; index += 1) await listen(storage, `wh_${index}`);
    expect(await storage.webhooks.create(endpoint("wh_more"), { audit: AUDIT })).toBe("too-many");
    expect(await storage.webhooks.create(endpoint("wh_more", { projectId: "other" }), { audit: AUDIT })).toMatchObject({});
    await storage.webhooks.remove({ id: "wh_3", projectId: "default" }, { now: NOW, audit: AUDIT });
    await listen(storage, "wh_more2");
  });

  rule("nobody listens: nothing is written", async ({ storage }) => {
    await listen(storage, "wh_1", { eventTypes: ["job.finished"] });
    await listen(storage, "wh_2");
    await storage.webhooks.update({ id: "wh_2", projectId: "default" }, { isEnabled: false }, { now: NOW, audit: AUDIT });
    await listen(storage, "wh_3", { projectId: "other" });
    await listen(storage, "wh_4", { passTypeIdentifiers: [OTHER_TYPE] });
    await listen(storage, "wh_5", { templateIds: ["badge"] });
    await issue(storage, ["a"], { d1: "a" });
    await touch(storage, "a");
    for (const id of ["wh_1", "wh_2", "wh_3", "wh_4", "wh_5"]) expect(await told(storage, id)).toEqual([]);
  });

  rule("the life of a pass is told in its order, in the words of the pass", async ({ storage }) => {
    await listen(storage);
    const audit = { ...AUDIT, action: "createPass", object: "a" };
    await storage.issuing.issue({ pass: newPass("a"), externalId: "order-1", idempotency: null, audit }, { now: NOW });
    await storage.registrations.register(registration("d1", "a"), { now: NOW + 1000 });
    await storage.registrations.register(registration("d1", "a"), { now: NOW + 2000 });
    await storage.issuing.amend(
      {
        passTypeIdentifier: PASS_TYPE,
        change: { serialNumber: "a", voided: true, expiresAt: 1_800_000_000 },
        deletes: false,
        audit,
      },
      { now: NOW + 3000, push: { kind: "now" } },
    );
    await storage.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: "d1" }, { now: NOW + 4000 });
    await storage.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: "d1" }, { now: NOW + 5000 });
    const events = await told(storage);
    expect(events.map(({ type }) => type)).toEqual(["pass.created", "pass.installed", "pass.updated", "pass.removed"]);
    expect(events.map(({ at }) => at - NOW)).toEqual([0, 1000, 3000, 4000]);
    const pass = {
      ...key("a"),
      externalId: "order-1",
      templateId: "loyalty-card",
      templateVersion: 1,
      revision: 1,
      voided: false,
      expiresAt: null,
    };
    const device = { id: expect.stringMatching(/^[0-9a-f]{32}$/u) as string, client: "apple-wallet" };
    const changed = { ...pass, revision: 2, voided: true, expiresAt: "2027-01-15T08:00:00.000Z" };
    expect(events.map((event) => dataOf(event))).toEqual([
      { pass },
      { pass, device },
      { pass: changed },
      { pass: changed, device, reason: "unregistered" },
    ]);
    expect(JSON.parse(events[0]!.body)).toMatchObject({ type: "pass.created", timestamp: new Date(NOW).toISOString() });
    for (const { eventId, body } of events) {
      expect(eventId).toMatch(/^msg_[0-9a-f]{32}$/u);
      expect(body).not.toContain("token-of");
      expect(body).not.toContain("points");
    }
    expect(JSON.stringify(events)).not.toContain('"d1"');
  });

  rule("an event has one id, whomever it is told", async ({ storage }) => {
    await listen(storage, "wh_1");
    await listen(storage, "wh_2", { templateIds: ["loyalty-card"], passTypeIdentifiers: [PASS_TYPE, OTHER_TYPE] });
    await issue(storage, ["a", "b"]);
    const [one, two] = [await told(storage, "wh_1"), await told(storage, "wh_2")];
    expect(one).toHaveLength(2);
    expect(two.map(({ eventId }) => eventId)).toEqual(one.map(({ eventId }) => eventId));
    expect(two.map(({ body }) => body)).toEqual(one.map(({ body }) => body));
  });

  rule("a filter by template lets the others of the same change go by", async ({ storage }) => {
    await listen(storage, "wh_1", { templateIds: ["badge"] });
    await storage.passes.create([newPass("a"), newPass("b", { templateId: "badge" }), newPass("c")], { now: NOW });
    expect((await told(storage)).map((event) => dataOf(event)["pass"])).toMatchObject([{ serialNumber: "b" }]);
  });

  rule("events are those of the project that owns the pass type", async ({ storage }) => {
    await storage.access.createProject({ id: "other", name: "Other", createdAt: NOW });
    await storage.access.assignPassType(OTHER_TYPE, "other");
    await listen(storage, "wh_1");
    await listen(storage, "wh_2", { projectId: "other" });
    await storage.passes.create([newPass("a")], { now: NOW });
    await storage.passes.create([newPass("b", { passTypeIdentifier: OTHER_TYPE })], { now: NOW });
    expect((await told(storage, "wh_1")).map((event) => dataOf(event)["pass"])).toMatchObject([key("a")]);
    expect((await told(storage, "wh_2")).map((event) => dataOf(event)["pass"])).toMatchObject([key("b", OTHER_TYPE)]);
  });

  rule("what is not written is not told", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a"]);
    await expect(storage.passes.create([newPass("b"), newPass("a")], { now: NOW })).rejects.toMatchObject({
      code: "ERR_STORAGE_EXISTS",
    });
    await storage.passes.change(
      PASS_TYPE,
      [
        { serialNumber: "a", ifRevision: 9 },
        { serialNumber: "none", values: "{}" },
      ],
      { now: NOW, push: { kind: "now" } },
    );
    expect(await typesOf(storage)).toEqual(["pass.created"]);
  });

  rule("a bulk change tells of every pass, in parts", async ({ storage }) => {
    await listen(storage);
    const serials = Array.from({ length: 600 }, (_, index) => `s${String(index).padStart(4, "0")}`);
    await issue(storage, serials.slice(0, 500));
    await issue(storage, serials.slice(500));
    await storage.passes.changeTemplate({
      passTypeIdentifier: PASS_TYPE,
      templateId: "loyalty-card",
      change: { values: "{}" },
      push: { kind: "none" },
      clock: () => NOW + 1000,
    });
    const updated: string[] = [];
    for (let before: string | undefined; ;) {
      const page = await storage.webhooks.deliveries({ endpointId: "wh_1", limit: 100, ...(before !== undefined && { before }) });
      for (const delivery of page) {
        if (delivery.type === "pass.updated") updated.push((dataOf(delivery)["pass"] as { serialNumber: string }).serialNumber);
      }
      before = page.at(-1)?.eventId;
      if (before === undefined) break;
    }
    expect(updated.toSorted()).toEqual(serials);
  });

  rule("pushes that fail for good are told with the reason of the push service", async ({ storage }) => {
    await issue(storage, ["a", "b"], { d1: "a", d2: "b", d3: "a" });
    await listen(storage);
    await touch(storage, "a");
    await touch(storage, "b");
    const [one, two, three] = await claimAll(storage);
    await storage.pushes.record({
      worker: "worker-1",
      now: NOW + 10,
      outcomes: [
        { kind: "dead", push: one!, reason: "Unregistered" },
        { kind: "failed", push: two!, reason: "PayloadTooLarge" },
        { kind: "failed", push: three!, reason: "no push service for other" },
      ],
    });
    const events = (await told(storage)).filter(({ at }) => at === NOW + 10);
    expect(events.map(({ type }) => type).toSorted()).toEqual(["pass.removed", "push.failed", "push.failed"]);
    const failed = events.filter(({ type }) => type === "push.failed").map((event) => dataOf(event));
    expect(failed).toMatchObject([
      { reason: "Unregistered", deviceRemoved: true, serialNumbers: ["a"], passTypeIdentifier: PASS_TYPE },
      { reason: "PayloadTooLarge", deviceRemoved: false, serialNumbers: ["b"] },
    ]);
    const [removed] = events.filter(({ type }) => type === "pass.removed").map((event) => dataOf(event));
    expect(removed).toMatchObject({ reason: "device-gone", pass: key("a"), device: failed[0]!["device"] });
  });

  rule("a dead token that was replaced meanwhile takes nothing away and is told to nobody", async ({ storage }) => {
    await issue(storage, ["a"], { d1: "a" });
    await listen(storage);
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await storage.registrations.register(registration("d1", "a", { pushToken: "newer" }), { now: NOW + 5 });
    const outcomes = [{ kind: "dead", push: push!, reason: "BadDeviceToken" }] as const;
    await storage.pushes.record({ worker: "worker-1", now: NOW + 10, outcomes });
    expect(await typesOf(storage)).toEqual(["pass.updated"]);
  });

  rule("a scan is told, let in or not, and so is one that is undone", async ({ storage }) => {
    await issue(storage, ["a"]);
    await listen(storage);
    const order = {
      key: key("a"),
      projectId: "default",
      scan: { at: NOW, gate: "north", direction: "in", amount: null },
      offline: false,
      rule: ONCE,
      templateId: "loyalty-card",
      templateVersion: 1,
      values: `{"points":1}`,
      clientKey: null,
      digest: "d",
      actor: "key_1",
    } as const;
    for (const [index, scanId] of ["s1", "s2"].entries()) {
      await storage.scans.redeem({ ...order, scanId }, { now: NOW + 1 + index, push: { kind: "now" } });
    }
    const undo = { ...key("a"), scanId: "s1", actor: "key_1", projectId: "default" };
    await storage.scans.undo(undo, { now: NOW + 9, push: { kind: "now" } });
    const events = await told(storage);
    expect(events.map(({ type }) => type)).toEqual(["pass.scanned", "pass.scanned", "pass.scanned"]);
    expect(events.map((event) => dataOf(event))).toMatchObject([
      { pass: key("a"), scan: { scanId: "s1", allowed: true, reason: null, gate: "north", uses: 1, undone: false } },
      { scan: { scanId: "s2", allowed: false, undone: false } },
      { scan: { scanId: "s1", undone: true } },
    ]);
  });

  rule("the end of a certificate is told once at each threshold", async ({ storage }) => {
    await listen(storage);
    const notice = { fingerprint: "f", passTypeIdentifier: PASS_TYPE, kind: "certificate-expires", expiresAt: NOW, at: NOW };
    for (const [day, threshold] of [
      [1, 30],
      [2, 30],
      [3, 7],
    ] as const) {
      await storage.certificates.noteNotice({ ...notice, day, threshold });
    }
    const events = await told(storage);
    expect(events.map(({ type }) => type)).toEqual(["certificate.expiring", "certificate.expiring"]);
    const { fingerprint, kind } = notice;
    const expiresAt = new Date(NOW).toISOString();
    const data = { passTypeIdentifier: PASS_TYPE, fingerprint, kind, expiresAt };
    expect(new Set(events.map((event) => dataOf(event)["daysBefore"]))).toEqual(new Set([7, 30]));
    expect(dataOf(events[0]!)).toMatchObject(data);
  });
}
