import type { ScanRule } from "@passwright/pass";
import { expect } from "vitest";
import type { Storage } from "../../../src/storage/storage.ts";
import { type NewWebhookEndpoint, WEBHOOK_LIMITS, type WebhookDelivery } from "../../../src/storage/webhooks/webhook-storage.ts";
import {
  type ClaimedDelivery,
  type DeliveryAttempt,
  type DeliveryOutcome,
  GIVEN_UP,
} from "../../../src/webhooks/delivery/delivery-queue.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch } from "./samples.ts";

const AUDIT = { at: NOW, projectId: "default", actor: "key_1", action: "createWebhook", object: "wh_1", requestId: "r" } as const;

function endpoint(id: string, rest: Partial<NewWebhookEndpoint> = {}): NewWebhookEndpoint {
  return {
    id,
    projectId: "default",
    url: `https://hooks.example.com/${id}`,
    description: "",
    secret: `sealed-${id}`,
    createdAt: NOW,
    eventTypes: null,
    passTypeIdentifiers: null,
    templateIds: null,
    ...rest,
  };
}

async function listen(storage: Storage, id = "wh_1", rest: Partial<NewWebhookEndpoint> = {}): Promise<void> {
  expect(await storage.webhooks.create(endpoint(id, rest), { audit: AUDIT })).toMatchObject({ id });
}

async function told(storage: Storage, endpointId = "wh_1"): Promise<readonly WebhookDelivery[]> {
  const newestFirst = await storage.webhooks.deliveries({ endpointId, limit: 100 });
  return newestFirst.toReversed();
}

const typesOf = async (storage: Storage, id?: string) => (await told(storage, id)).map(({ type }) => type);

function dataOf({ body }: { readonly body: string }): Record<string, unknown> {
  return (JSON.parse(body) as { readonly data: Record<string, unknown> }).data;
}

function claim(storage: Storage, given: { now?: number; worker?: string; perEndpoint?: number; busy?: readonly string[] } = {}) {
  const { now = NOW, worker = "w1", perEndpoint = 50, busy = [] } = given;
  return storage.webhooks.queue.claim({ worker, limit: 100, perEndpoint, busy, now, leaseMs: 60_000 });
}

const ATTEMPT = { at: NOW, ms: 5, status: 500, error: "status 500", answer: "no" } as const;

function record(storage: Storage, outcomes: readonly DeliveryOutcome[], now = NOW, worker = "w1") {
  return storage.webhooks.queue.record({ worker, outcomes, now });
}

const ended = (delivery: ClaimedDelivery, kind: "delivered" | "failed"): DeliveryOutcome => ({ kind, delivery, attempt: ATTEMPT });
const again = (
  delivery: ClaimedDelivery,
  at: number,
  rest: { readonly holdUntil?: number; readonly attempt?: DeliveryAttempt } = {},
): DeliveryOutcome => Object.assign({ kind: "retry" as const, at, delivery, attempt: ATTEMPT }, rest);

const ONCE: ScanRule = {
  kind: "once",
  times: null,
  from: null,
  until: null,
  gates: null,
  show: [],
  count: null,
  balance: null,
  voidWhenUsedUp: false,
};

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

  rule("due deliveries are claimed by one worker, oldest first, with the endpoint's address and secrets", async (held) => {
    const { storage } = held;
    const another = await held.openAnother();
    await listen(storage);
    await issue(storage, ["a", "b", "c", "d", "e", "f"]);
    const claims = await Promise.all([
      claim(storage, { perEndpoint: 3 }),
      claim(another, { perEndpoint: 3, worker: "w2" }),
      claim(storage, { perEndpoint: 3, worker: "w3" }),
    ]);
    const ids = claims.flat().map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claim(storage, { worker: "w4" });
    expect(ids.length + rest.length).toBe(6);
    expect(claims.flat()[0]).toMatchObject({
      url: "https://hooks.example.com/wh_1",
      secrets: ["sealed-wh_1"],
      tries: 0,
      attempts: [],
    });
    for (const one of claims) {
      expect(one.map(({ eventId }) => eventId)).toEqual(one.map(({ eventId }) => eventId).toSorted());
    }
    expect(await claim(storage, { now: NOW + 59_999 })).toEqual([]);
    expect(await claim(storage, { now: NOW + 60_001 })).toHaveLength(6);
  });

  rule("the old secret signs beside the new one until its time is over", async ({ storage }) => {
    await listen(storage);
    const change = { secret: { sealed: "sealed-new", oldUntil: NOW + 1000 } };
    const rotated = await storage.webhooks.update({ id: "wh_1", projectId: "default" }, change, { now: NOW, audit: AUDIT });
    expect(rotated).toMatchObject({ oldSecretUntil: NOW + 1000 });
    await issue(storage, ["a"]);
    const [first] = await claim(storage);
    expect(first!.secrets).toEqual(["sealed-new", "sealed-wh_1"]);
    await storage.webhooks.queue.release({ worker: "w1", now: NOW });
    expect((await claim(storage, { now: NOW + 1000 }))[0]!.secrets).toEqual(["sealed-new"]);
  });

  rule("busy, disabled and removed endpoints are passed by; released work is claimed again", async ({ storage }) => {
    for (const id of ["wh_1", "wh_2", "wh_3"]) await listen(storage, id);
    await issue(storage, ["a"]);
    await storage.webhooks.update({ id: "wh_2", projectId: "default" }, { isEnabled: false }, { now: NOW, audit: AUDIT });
    await storage.webhooks.remove({ id: "wh_3", projectId: "default" }, { now: NOW, audit: AUDIT });
    expect(await claim(storage, { busy: ["wh_1"] })).toEqual([]);
    expect(await claim(storage)).toMatchObject([{ endpointId: "wh_1" }]);
    expect(await claim(storage, { worker: "w2" })).toEqual([]);
    await storage.webhooks.queue.release({ worker: "w1", now: NOW });
    expect(await claim(storage, { worker: "w2" })).toHaveLength(1);
    await storage.webhooks.update({ id: "wh_2", projectId: "default" }, { isEnabled: true }, { now: NOW, audit: AUDIT });
    expect(await claim(storage)).toMatchObject([{ endpointId: "wh_2" }]);
  });

  rule("outcomes settle, put off or fail a delivery, and every attempt stays on record", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a", "b", "c"]);
    const [a, b, c] = await claim(storage);
    expect(await storage.webhooks.queue.nextDue({ now: NOW })).toBe(NOW + 60_000);
    await record(storage, [ended(a!, "delivered"), again(b!, NOW + 5000), ended(c!, "failed")]);
    const [one, two, three] = await told(storage);
    expect(one).toMatchObject({ state: "delivered", dueAt: null, attempts: [ATTEMPT] });
    expect(two).toMatchObject({ state: "waiting", dueAt: NOW + 5000, attempts: [ATTEMPT] });
    expect(three).toMatchObject({ state: "failed", dueAt: null });
    expect(await storage.webhooks.queue.nextDue({ now: NOW })).toBe(NOW + 5000);
    const [next] = await claim(storage, { now: NOW + 5000 });
    expect(next).toMatchObject({ eventId: b!.eventId, tries: 1, attempts: [ATTEMPT], roundAt: NOW });
    await record(storage, [ended(next!, "delivered")], NOW + 5001);
    expect(await storage.webhooks.queue.nextDue({ now: NOW })).toBeUndefined();
    expect(await storage.webhooks.deliveries({ endpointId: "wh_1", state: "failed", limit: 10 })).toHaveLength(1);
    expect(await storage.webhooks.delivery(b!)).toMatchObject({ state: "delivered", attempts: [ATTEMPT, ATTEMPT] });
  });

  rule("a worker whose lease is over changes nothing of what another has", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a"]);
    const [late] = await claim(storage, { worker: "w1" });
    const [mine] = await claim(storage, { worker: "w2", now: NOW + 70_000 });
    await record(storage, [ended(late!, "failed")], NOW + 70_001, "w1");
    expect((await told(storage))[0]).toMatchObject({ state: "waiting", attempts: [] });
    await record(storage, [ended(mine!, "delivered")], NOW + 70_002, "w2");
    await record(storage, [ended(late!, "failed")], NOW + 70_003, "w1");
    expect((await told(storage))[0]).toMatchObject({ state: "delivered" });
  });

  rule(
    "an endpoint that keeps failing is asked less, and is disabled after days; one success forgets it all",
    async ({ storage }) => {
      await listen(storage);
      await issue(
        storage,
        Array.from({ length: 30 }, (_, index) => `s${index}`),
      );
      const first = await claim(storage);
      expect(first).toHaveLength(30);
      const outcomes = first.map((delivery) => again(delivery, NOW + 10, { holdUntil: NOW + 500 }));
      expect(await record(storage, outcomes)).toEqual([]);
      expect(await claim(storage, { now: NOW + 499 })).toEqual([]);
      expect(await storage.webhooks.queue.nextDue({ now: NOW })).toBe(NOW + 500);
      const [probe, ...none] = await claim(storage, { now: NOW + 500 });
      expect(none).toEqual([]);
      expect(probe!.failures).toBe(30);
      await record(storage, [ended(probe!, "delivered")], NOW + 600);
      expect(await storage.webhooks.find({ id: "wh_1", projectId: "default" })).toMatchObject({ failures: 0, failingSince: null });
      const all = await claim(storage, { now: NOW + 700 });
      expect(all).toHaveLength(29);
      const failed = (delivery: ClaimedDelivery) => again(delivery, NOW + 800, { attempt: { ...ATTEMPT, at: NOW + 700 } });
      await record(
        storage,
        all.slice(0, GIVEN_UP.failures).map((one) => failed(one)),
        NOW + 700,
      );
      const late = NOW + 700 + GIVEN_UP.overMs;
      expect(await record(storage, [failed(all[25]!)], late - 1)).toEqual([]);
      expect(await record(storage, [failed(all[26]!)], late)).toEqual([
        { endpointId: "wh_1", reason: "failing", failures: GIVEN_UP.failures + 2 },
      ]);
      expect(await storage.webhooks.find({ id: "wh_1", projectId: "default" })).toMatchObject({
        isEnabled: false,
        disabledReason: "failing",
      });
      expect(await claim(storage, { now: late + 1 })).toEqual([]);
      await touch(storage, "s1", late + 2);
      expect((await told(storage)).filter(({ type }) => type === "pass.updated")).toEqual([]);
    },
  );

  rule("a failure long ago does not disable an endpoint that few events come to", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a", "b"]);
    const [a, b] = await claim(storage);
    await record(storage, [ended(a!, "failed")]);
    expect(await record(storage, [ended(b!, "failed")], NOW + 10 * GIVEN_UP.overMs)).toEqual([]);
  });

  rule("410 disables an endpoint at once; what waited is sent when somebody enables it again", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a", "b"]);
    const [a, b] = await claim(storage);
    const gone: DeliveryOutcome = { kind: "gone", at: NOW + 5, delivery: a!, attempt: { ...ATTEMPT, status: 410 } };
    expect(await record(storage, [gone, again(b!, NOW + 10)])).toEqual([{ endpointId: "wh_1", reason: "gone", failures: 2 }]);
    expect(await claim(storage, { now: NOW + 1000 })).toEqual([]);
    expect((await storage.webhooks.statistics({ now: NOW + 1000 })).disabled).toEqual({ request: 0, gone: 1, failing: 0 });
    await storage.webhooks.update({ id: "wh_1", projectId: "default" }, { isEnabled: true }, { now: NOW, audit: AUDIT });
    expect(await claim(storage, { now: NOW + 1000 })).toHaveLength(2);
  });

  rule("one delivery is replayed however it ended, and counts its attempts anew", async ({ storage }) => {
    await listen(storage);
    await issue(storage, ["a"]);
    const [a] = await claim(storage);
    await record(storage, [ended(a!, "delivered")]);
    const audit = { ...AUDIT, action: "replayDelivery" };
    expect(await storage.webhooks.replay({ endpointId: "wh_1", eventId: "msg_none" }, { now: NOW, audit })).toBe("absent");
    expect(await storage.webhooks.replay({ endpointId: "wh_2", eventId: a!.eventId }, { now: NOW, audit })).toBe("absent");
    expect(await storage.webhooks.replay(a!, { now: NOW + 9, audit })).toMatchObject({ state: "waiting", dueAt: NOW + 9 });
    expect(await claim(storage, { now: NOW + 9 })).toMatchObject([
      { eventId: a!.eventId, tries: 0, roundAt: NOW + 9, attempts: [ATTEMPT] },
    ]);
  });

  rule("what failed since a time is replayed, and nothing else", async ({ storage }) => {
    await listen(storage);
    for (const [index, serial] of ["a", "b", "c", "d"].entries()) {
      await storage.passes.create([newPass(serial)], { now: NOW + index * 1000 });
    }
    const all = await claim(storage, { now: NOW + 5000 });
    await record(storage, [
      ended(all[0]!, "failed"),
      ended(all[1]!, "failed"),
      ended(all[2]!, "delivered"),
      ended(all[3]!, "failed"),
    ]);
    const options = { endpointId: "wh_1", now: NOW + 9000, audit: AUDIT };
    expect(await storage.webhooks.replayFailed({ ...options, since: NOW + 1000, until: NOW + 3000 })).toEqual({ replayed: 1 });
    expect((await told(storage)).map(({ state }) => state)).toEqual(["failed", "waiting", "delivered", "failed"]);
    expect(await storage.webhooks.replayFailed({ ...options, since: 0, until: NOW + 90_000 })).toEqual({ replayed: 2 });
    expect(await storage.webhooks.replayFailed({ ...options, since: 0, until: NOW + 90_000 })).toEqual({ replayed: 0 });
  });

  rule("a test event reaches its endpoint, whatever that asked for", async ({ storage }) => {
    await listen(storage, "wh_1", { eventTypes: ["job.finished"] });
    const sent = await storage.webhooks.send("wh_1", { type: "webhook.test", data: { message: "x" } }, { now: NOW });
    expect(await storage.webhooks.delivery(sent)).toEqual(sent);
    expect(await claim(storage)).toMatchObject([{ eventId: sent.eventId, type: "webhook.test" }]);
  });

  rule("old deliveries and those of removed endpoints are deleted", async ({ storage }) => {
    await listen(storage, "wh_1");
    await listen(storage, "wh_2");
    await issue(storage, ["a", "b"]);
    const [a, b] = (await claim(storage)).filter(({ endpointId }) => endpointId === "wh_1");
    await record(storage, [ended(a!, "delivered"), ended(b!, "failed")]);
    expect(await storage.webhooks.trim({ now: NOW + WEBHOOK_LIMITS.keptMs.delivered })).toEqual({ deleted: 0 });
    expect(await storage.webhooks.trim({ now: NOW + WEBHOOK_LIMITS.keptMs.delivered + 1000 })).toEqual({ deleted: 1 });
    expect((await told(storage)).map(({ state }) => state)).toEqual(["failed"]);
    await storage.webhooks.remove({ id: "wh_2", projectId: "default" }, { now: NOW, audit: AUDIT });
    expect(await storage.webhooks.trim({ now: NOW })).toEqual({ deleted: 2 });
    expect(await told(storage, "wh_2")).toEqual([]);
    expect(await storage.webhooks.trim({ now: NOW + WEBHOOK_LIMITS.keptMs.failed + 1000 })).toEqual({ deleted: 1 });
  });

  rule("the statistics tell what waits and since when", async ({ storage }) => {
    expect(await storage.webhooks.statistics({ now: NOW })).toEqual({
      waiting: 0,
      due: 0,
      oldestDue: null,
      disabled: { request: 0, gone: 0, failing: 0 },
    });
    await listen(storage);
    await issue(storage, ["a", "b"]);
    const [a] = await claim(storage, { perEndpoint: 1 });
    await record(storage, [again(a!, NOW + 5000)]);
    expect(await storage.webhooks.statistics({ now: NOW + 10 })).toMatchObject({ waiting: 2, due: 1, oldestDue: NOW });
  });
}
