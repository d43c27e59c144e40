import { defineKeys } from "./key-spec.ts";
import { BOARDING, BOARDING_AND_EVENT, EVENT, STORE_CARD } from "./style-sets.ts";

/** Tags of any pass. */
export const COMMON_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { ios: 12, watch: 5, kind: "any" }, [
  ["totalPrice", "CurrencyAmount"],
  ["wifiAccess", "WifiNetwork[]"],
]);

/** Tags of boarding passes and event tickets alike. */
export const TRANSIT_AND_EVENT_TAG_KEYS = /* @__PURE__ */ defineKeys(
  "SemanticTags",
  { styles: BOARDING_AND_EVENT, ios: 12, watch: 5 },
  [
    ["duration", "number"],
    ["seats", "Seat[]"],
    ["silenceRequested", "boolean"],
  ],
);

/** Tags of store cards. */
export const STORE_CARD_TAG_KEYS = /* @__PURE__ */ defineKeys(
  "SemanticTags",
  { styles: STORE_CARD, ios: 12, watch: 5, kind: "store-card" },
  [["balance", "CurrencyAmount"]],
);

/** Tags that testers found, and names that Apple's own tool uses for documented tags. */
export const UNDOCUMENTED_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { styles: BOARDING, ios: 26 }, [
  ["airplay", "any[]", { styles: EVENT, ios: 18, status: "community", readOnly: true }],
  ["eventLiveMessage", "string", { styles: EVENT, ios: 18, status: "community" }],
  ["venuePlaceID", "string", { styles: EVENT, status: "community" }],
  ["departureAirportTimeZone", "time-zone", { status: "alias", aliasOf: "departureLocationTimeZone" }],
  ["destinationAirportTimeZone", "time-zone", { status: "alias", aliasOf: "destinationLocationTimeZone" }],
  [
    "departureAirportSecurityPrograms",
    "TransitSecurityProgram[]",
    { status: "alias", aliasOf: "departureLocationSecurityPrograms" },
  ],
  [
    "destinationAirportSecurityPrograms",
    "TransitSecurityProgram[]",
    { status: "alias", aliasOf: "destinationLocationSecurityPrograms" },
  ],
  ["airlineLoungePlaceID", "string", { status: "alias", aliasOf: "loungePlaceIDs" }],
]);
