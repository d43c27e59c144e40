import { expect } from "vitest";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { claimAll, issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch } from "./samples.ts";
import { ACTIVITY_LIMITS, type DeviceNote, type PassNote } from "../../../src/storage/activity/activity-storage.ts";
import { SLOT_MS } from "../../../src/storage/statistics/tally.ts";
import type { Storage } from "../../../src/storage/storage.ts";

const DAY = 24 * 60 * 60 * 1000;

function passNote(serialNumber: string, given: Partial<PassNote> = {}): PassNote {
  return {
    ...key(serialNumber),
    downloads: 0,
    downloadedAt: null,
    downloadWay: null,
    fetches: 0,
    fetchedAt: null,
    fetchedRevision: null,
    unchanged: 0,
    unchangedAt: null,
    unchangedRevision: null,
    unchangedSince: null,
    refusals: 0,
    refusedAt: null,
    refusedEndpoint: null,
    strays: 0,
    strayAt: null,
    strayPath: null,
    ...given,
  };
}

function deviceNote(device: string, given: Partial<DeviceNote> = {}): DeviceNote {
  const name = { passTypeIdentifier: PASS_TYPE, deviceLibraryIdentifier: device };
  return { ...name, lists: 1, listedAt: NOW, listedSince: null, listedTag: null, toldAt: null, toldTag: null, ...given };
}

const fetched = (serialNumber: string, at: number, revision = 1) =>
  passNote(serialNumber, { fetches: 1, fetchedAt: at, fetchedRevision: revision });

async function counted(storage: Storage, by: "day" | "source" = "day") {
  const spans = [{ from: NOW - DAY, to: NOW + 400 * DAY, offsetMs: 0 }];
  return storage.counts.read({ passTypeIdentifier: PASS_TYPE, by, spans });
}

/** What every storage remembers of what happened, and counts. */
export function activityContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("what is noted is added up, and the last of each kind stays", async ({ storage }) => {
    await issue(storage, ["a", "b"]);
    await storage.activity.note({
      passes: [
        passNote("a", { downloads: 2, downloadedAt: NOW, downloadWay: "api", unchanged: 1, unchangedAt: NOW, unchangedSince: 7 }),
        passNote("b", { refusals: 1, refusedAt: NOW, refusedEndpoint: "register" }),
      ],
      devices: [],
    });
    await storage.activity.note({ passes: [fetched("a", NOW + 1, 3)], devices: [] });
    await storage.activity.note({
      passes: [passNote("a", { unchanged: 4, unchangedAt: NOW + 2, unchangedRevision: 3 })],
      devices: [],
    });
    const { activity } = await storage.activity.storyOf(key("a"));
    expect(activity).toMatchObject({ downloads: 2, downloadedAt: NOW, downloadWay: "api", fetches: 1, fetchedRevision: 3 });
    expect(activity).toMatchObject({ unchanged: 5, unchangedAt: NOW + 2, unchangedRevision: 3, unchangedSince: null, refusals: 0 });
    expect((await storage.activity.storyOf(key("b"))).activity).toMatchObject({ refusals: 1, refusedEndpoint: "register" });
    expect((await storage.activity.storyOf(key("c"))).activity).toBeNull();
  });

  rule("two processes that note the same at once lose nothing", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const serials = Array.from({ length: 40 }, (_, index) => `s${String(index).padStart(2, "0")}`);
    await issue(storage, serials, Object.fromEntries(serials.map((serial) => [`d-${serial}`, serial])));
    const notes = { passes: serials.map((serial) => fetched(serial, NOW)), devices: [] };
    const lists = { passes: [], devices: serials.map((serial) => deviceNote(`d-${serial}`)) };
    await Promise.all([storage, another, storage, another].flatMap((one) => [one.activity.note(notes), one.activity.note(lists)]));
    for (const serial of serials) {
      const { activity, holders } = await storage.activity.storyOf(key(serial));
      expect(activity?.fetches).toBe(4);
      expect(holders[0]?.lists).toBe(4);
    }
    expect(await storage.counts.active({ passTypeIdentifier: PASS_TYPE, since: NOW })).toEqual(new Map([["loyalty-card", 40]]));
  });

  rule("a device that never registered leaves no trace, whatever it asks", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await storage.activity.note({
      passes: [],
      devices: [deviceNote("stranger"), deviceNote("device-1", { listedTag: 9, toldTag: 9, toldAt: NOW })],
    });
    await storage.registrations.register(registration("stranger", "a"), { now: NOW + 1 });
    const { holders } = await storage.activity.storyOf(key("a"));
    expect(holders).toMatchObject([
      { deviceLibraryIdentifier: "stranger", lists: 0, listedAt: null, registeredAt: NOW + 1 },
      { deviceLibraryIdentifier: "device-1", lists: 1, listedTag: 9, toldTag: 9, registeredAt: NOW },
    ]);
    await storage.activity.note({ passes: [], devices: [deviceNote("device-1", { listedAt: NOW + 5, listedSince: 9 })] });
    expect((await storage.activity.storyOf(key("a"))).holders[1]).toMatchObject({
      lists: 2,
      listedAt: NOW + 5,
      listedSince: 9,
      listedTag: null,
      toldTag: 9,
      toldAt: NOW,
    });
  });

  rule("what a push service said is kept with the device, and never its token", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a", "device-3": "a" });
    await touch(storage, "a");
    const [one, two, three] = await claimAll(storage);
    await storage.pushes.record({
      worker: "worker-1",
      now: NOW + 9,
      outcomes: [
        { kind: "delivered", push: one!, receipt: { status: 200, apnsId: "id-1" }, sentAt: NOW + 2 },
        { kind: "retry", push: two!, at: NOW + 1000, reason: "TooManyRequests", receipt: { status: 429 } },
        { kind: "failed", push: three!, reason: "BadTopic", receipt: { status: 400, apnsId: "id-3" } },
      ],
    });
    const story = await storage.activity.storyOf(key("a"));
    const by = new Map(story.holders.map((holder) => [holder.deviceLibraryIdentifier, holder]));
    expect(by.get("device-1")).toMatchObject({
      push: { at: NOW + 2, outcome: "delivered", status: 200, reason: null, apnsId: "id-1", version: one!.version },
      accepted: 1,
      refused: 0,
      acceptedAt: NOW + 2,
      acceptedVersion: one!.version,
      queued: null,
    });
    expect(by.get("device-2")).toMatchObject({
      push: { at: NOW + 9, outcome: "retry", status: 429, reason: "TooManyRequests" },
      accepted: 0,
      refused: 0,
      queued: { dueAt: NOW + 1000, attempts: 1, isTaken: false, version: two!.version },
    });
    expect(by.get("device-3")).toMatchObject({ push: { outcome: "failed", reason: "BadTopic" }, refused: 1, queued: null });
    expect(JSON.stringify(story)).not.toContain("push-token-of");
  });

  rule("a registration that ends is remembered, with why, until it is pruned", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    await touch(storage, "a");
    const [first] = await claimAll(storage);
    await storage.pushes.record({
      worker: "worker-1",
      now: NOW + 3,
      outcomes: [{ kind: "dead", push: first!, reason: "Unregistered", unregisteredAt: NOW + 2, receipt: { status: 410 } }],
    });
    const device = { ...key("a"), deviceLibraryIdentifier: "device-2" };
    await storage.registrations.unregister(device, { now: NOW + 4 });
    await storage.registrations.unregister(device, { now: NOW + 5 });
    const { holders, ended } = await storage.activity.storyOf(key("a"));
    expect(holders).toEqual([]);
    expect(ended).toMatchObject([
      { deviceLibraryIdentifier: "device-2", cause: "unregistered", registeredAt: NOW, endedAt: NOW + 4 },
      {
        deviceLibraryIdentifier: "device-1",
        cause: "token-dead",
        endedAt: NOW + 3,
        push: { outcome: "dead", status: 410, reason: "Unregistered", diedAt: NOW + 2 },
      },
    ]);
    await storage.activity.prune({ before: NOW + 4 });
    expect((await storage.activity.storyOf(key("a"))).ended).toHaveLength(1);
  });

  rule("pruning keeps what is known of devices that hold passes", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    await storage.activity.note({ passes: [], devices: [deviceNote("device-1")] });
    await storage.activity.prune({ before: NOW + DAY });
    expect((await storage.activity.storyOf(key("a"))).holders[0]).toMatchObject({ lists: 1 });
  });

  rule("a story tells that pushes are held back, and of no more devices than it may", async ({ storage }) => {
    const devices = Array.from({ length: ACTIVITY_LIMITS.holders + 5 }, (_, index) => [`device-${index}`, "a"] as const);
    await issue(storage, ["a"], Object.fromEntries(devices));
    await storage.pushes.pausePassType({ passTypeIdentifier: PASS_TYPE, reason: "BadCertificate", now: NOW });
    const story = await storage.activity.storyOf(key("a"));
    expect(story.paused).toEqual({ at: NOW, reason: "BadCertificate" });
    expect(story.holders).toHaveLength(ACTIVITY_LIMITS.holders);
    expect((await storage.activity.storyOf(key("a", OTHER_TYPE))).paused).toBeNull();
  });

  rule("names that no database can hold are noted nowhere", async ({ storage }) => {
    await storage.activity.note({ passes: [passNote("a\0b")], devices: [deviceNote("\ud800")] });
    expect(await storage.activity.storyOf(key("a\0b"))).toMatchObject({ activity: null, holders: [] });
    const many = Array.from({ length: 501 }, (_, index) => passNote(`p${index}`));
    await expect(storage.activity.note({ passes: many, devices: [] })).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
  });

  rule("issued, installed, changed, pushed and removed passes are counted with what causes them", async ({ storage }) => {
    await issue(storage, ["a", "b", "c"], { "device-1": "a", "device-2": "a" });
    await storage.passes.create([newPass("d", { templateId: "other-card" })], { now: NOW });
    await storage.registrations.register(registration("device-1", "a"), { now: NOW });
    await touch(storage, "a");
    await touch(storage, "b", NOW, "none");
    for (const device of ["device-1", "device-2", "device-3"]) {
      await storage.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: device }, { now: NOW });
    }
    const day = Math.floor(NOW / DAY);
    expect(await counted(storage)).toMatchObject([
      { templateId: "loyalty-card", day, issued: 3, installed: 1, removed: 1, updated: 2, pushed: 2 },
      { templateId: "other-card", day, issued: 1, installed: 0, removed: 0, updated: 0, pushed: 0 },
    ]);
    expect(await storage.counts.totals(PASS_TYPE)).toMatchObject([
      { templateId: "loyalty-card", issued: 3, installed: 0 },
      { templateId: "other-card", issued: 1, installed: 0 },
    ]);
    expect(await counted(storage, "source")).toMatchObject([{ source: "", templateId: "loyalty-card" }, { source: "" }]);
  });

  rule("a pass that came by a link is counted under its source, from the issue to the end", async ({ storage }) => {
    const audit = { at: NOW, projectId: "default", actor: "local", action: "createPass", object: "a", requestId: "" };
    const origin = { source: "newsletter", linkId: null, mintHash: null, link: null };
    await storage.issuing.issue({ pass: newPass("a"), externalId: null, idempotency: null, origin, audit }, { now: NOW });
    await storage.registrations.register(registration("device-1", "a"), { now: NOW });
    const changes = [{ serialNumber: "a", voided: true }];
    await storage.passes.change(PASS_TYPE, changes, { now: NOW, push: { kind: "now" } });
    await storage.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: "device-1" }, { now: NOW });
    await storage.passes.change(PASS_TYPE, changes, { now: NOW, push: { kind: "now" } });
    await issue(storage, ["b"], { "device-2": "b" });
    expect(await counted(storage, "source")).toMatchObject([
      { source: "", issued: 1, installed: 1, removed: 0, updated: 0, pushed: 0 },
      { source: "newsletter", issued: 1, installed: 1, removed: 1, updated: 2, pushed: 1 },
    ]);
  });

  rule("what fails or changes nothing is not counted", async ({ storage }) => {
    await issue(storage, ["a"]);
    await expect(issue(storage, ["b", "a"])).rejects.toMatchObject({ code: "ERR_STORAGE_EXISTS" });
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", ifRevision: 7 }, { serialNumber: "none" }], {
      now: NOW,
      push: { kind: "now" },
    });
    await storage.registrations.register(registration("device-1", "none"), { now: NOW });
    expect(await counted(storage)).toMatchObject([{ issued: 1, installed: 0, updated: 0, pushed: 0 }]);
  });

  rule("a token that is dead removes the passes of its device from those that are installed", async ({ storage }) => {
    await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "a" });
    await storage.registrations.register(registration("device-1", "b"), { now: NOW });
    await touch(storage, "a");
    const [first] = await claimAll(storage);
    await storage.pushes.record({
      worker: "worker-1",
      now: NOW,
      outcomes: [{ kind: "dead", push: first!, reason: "Unregistered" }],
    });
    expect(await storage.counts.totals(PASS_TYPE)).toMatchObject([{ issued: 2, installed: 1 }]);
  });

  rule("a change of a whole template is counted, part by part", async ({ storage }) => {
    const serials = Array.from({ length: 1100 }, (_, index) => `p${index}`);
    for (let start = 0; start < serials.length; start += 500) await issue(storage, serials.slice(start, start + 500));
    await storage.registrations.register(registration("device-1", "p7"), { now: NOW });
    await storage.passes.changeTemplate({
      passTypeIdentifier: PASS_TYPE,
      templateId: "loyalty-card",
      change: { values: "{}" },
      push: { kind: "now" },
      clock: () => NOW,
    });
    expect(await counted(storage)).toMatchObject([{ issued: 1100, installed: 1, updated: 1100, pushed: 1 }]);
  });

  rule("days begin where the zone says, and a day in two spans is one", async ({ storage }) => {
    const midnight = Math.ceil(NOW / DAY) * DAY;
    await storage.passes.create([newPass("a")], { now: midnight - 1 });
    await storage.passes.create([newPass("b")], { now: midnight });
    const read = (offsetMs: number) =>
      storage.counts.read({
        passTypeIdentifier: PASS_TYPE,
        by: "day",
        spans: [
          { from: midnight - DAY, to: midnight, offsetMs },
          { from: midnight, to: midnight + DAY, offsetMs },
        ],
      });
    const day = midnight / DAY;
    expect((await read(0)).map((row) => [row.day, row.issued])).toEqual([
      [day - 1, 1],
      [day, 1],
    ]);
    expect((await read(3 * SLOT_MS)).map((row) => [row.day, row.issued])).toEqual([[day, 2]]);
    expect((await read(-SLOT_MS)).map((row) => [row.day, row.issued])).toEqual([[day - 1, 2]]);
  });

  rule("a pass is active by the day on which a device asked for it last, once", async ({ storage }) => {
    await issue(storage, ["a", "b", "c"], { "device-1": "a" });
    await storage.registrations.register(registration("device-1", "b"), { now: NOW });
    const active = async (since: number) =>
      (await storage.counts.active({ passTypeIdentifier: PASS_TYPE, since })).get("loyalty-card") ?? 0;
    await storage.activity.note({ passes: [], devices: [deviceNote("device-1")] });
    expect(await active(NOW)).toBe(2);
    await storage.activity.note({ passes: [fetched("a", NOW + DAY), fetched("c", NOW + DAY)], devices: [] });
    await storage.activity.note({ passes: [fetched("a", NOW + DAY + 5), fetched("c", NOW)], devices: [] });
    expect(await active(NOW)).toBe(3);
    expect(await active(NOW + DAY)).toBe(2);
    await storage.activity.note({ passes: [], devices: [deviceNote("device-1", { listedAt: NOW + 2 * DAY })] });
    expect(await active(NOW + 2 * DAY)).toBe(2);
    expect(await active(NOW)).toBe(3);
    expect(await active(NOW + 3 * DAY)).toBe(0);
  });
}
