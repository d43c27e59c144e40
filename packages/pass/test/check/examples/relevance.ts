import type { AreaExamples } from "../example.ts";

const HAMBURG = { latitude: 53.5503, longitude: 10.0006 };
const UUID = "F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC";

/** Places a step apart. */
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...HAMBURG, latitude: 53 + index / 100 }));

const beacons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ proximityUUID: UUID.replace(/.{2}$/u, index.toString(16).padStart(2, "0")) }));

export const RELEVANCE_EXAMPLES: AreaExamples = {
  "locations-count": {
    triggers: { pass: { locations: many(11) } },
    passes: { pass: { locations: many(10) } },
  },
  "location-coords": {
    triggers: [
      { pass: { locations: [{ latitude: 200, longitude: 10 }] } },
      { pass: { locations: [{ latitude: 53, longitude: -180.5 }] } },
      { pass: { locations: [{ latitude: 53 }] } },
      { pass: { locations: [[53, 10]] } },
    ],
    passes: [{ pass: { locations: [HAMBURG] } }, { pass: { locations: [{ latitude: -90, longitude: 180, altitude: 10 }] } }],
  },
  "location-zero": {
    triggers: { pass: { locations: [{ latitude: 0, longitude: 0 }] } },
    passes: { pass: { locations: [{ latitude: 0, longitude: 32.5 }] } },
  },
  "location-swapped": {
    triggers: [
      { pass: { locations: [{ latitude: -122.03, longitude: 37.33 }] } },
      { pass: { locations: [...many(2), { latitude: 10.0006, longitude: 53.5503 }] } },
    ],
    passes: [{ pass: { locations: [...many(2), { latitude: 48.1, longitude: 11.6 }] } }, { pass: { locations: [HAMBURG] } }],
  },
  "beacons-count": {
    triggers: { pass: { beacons: beacons(11) } },
    passes: [
      { pass: { beacons: beacons(10) } },
      { pass: { beacons: Array.from({ length: 20 }, (_, minor) => ({ proximityUUID: UUID, major: 1, minor })) } },
    ],
  },
  "beacon-uuid": {
    triggers: [
      { pass: { beacons: [{ proximityUUID: "F8F589E9C07E58B0AEABA36BE4D48FAC" }] } },
      { pass: { beacons: [{ proximityUUID: "my store" }] } },
      { pass: { beacons: [{ major: 1 }] } },
      { pass: { beacons: [UUID] } },
    ],
    passes: { pass: { beacons: [{ proximityUUID: UUID.toLowerCase() }] } },
  },
  "beacon-major-minor": {
    triggers: [
      { pass: { beacons: [{ proximityUUID: UUID, major: 65536 }] } },
      { pass: { beacons: [{ proximityUUID: UUID, major: 1, minor: -1 }] } },
      { pass: { beacons: [{ proximityUUID: UUID, major: 1.5 }] } },
    ],
    passes: { pass: { beacons: [{ proximityUUID: UUID, major: 65535, minor: 0 }] } },
  },
  "beacon-minor-only": {
    triggers: { pass: { beacons: [{ proximityUUID: UUID, minor: 7 }] } },
    passes: { pass: { beacons: [{ proximityUUID: UUID, major: 1, minor: 7 }] } },
  },
  "relevance-small-style": {
    triggers: [
      { style: "generic", pass: { relevantDate: "2026-07-14T08:30:00+02:00" } },
      { style: "coupon", pass: { relevantDates: [{ date: "2026-07-14T08:30:00+02:00" }] } },
    ],
    passes: [
      { style: "generic", pass: { relevantDate: "2026-07-14T08:30:00+02:00", locations: [HAMBURG] } },
      { style: "coupon", pass: { beacons: [{ proximityUUID: UUID }] } },
      { style: "eventTicket" },
    ],
  },
  "relevant-text-org": {
    triggers: [
      { pass: { locations: [{ ...HAMBURG, relevantText: "Northwind is near" }] } },
      { pass: { beacons: [{ proximityUUID: UUID, relevantText: "Show this pass at the till" }] } },
    ],
    passes: { pass: { locations: [{ ...HAMBURG, relevantText: "Store nearby on 3rd and Main" }] } },
  },
  "max-distance-no-locations": {
    triggers: [{ pass: { maxDistance: 50 } }, { pass: { maxDistance: 50, locations: [] } }],
    passes: { pass: { maxDistance: 50, locations: [HAMBURG] } },
  },
  "max-distance-positive": {
    triggers: { pass: { maxDistance: 0, locations: [HAMBURG] } },
    passes: { pass: { maxDistance: 0.5, locations: [HAMBURG] } },
  },
  "max-distance-over-default": {
    triggers: [
      { style: "generic", pass: { maxDistance: 500, locations: [HAMBURG] } },
      { style: "eventTicket", pass: { maxDistance: 5000, locations: [HAMBURG] } },
    ],
    passes: { style: "eventTicket", pass: { maxDistance: 500, locations: [HAMBURG] } },
  },
};
