import { expect, test } from "vitest";
import { createActivityRecorder } from "../../src/activity/activity-recorder.ts";
import { createLogger } from "../../src/logging/logger.ts";
import type { ActivityStore } from "../../src/storage/activity/activity-storage.ts";

type Notes = Parameters<ActivityStore["note"]>[0];

const KEY = { passTypeIdentifier: "pass.com.example.gate", serialNumber: "G-1" };
const DEVICE = { passTypeIdentifier: KEY.passTypeIdentifier, deviceLibraryIdentifier: "d1" };

function open(options: { readonly most?: number; readonly fails?: boolean } = {}) {
  const clock = { now: 1000 };
  const written: Notes[] = [];
  const pruned: number[] = [];
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "info", clock: () => clock.now });
  const activity = createActivityRecorder({
    store: {
      note: async (notes) => {
        if (options.fails === true) throw new Error("the database is away");
        written.push(notes);
      },
      prune: async ({ before }) => void pruned.push(before),
    },
    clock: () => clock.now,
    log,
    delayMs: 5,
    ...(options.most !== undefined && { most: options.most }),
  });
  const logText = () => {
    log.flush();
    return lines.join("");
  };
  return { activity, clock, written, pruned, logText };
}

test("whatever happens to a pass within a moment is one note", async () => {
  const { activity, clock, written } = open();
  for (let times = 0; times < 100; times += 1) activity.unchanged(KEY, 3, null);
  activity.downloaded(KEY, "api");
  clock.now = 2000;
  activity.fetched(KEY, 4);
  activity.refused(KEY, "register");
  activity.strayed(KEY, "/wallet/v1");
  for (const tag of [5, null]) activity.listed(DEVICE, 4, tag);
  await activity.flush();
  expect(written.flatMap(({ passes }) => passes)).toEqual([
    {
      ...KEY,
      downloads: 1,
      downloadedAt: 1000,
      downloadWay: "api",
      fetches: 1,
      fetchedAt: 2000,
      fetchedRevision: 4,
      unchanged: 100,
      unchangedAt: 1000,
      unchangedRevision: 3,
      unchangedSince: null,
      refusals: 1,
      refusedAt: 2000,
      refusedEndpoint: "register",
      strays: 1,
      strayAt: 2000,
      strayPath: "/wallet/v1",
    },
  ]);
  // The list that named passes is known even when a later one named none.
  expect(written.flatMap(({ devices }) => devices)).toEqual([
    { ...DEVICE, lists: 2, listedAt: 2000, listedSince: 4, listedTag: null, toldAt: 2000, toldTag: 5 },
  ]);
  await activity.flush();
  expect(written).toHaveLength(2);
});

test("notes are written by themselves after a moment, in the order of their keys, in batches", async () => {
  const { activity, written } = open();
  for (let index = 1200; index > 0; index -= 1)
    activity.fetched({ ...KEY, serialNumber: `G-${String(index).padStart(4, "0")}` }, 1);
  await expect.poll(() => written.length).toBe(3);
  expect(written.map(({ passes }) => passes.length)).toEqual([500, 500, 200]);
  const serials = written.flatMap(({ passes }) => passes.map(({ serialNumber }) => serialNumber));
  expect(serials).toEqual(serials.toSorted());
});

test("memory is bounded: what does not fit is counted and given up", async () => {
  const { activity, written } = open({ most: 2 });
  activity.fetched(KEY, 1);
  activity.listed(DEVICE, null, null);
  activity.fetched({ ...KEY, serialNumber: "G-2" }, 1);
  activity.listed({ ...DEVICE, deviceLibraryIdentifier: "d2" }, null, null);
  activity.fetched(KEY, 2);
  expect(activity.dropped).toBe(2);
  await activity.flush();
  expect(written.flatMap(({ passes }) => passes)).toMatchObject([{ serialNumber: "G-1", fetches: 2, fetchedRevision: 2 }]);
});

test("a database that is away is told in the log, and nobody else hears of it", async () => {
  const { activity, logText } = open({ fails: true });
  activity.fetched(KEY, 1);
  await expect(activity.flush()).resolves.toBeUndefined();
  expect(logText()).toMatch(/"activity was not written".*the database is away.*"passes":1,"devices":0/u);
});

test("a pass that there is not leaves no trace, and after its end a recorder takes nothing", async () => {
  const { activity, written } = open();
  activity.refused(null, "getPass");
  activity.fetched(KEY, 1);
  await activity.close();
  activity.fetched(KEY, 2);
  await activity.flush();
  expect(written.flatMap(({ passes }) => passes)).toMatchObject([{ serialNumber: "G-1", fetchedRevision: 1 }]);
});

test("what ended long ago is pruned now and then, and not at the start", async () => {
  const { activity, clock, pruned } = open();
  await activity.flush();
  expect(pruned).toEqual([]);
  clock.now += 7 * 60 * 60 * 1000;
  await activity.flush();
  await activity.flush();
  expect(pruned).toHaveLength(1);
});
