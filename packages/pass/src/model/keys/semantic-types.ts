import { defineKeys } from "./key-spec.ts";
import { BOARDING, BOARDING_AND_EVENT, EVENT } from "./style-sets.ts";

/** An amount of money. */
export const CURRENCY_AMOUNT_KEYS = /* @__PURE__ */ defineKeys("CurrencyAmount", { ios: 12, watch: 5 }, [
  ["amount", "decimal", { required: "in practice" }],
  ["currencyCode", "currency", { required: "in practice" }],
]);

/** When an event begins, with control over what is shown of it. */
export const EVENT_DATE_INFO_KEYS = /* @__PURE__ */ defineKeys("EventDateInfo", { styles: EVENT, ios: 18 }, [
  ["date", "date"],
  ["ignoreTimeComponents", "boolean", { default: false }],
  ["timeZone", "time-zone"],
  ["unannounced", "boolean", { default: false, ios: 18.1 }],
  ["undetermined", "boolean", { default: false, ios: 18.1 }],
]);

/** Coordinates in a tag. */
export const SEMANTIC_LOCATION_KEYS = /* @__PURE__ */ defineKeys("SemanticLocation", { ios: 12, watch: 5 }, [
  ["latitude", "number", { required: true, limits: { minimum: -90, maximum: 90 } }],
  ["longitude", "number", { required: true, limits: { minimum: -180, maximum: 180 } }],
]);

/** A name in its parts. */
export const PERSON_NAME_KEYS = /* @__PURE__ */ defineKeys("PersonNameComponents", { styles: BOARDING, ios: 12, watch: 5 }, [
  ["familyName", "text"],
  ["givenName", "text"],
  ["middleName", "text"],
  ["namePrefix", "text"],
  ["nameSuffix", "text"],
  ["nickname", "text"],
  ["phoneticRepresentation", "text"],
]);

/** A seat. */
export const SEAT_KEYS = /* @__PURE__ */ defineKeys("Seat", { styles: BOARDING_AND_EVENT, ios: 12, watch: 5 }, [
  ["seatAisle", "text", { ios: 18, watch: null }],
  ["seatDescription", "text"],
  ["seatIdentifier", "text"],
  ["seatLevel", "text", { ios: 18, watch: null }],
  ["seatNumber", "text"],
  ["seatRow", "text"],
  ["seatSection", "text"],
  ["seatSectionColor", "color", { ios: 18, watch: null }],
  ["seatType", "text"],
]);

/** A wireless network. */
export const WIFI_NETWORK_KEYS = /* @__PURE__ */ defineKeys("WifiNetwork", { ios: 12, watch: 5 }, [
  ["ssid", "string", { required: true }],
  ["password", "string", { required: true }],
  ["captiveToken", "string", { ios: null, watch: null }],
  ["captiveTokenAuthURL", "url", { ios: null, watch: null }],
]);
