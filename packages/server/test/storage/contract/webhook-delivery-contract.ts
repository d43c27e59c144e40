import { expect } from "vitest";
import { WEBHOOK_LIMITS } from "../../../src/storage/webhooks/webhook-storage.ts";
import { type ClaimedDelivery, type DeliveryOutcome, GIVEN_UP } from "../../../src/webhooks/delivery/delivery-queue.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { issue, newPass, NOW, touch } from "./samples.ts";
import { AUDIT, listen, told, claim, ATTEMPT, record, ended, again } from "./webhook-samples.ts";

/** What becomes of what endpoints are to be told, the same over every database. */
export function webhookDeliveryContract(open: OpenTestStorage): void {
  const rule = createRule(open);

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
