import { expect } from "vitest";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, devicesOf, issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch } from "./samples.ts";
import type { PushOutcome } from "../../../src/push/push-queue.ts";
import type { Storage } from "../../../src/storage/storage.ts";

const WORKER = "worker-1";

function record(storage: Storage, outcomes: readonly PushOutcome[], now = NOW, worker = WORKER) {
  return storage.pushes.record({ worker, outcomes, now });
}

/** What every `PushQueue` keeps to. */
export function pushQueueContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("each device that holds a changed pass is pushed once, whatever changed", async ({ storage }) => {
    await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "a" });
    await storage.registrations.register(registration("device-1", "b"), { now: NOW });
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a" }, { serialNumber: "b" }], { now: NOW, push: { kind: "now" } });
    await touch(storage, "a");
    expect(await claimAll(storage)).toMatchObject([
      {
        passTypeIdentifier: PASS_TYPE,
        deviceLibraryIdentifier: "device-1",
        deviceKind: "apple-wallet",
        pushToken: "push-token-of-device-1",
        attempts: 0,
        registeredAt: NOW,
      },
      { deviceLibraryIdentifier: "device-2" },
    ]);
    expect(await claimAll(storage)).toEqual([]);
  });

  rule("issuing queues no push, nor does a change without one", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a", NOW, "none");
    expect(await claimAll(storage)).toEqual([]);
    expect(await storage.pushes.nextDue({ now: NOW })).toBeUndefined();
  });

  rule("a push is taken by one of many workers", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const devices = Array.from({ length: 60 }, (_, index) => `device-${index}`);
    await issue(storage, ["a"], Object.fromEntries(devices.map((device) => [device, "a"])));
    await touch(storage, "a");
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? storage : another).pushes.claim({ worker: `w${index}`, limit: 20, now: NOW, leaseMs: 1000 }),
      ),
    );
    const all = devicesOf(taken.flat());
    expect(new Set(all).size).toBe(all.length);
    const rest = await storage.pushes.claim({ worker: "last", limit: 100, now: NOW, leaseMs: 1000 });
    expect([...all, ...devicesOf(rest)].toSorted()).toEqual(devices.toSorted());
  });

  rule("what failed or was claimed and waits too long can be made due; what is spread keeps its time", async ({ storage }) => {
    const hour = 3_600_000;
    await issue(storage, ["a", "b", "c", "d"], { failed: "a", claimed: "b", soon: "c", spread: "d" });
    for (const serial of ["a", "b", "c"]) await touch(storage, serial);
    const [claimed, failed, soon] = await claimAll(storage, NOW);
    if (claimed === undefined || failed === undefined || soon === undefined) throw new Error("three are claimed");
    expect(devicesOf([claimed, failed, soon])).toEqual(["claimed", "failed", "soon"]);
    await record(storage, [
      { kind: "retry", push: failed, at: NOW + hour, reason: "Busy" },
      { kind: "retry", push: soon, at: NOW - hour + 1000, reason: "Busy" },
    ]);
    await touch(storage, "d", NOW + hour);
    const past = NOW - hour;
    await storage.pushes.hasten({ now: past, laterThan: past + 60_000 });
    expect(devicesOf(await claimAll(storage, past))).toEqual(["claimed", "failed"]);
    expect(devicesOf(await claimAll(storage, past + 1000))).toEqual(["soon"]);
    expect(devicesOf(await claimAll(storage, NOW + hour - 1))).not.toContain("spread");
  });

  rule("delivered and failed work is done", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    await touch(storage, "a");
    const [first, second] = await claimAll(storage);
    await record(storage, [
      { kind: "delivered", push: first! },
      { kind: "failed", push: second!, reason: "PayloadTooLarge" },
    ]);
    expect(await storage.pushes.nextDue({ now: NOW })).toBeUndefined();
    expect(await storage.registrations.of(key("a"))).toHaveLength(2);
  });

  rule("completing a claim does not delete what was written after it", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await touch(storage, "a");
    await record(storage, [{ kind: "delivered", push: push! }]);
    const [again] = await claimAll(storage);
    expect(again).toMatchObject({ deviceLibraryIdentifier: "device-1", attempts: 0 });
    expect(again!.version).toBeGreaterThan(push!.version);
    await record(storage, [{ kind: "delivered", push: again! }]);
    // A worker whose lease is over reports late, when the work was done by another and written anew.
    await touch(storage, "a");
    await record(storage, [
      { kind: "delivered", push: push! },
      { kind: "failed", push: again!, reason: "late" },
    ]);
    expect(await claimAll(storage)).toHaveLength(1);
  });

  rule("work whose worker died is due again when its lease is over", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    await storage.pushes.claim({ worker: "dead", limit: 1, now: NOW, leaseMs: 30_000 });
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW + 30_000);
    expect(await claimAll(storage, NOW + 29_999)).toEqual([]);
    expect(await claimAll(storage, NOW + 30_000)).toHaveLength(1);
  });

  rule("a worker that stops gives back its own work at once, and no other's", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    await touch(storage, "a");
    await storage.pushes.claim({ worker: "one", limit: 1, now: NOW, leaseMs: 30_000 });
    await storage.pushes.claim({ worker: "two", limit: 1, now: NOW, leaseMs: 30_000 });
    await storage.pushes.release({ worker: "one", now: NOW + 1 });
    expect(await claimAll(storage, NOW + 1)).toHaveLength(1);
  });

  rule("a retry comes at its time with one more attempt, and a change does not hasten it", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await record(storage, [{ kind: "retry", push: push!, at: NOW + 30_000, reason: "TooManyRequests" }]);
    await touch(storage, "a", NOW + 1000);
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW + 30_000);
    expect(await claimAll(storage, NOW + 29_999)).toEqual([]);
    expect(await claimAll(storage, NOW + 30_000)).toMatchObject([{ attempts: 1 }]);
  });

  rule("a retry of work that was written anew is kept to its time all the same", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await touch(storage, "a");
    await record(storage, [{ kind: "retry", push: push!, at: NOW + 30_000, reason: "TooManyRequests" }]);
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW + 30_000);
  });

  rule("an earlier push takes the place of a later one", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    const later = { kind: "spread", overMs: 0 } as const;
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a" }], { now: NOW + 60_000, push: later });
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW + 60_000);
    await touch(storage, "a", NOW);
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW);
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a" }], { now: NOW + 60_000, push: later });
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW);
  });

  rule("the devices of one change are spread evenly over the time that is given", async ({ storage }) => {
    const devices = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`device-${index}`, "a"]));
    await issue(storage, ["a"], devices);
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a" }], { now: NOW, push: { kind: "spread", overMs: 10_000 } });
    for (let second = 0; second < 10; second += 1) expect(await claimAll(storage, NOW + second * 1000)).toHaveLength(1);
    await expect(
      storage.passes.change(PASS_TYPE, [{ serialNumber: "a" }], { now: NOW, push: { kind: "spread", overMs: -1 } }),
    ).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
  });

  rule("a dead token takes its device's registrations of the pass type, and no others", async ({ storage }) => {
    await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "a" });
    await storage.registrations.register(registration("device-1", "b"), { now: NOW });
    await storage.passes.create([newPass("a", { passTypeIdentifier: OTHER_TYPE })], { now: NOW });
    await storage.registrations.register(registration("device-1", "a", { passTypeIdentifier: OTHER_TYPE }), { now: NOW });
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await touch(storage, "b");
    await record(storage, [{ kind: "dead", push: push!, reason: "BadDeviceToken" }]);
    expect(await storage.registrations.of(key("a"))).toEqual([registration("device-2", "a")]);
    expect(await storage.registrations.of(key("b"))).toEqual([]);
    expect(await storage.registrations.of(key("a", OTHER_TYPE))).toHaveLength(1);
    expect(await claimAll(storage, NOW + 60_000)).toMatchObject([{ deviceLibraryIdentifier: "device-2" }]);
  });

  rule("only what was registered before the token died goes", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    await storage.registrations.register(registration("device-2", "a"), { now: NOW + 5000 });
    await touch(storage, "a");
    const pushes = await claimAll(storage);
    await record(
      storage,
      pushes.map((push) => ({ kind: "dead", push, reason: "Unregistered", unregisteredAt: NOW + 5000 })),
    );
    expect(await storage.registrations.of(key("a"))).toEqual([registration("device-2", "a")]);
    expect(await storage.pushes.nextDue({ now: NOW })).toBeUndefined();
  });

  rule("a device that gave a new token while the old one died is told by the new one", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    const [push] = await claimAll(storage);
    await storage.registrations.register(registration("device-1", "a", { pushToken: "newer" }), { now: NOW + 1 });
    await record(storage, [{ kind: "dead", push: push!, reason: "BadDeviceToken" }], NOW + 2);
    expect(await storage.registrations.of(key("a"))).toHaveLength(1);
    expect(await claimAll(storage, NOW + 2)).toMatchObject([{ pushToken: "newer", attempts: 0 }]);
  });

  rule("a device that has gone is not pushed", async ({ storage }) => {
    await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "a" });
    await storage.registrations.register(registration("device-2", "b"), { now: NOW });
    await touch(storage, "a");
    for (const device of ["device-1", "device-2"]) {
      await storage.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: device }, { now: NOW });
    }
    expect(devicesOf(await claimAll(storage))).toEqual(["device-2"]);
  });

  rule("a paused pass type keeps its work until it goes on, and holds up no other", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await storage.passes.create([newPass("a", { passTypeIdentifier: OTHER_TYPE })], { now: NOW });
    await storage.registrations.register(registration("device-9", "a", { passTypeIdentifier: OTHER_TYPE }), { now: NOW });
    await storage.pushes.pausePassType({ passTypeIdentifier: PASS_TYPE, reason: "BadCertificate", now: NOW });
    await touch(storage, "a");
    await storage.passes.change(OTHER_TYPE, [{ serialNumber: "a" }], { now: NOW, push: { kind: "now" } });
    expect(devicesOf(await claimAll(storage))).toEqual(["device-9"]);
    expect(await storage.statistics()).toMatchObject({
      pausedPassTypes: [{ passTypeIdentifier: PASS_TYPE, reason: "BadCertificate" }],
    });
    await storage.pushes.resumePassType({ passTypeIdentifier: PASS_TYPE });
    expect(devicesOf(await claimAll(storage))).toEqual(["device-1"]);
    expect((await storage.statistics()).pausedPassTypes).toEqual([]);
  });

  rule("a pass type can be paused before its first pass, and resumed without having been paused", async ({ storage }) => {
    await storage.pushes.pausePassType({ passTypeIdentifier: PASS_TYPE, reason: "Forbidden", now: NOW });
    await storage.pushes.resumePassType({ passTypeIdentifier: OTHER_TYPE });
    await issue(storage, ["a"], { "device-1": "a" });
    await touch(storage, "a");
    expect(await storage.pushes.nextDue({ now: NOW })).toBeUndefined();
    await storage.pushes.resumePassType({ passTypeIdentifier: PASS_TYPE });
    expect(await storage.pushes.nextDue({ now: NOW })).toBe(NOW);
  });

  rule("the statistics count what is due and what waits", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    await touch(storage, "a", 1000);
    await storage.pushes.claim({ worker: "w", limit: 1, now: 1000, leaseMs: 10 * NOW });
    expect(await storage.statistics()).toMatchObject({ pushesDue: 1, pushesWaiting: 1 });
  });

  rule("a claim of nothing takes nothing, and one of too much is refused", async ({ storage }) => {
    expect(await storage.pushes.claim({ worker: "w", limit: 0, now: NOW, leaseMs: 1 })).toEqual([]);
    await storage.pushes.record({ worker: "w", outcomes: [], now: NOW });
    await expect(storage.pushes.claim({ worker: "w", limit: 1_000_000, now: NOW, leaseMs: 1 })).rejects.toMatchObject({
      code: "ERR_STORAGE_ARGUMENT",
    });
  });
}
