import { type JsonObject, STYLES } from "@passwright/pass";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assessRelevance,
  type HeardBeacon,
  readRelevanceFacts,
  RELEVANCE_LIMITS,
  RELEVANCE_RULES,
  type Situation,
} from "@passwright/wallet";

const NOW = new Date("2026-06-01T19:00:00Z");
const SHOP = { latitude: 52.52, longitude: 13.405 };
/** Some metres north of the shop: a degree of latitude is 111,195 m. */
const north = (metres: number) => ({ latitude: SHOP.latitude + metres / 111_195, longitude: SHOP.longitude });
const UUID = "F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC";

function assess(pass: JsonObject, situation: Partial<Situation> = {}) {
  return assessRelevance(readRelevanceFacts(pass), { now: NOW, place: null, beacons: [], ...situation });
}

const AT_SHOP = { place: SHOP };
const SOON = "2026-06-01T20:00:00Z";
const LATER = "2026-07-01T20:00:00Z";
const locations = [SHOP];

/** Table 4-2 of Apple's guide, cell by cell. */
describe.each([
  ["boardingPass", { date: "alone", both: "and", place: "alone", radius: 1000 }],
  ["eventTicket", { date: "alone", both: "and", place: "alone", radius: 1000 }],
  ["generic", { date: "never", both: "and", place: "alone", radius: 100 }],
  ["coupon", { date: "never", both: "place", place: "alone", radius: 100 }],
  ["storeCard", { date: "never", both: "place", place: "alone", radius: 100 }],
] as const)("%s", (style, rule) => {
  test("a date alone", () => {
    const relevance = assess({ [style]: {}, relevantDate: SOON });
    expect(relevance.isRelevant).toBe(rule.date === "alone");
    if (rule.date === "never") expect(relevance.obstacles).toEqual([{ kind: "place-missing" }]);
  });

  test("a place alone", () => {
    expect(assess({ [style]: {}, locations }, AT_SHOP).isRelevant).toBe(true);
    expect(assess({ [style]: {}, locations }).isRelevant).toBe(false);
  });

  test("a date and a place", () => {
    expect(assess({ [style]: {}, locations, relevantDate: SOON }, AT_SHOP).isRelevant).toBe(true);
    expect(assess({ [style]: {}, locations, relevantDate: LATER }, AT_SHOP).isRelevant).toBe(rule.both === "place");
    expect(assess({ [style]: {}, locations, relevantDate: SOON }).isRelevant).toBe(false);
  });

  test("its radius", () => {
    expect(assess({ [style]: {}, locations }, { place: north(rule.radius - 5) }).isRelevant).toBe(true);
    expect(assess({ [style]: {}, locations }, { place: north(rule.radius + 5) }).isRelevant).toBe(false);
  });

  test("says nothing of when and where", () => {
    expect(assess({ [style]: {} }, AT_SHOP).obstacles).toEqual([{ kind: "says-nothing" }]);
  });
});

test("the table of styles says the same of date and place", () => {
  for (const style of ["boardingPass", "coupon", "eventTicket", "generic", "storeCard"] as const) {
    const { bothMustMatch, date, location } = STYLES[style].relevance;
    expect(assess({ [style]: {}, locations, relevantDate: LATER }, AT_SHOP).isRelevant, style).toBe(!bothMustMatch);
    expect(RELEVANCE_RULES[style].date === "unsupported", style).toBe(date === "unused");
    expect(RELEVANCE_RULES[style].place, style).toBe(location);
  }
});

test("posterGeneric is told to be undocumented, and beside another style that one counts", () => {
  expect(assess({ posterGeneric: {}, relevantDate: SOON })).toMatchObject({ isRelevant: true, isDocumented: false });
  expect(assess({ posterGeneric: {}, coupon: {}, relevantDate: SOON })).toMatchObject({ isRelevant: false, isDocumented: true });
  expect(Object.values(RELEVANCE_RULES).filter(({ documented }) => !documented).length).toBe(1);
});

test("expired and voided passes never come up", () => {
  const pass = { eventTicket: {}, locations, relevantDate: SOON };
  expect(assess({ ...pass, voided: true }, AT_SHOP).obstacles).toEqual([{ kind: "voided" }]);
  expect(assess({ ...pass, expirationDate: "2026-06-01T19:00:00Z" }, AT_SHOP).obstacles).toMatchObject([{ kind: "expired" }]);
  expect(assess({ ...pass, expirationDate: "2026-06-01T19:00:01Z", voided: false }, AT_SHOP).isRelevant).toBe(true);
});

test("maxDistance narrows the radius and never widens it; text and zero are no distance", () => {
  const pass = { eventTicket: {}, locations };
  expect(assess({ ...pass, maxDistance: 50 }, { place: north(60) }).isRelevant).toBe(false);
  expect(assess({ ...pass, maxDistance: 50 }, { place: north(40) })).toMatchObject({ isRelevant: true, radius: 50 });
  expect(assess({ ...pass, maxDistance: 5000 }, { place: north(1100) })).toMatchObject({ isRelevant: false, radius: 1000 });
  expect(assess({ ...pass, maxDistance: "50" }, { place: north(60) }).isRelevant).toBe(true);
  expect(assess({ ...pass, maxDistance: 0 }, { place: north(60) }).isRelevant).toBe(true);
});

test("ten locations count, the eleventh does not", () => {
  const far = Array.from({ length: 10 }, (_, index) => ({ latitude: -index, longitude: 0 }));
  expect(assess({ coupon: {}, locations: [...far.slice(1), SHOP] }, AT_SHOP).isRelevant).toBe(true);
  expect(assess({ coupon: {}, locations: [...far, SHOP] }, AT_SHOP).isRelevant).toBe(false);
});

test("the nearest of several locations comes first", () => {
  const pass = {
    eventTicket: {},
    locations: [
      { ...north(500), relevantText: "far" },
      { ...north(20), relevantText: "near" },
    ],
  };
  expect(assess(pass, AT_SHOP).reasons.map((reason) => reason.kind === "location" && reason.relevantText)).toEqual(["near", "far"]);
});

test("where it is not, the way to the nearest location is told", () => {
  const [obstacle] = assess({ coupon: {}, locations: [north(3000), north(2000)] }, AT_SHOP).obstacles;
  expect(obstacle).toMatchObject({ kind: "other-place", radius: 100 });
  expect(obstacle?.kind === "other-place" && Math.round(obstacle.nearest ?? 0)).toBe(2000);
  expect(assess({ coupon: {}, locations }).obstacles).toEqual([{ kind: "other-place", nearest: null, radius: 100 }]);
});

describe("beacons", () => {
  const heard: HeardBeacon = { proximityUUID: UUID.toLowerCase(), major: 1, minor: 2 };
  const beacon = (more: JsonObject = {}) => ({ proximityUUID: UUID, ...more });

  test("a beacon stands for a place, in every style", () => {
    for (const style of ["boardingPass", "coupon", "eventTicket", "generic", "storeCard"]) {
      expect(assess({ [style]: {}, beacons: [beacon()] }, { beacons: [heard] }).isRelevant).toBe(true);
      expect(assess({ [style]: {}, beacons: [beacon()] }).isRelevant).toBe(false);
    }
  });

  test("major and minor narrow it", () => {
    expect(assess({ coupon: {}, beacons: [beacon({ major: 1 })] }, { beacons: [heard] }).isRelevant).toBe(true);
    expect(assess({ coupon: {}, beacons: [beacon({ major: 2 })] }, { beacons: [heard] }).isRelevant).toBe(false);
    expect(assess({ coupon: {}, beacons: [beacon({ major: 1, minor: 3 })] }, { beacons: [heard] }).isRelevant).toBe(false);
  });

  test("the most specific wins", () => {
    const beacons = [
      beacon({ relevantText: "any" }),
      beacon({ major: 1, minor: 2, relevantText: "exact" }),
      beacon({ major: 1, relevantText: "store" }),
      beacon({ major: 9, relevantText: "other" }),
    ];
    const { reasons } = assess({ coupon: {}, beacons }, { beacons: [heard] });
    expect(reasons.map((reason) => reason.kind === "beacon" && [reason.specificity, reason.relevantText])).toEqual([
      [3, "exact"],
      [2, "store"],
      [1, "any"],
    ]);
  });

  test("a beacon beats a location", () => {
    const { reasons } = assess({ coupon: {}, locations, beacons: [beacon()] }, { ...AT_SHOP, beacons: [heard] });
    expect(reasons.map(({ kind }) => kind)).toEqual(["beacon", "location"]);
  });

  test("minor without major means nothing, and what is no UUID is ignored", () => {
    expect(assess({ coupon: {}, beacons: [beacon({ minor: 7 })] }, { beacons: [heard] }).reasons).toMatchObject([
      { specificity: 1 },
    ]);
    expect(assess({ coupon: {}, beacons: [{ proximityUUID: "shop" }] }, { beacons: [heard] }).obstacles).toEqual([
      { kind: "says-nothing" },
    ]);
  });

  test("ten different UUIDs are watched; entries that share one count once", () => {
    const other = (index: number) => ({ proximityUUID: UUID.replace(/^F8F5/u, `000${index}`) });
    const nine = Array.from({ length: 9 }, (_, index) => other(index));
    const same = Array.from({ length: 20 }, (_, index) => ({ ...other(0), major: index }));
    expect(assess({ coupon: {}, beacons: [...nine, ...same, beacon()] }, { beacons: [heard] }).isRelevant).toBe(true);
    expect(assess({ coupon: {}, beacons: [...nine, other(9), beacon()] }, { beacons: [heard] }).isRelevant).toBe(false);
  });
});

describe("dates", () => {
  const ticket = (relevantDates: JsonObject[], more: JsonObject = {}) => ({ eventTicket: {}, relevantDates, ...more });

  test("an interval counts from its start to its end", () => {
    const pass = ticket([{ startDate: "2026-06-01T18:00:00Z", endDate: "2026-06-01T20:00:00Z" }]);
    const at = (time: string) => assess(pass, { now: new Date(time) }).isRelevant;
    expect([
      at("2026-06-01T17:59:59Z"),
      at("2026-06-01T18:00:00Z"),
      at("2026-06-01T20:00:00Z"),
      at("2026-06-01T20:00:01Z"),
    ]).toEqual([false, true, true, false]);
  });

  test("of a longer interval the first day counts, of one that ends before it begins nothing", () => {
    const pass = ticket([{ startDate: "2026-06-01T00:00:00Z", endDate: "2026-06-09T00:00:00Z" }]);
    expect(assess(pass, { now: new Date("2026-06-02T00:00:00Z") }).isRelevant).toBe(true);
    expect(assess(pass, { now: new Date("2026-06-02T00:00:01Z") }).isRelevant).toBe(false);
    expect(assess(ticket([{ startDate: SOON, endDate: "2026-06-01T18:00:00Z" }])).obstacles).toEqual([{ kind: "says-nothing" }]);
  });

  test("a moment counts by either of its names", () => {
    expect(assess(ticket([{ date: SOON }])).isRelevant).toBe(true);
    expect(assess(ticket([{ relevantDate: SOON }])).isRelevant).toBe(true);
  });

  test("any of several is enough, and the next one is told when none is now", () => {
    expect(assess(ticket([{ date: LATER }, { date: SOON }])).isRelevant).toBe(true);
    const next = assess(
      ticket([{ date: "2026-01-01T00:00:00Z" }, { startDate: LATER, endDate: "2026-07-01T21:00:00Z" }]),
    ).obstacles;
    expect(next).toEqual([{ kind: "other-time", next: new Date(LATER) }]);
    expect(assess(ticket([{ date: "2026-01-01T00:00:00Z" }])).obstacles).toEqual([{ kind: "other-time", next: null }]);
  });

  test("relevantDates stand before relevantDate, unless none of them can be read", () => {
    expect(assess(ticket([{ date: LATER }], { relevantDate: SOON })).isRelevant).toBe(false);
    expect(assess(ticket([{ date: "tomorrow" }], { relevantDate: SOON })).isRelevant).toBe(true);
  });

  test("how long around a moment can be replaced", () => {
    const window = { before: 60_000, after: 0 };
    const facts = readRelevanceFacts({ eventTicket: {}, relevantDate: SOON }, window);
    expect(assessRelevance(facts, { now: NOW, place: null, beacons: [] }).isRelevant).toBe(false);
    expect(assessRelevance(facts, { now: new Date("2026-06-01T19:59:00Z"), place: null, beacons: [] }).isRelevant).toBe(true);
  });
});

test("no pass makes it throw or look at more than the limit", () => {
  const key = fc.constantFrom(
    "locations",
    "beacons",
    "relevantDates",
    "relevantDate",
    "maxDistance",
    "voided",
    "expirationDate",
    "eventTicket",
    "__proto__",
  );
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), (pass) => {
      assess(pass, { place: SHOP, beacons: [{ proximityUUID: UUID, major: 1, minor: 1 }] });
    }),
  );
  const many = Array.from({ length: 200_000 }, () => ({ date: SOON }));
  expect(readRelevanceFacts({ eventTicket: {}, relevantDates: many }).times.length).toBe(RELEVANCE_LIMITS.entries);
});
