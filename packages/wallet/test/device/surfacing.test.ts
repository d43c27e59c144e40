import { expect, test } from "vitest";
import { openWorld } from "../support/open-world.ts";
import { passJson, signPass, TEST_NOW, TEST_PASS_TYPE } from "../support/issuer.ts";

const PLACE = { latitude: 52.52, longitude: 13.405 };
const UUID = "f8f589e9-c07e-58b0-aeab-a36be4d48fac";
const SOON = new Date(TEST_NOW.getTime() + 3_600_000).toISOString().replace(".000", "");

async function holding(options: Parameters<typeof openWorld>[0], ...changes: readonly Parameters<typeof passJson>[1][]) {
  const world = await openWorld(options);
  for (const [index, change] of changes.entries())
    await world.wallet.add(await signPass(passJson(`A-${index + 1}`, { webServiceURL: undefined, ...change })));
  return world.wallet;
}

test("the lock screen shows what is relevant and says why, and why not the rest", async () => {
  const wallet = await holding(
    {},
    { relevantDate: SOON },
    { relevantDate: "2027-01-01T00:00:00Z" },
    { voided: true, relevantDate: SOON },
  );
  const { shown, hidden } = await wallet.surface();
  expect(shown.map(({ pass, reasons }) => [pass.serialNumber, reasons.map(({ kind }) => kind)])).toEqual([["A-1", ["time"]]]);
  expect(hidden.map(({ pass, because }) => [pass.serialNumber, because.map(({ kind }) => kind)])).toEqual([
    ["A-2", ["other-time"]],
    ["A-3", ["voided"]],
  ]);
});

test("the issuer's text is used, in the holder's language; the system's where it is about time", async () => {
  const locations = [{ ...PLACE, relevantText: "Near the lounge" }];
  const english = await holding({}, { locations }, { relevantDate: SOON }, { locations: [PLACE] });
  const { shown } = await english.surface({ place: PLACE });
  expect(shown.map(({ text }) => [text.by, text.text])).toEqual([
    ["issuer", "Near the lounge"],
    ["system", "Nearby"],
    ["system", expect.stringMatching(/^Today at 2:00\sPM$/u)],
  ]);
  const german = await holding({ locale: "de-AT" }, { locations }, { relevantDate: SOON });
  const texts = (await german.surface({ place: PLACE })).shown.map(({ text }) => text.text);
  expect(texts[0]).toBe("Nahe der Lounge");
  expect(texts[1]).toMatch(/^Heute um 14:00/u);
});

test("phone and Watch show a relevant pass quietly", async () => {
  const wallet = await holding({}, { locations: [{ ...PLACE, relevantText: "Near the lounge" }] });
  const [pass] = (await wallet.surface({ place: PLACE })).shown;
  expect(pass?.notices).toEqual([
    {
      device: "phone",
      kind: "relevance",
      places: ["lock-screen"],
      title: "Example Air",
      text: "Near the lounge",
      opensBy: "swipe",
      button: null,
    },
    {
      device: "watch",
      kind: "relevance",
      places: ["notification-center"],
      title: "Example Air",
      text: "Near the lounge",
      opensBy: "tap",
      button: null,
    },
  ]);
});

test("beacons stand before locations, near ones before far ones, both before times", async () => {
  const far = { latitude: PLACE.latitude + 0.004, longitude: PLACE.longitude };
  const wallet = await holding(
    {},
    { relevantDate: SOON },
    { locations: [far] },
    { locations: [PLACE] },
    { beacons: [{ proximityUUID: UUID }] },
  );
  const { shown } = await wallet.surface({ place: PLACE, beacons: [{ proximityUUID: UUID, major: 1, minor: 1 }] });
  expect(shown.map(({ pass }) => pass.serialNumber)).toEqual(["A-4", "A-3", "A-2", "A-1"]);
});

test("what is shown is stacked", async () => {
  const group = { relevantDate: SOON, groupingIdentifier: "trip" };
  const wallet = await holding({}, group, group, { ...group, groupingIdentifier: "other" });
  const { stacks } = await wallet.surface();
  expect(stacks.map(({ passes, by }) => [by, passes.length])).toEqual([
    ["groupingIdentifier", 2],
    ["groupingIdentifier", 1],
  ]);
  expect(wallet.stacks()).toHaveLength(2);
});

test("a holder who does not want a pass there does not see it there", async () => {
  const wallet = await holding({}, { relevantDate: SOON });
  await wallet.set({ passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-1" }, { suggestOnLockScreen: false });
  expect((await wallet.surface()).hidden).toMatchObject([{ because: [{ kind: "switched-off" }] }]);
});

test("another time than now can be asked for", async () => {
  const wallet = await holding({}, { relevantDate: SOON });
  expect((await wallet.surface({ now: new Date("2026-03-05T00:00:00Z") })).shown).toEqual([]);
});
