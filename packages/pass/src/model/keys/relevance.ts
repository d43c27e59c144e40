import { defineKeys } from "./key-spec.ts";

/** A Bluetooth beacon in `beacons`. */
export const BEACONS_KEYS = /* @__PURE__ */ defineKeys("Beacons", { ios: 7, watch: 2 }, [
  ["proximityUUID", "uuid", { required: true }],
  ["major", "number", { limits: { minimum: 0, maximum: 65535, integer: true } }],
  ["minor", "number", { limits: { minimum: 0, maximum: 65535, integer: true } }],
  ["relevantText", "text"],
  ["name", "string", { ios: null, watch: null, status: "observed" }],
]);

/** A place in `locations`. */
export const LOCATIONS_KEYS = /* @__PURE__ */ defineKeys("Locations", { ios: 6, watch: 2 }, [
  ["latitude", "number", { required: true, limits: { minimum: -90, maximum: 90 } }],
  ["longitude", "number", { required: true, limits: { minimum: -180, maximum: 180 } }],
  ["altitude", "number"],
  ["relevantText", "text"],
]);

/** A moment or an interval in `relevantDates`. */
export const RELEVANT_DATES_KEYS = /* @__PURE__ */ defineKeys("RelevantDates", { ios: 18, watch: 11 }, [
  ["date", "date", { required: "unless startDate and endDate are given" }],
  ["relevantDate", "date", { status: "community", deprecated: 26, replacedBy: "date", aliasOf: "date" }],
  ["startDate", "date", { required: "with endDate" }],
  ["endDate", "date", { required: "when startDate is present" }],
]);
