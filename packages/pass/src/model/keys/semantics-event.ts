import { defineKeys } from "./key-spec.ts";
import { EVENT } from "./style-sets.ts";

/** Tags of event tickets. */
export const EVENT_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { styles: EVENT, ios: 18, kind: "event" }, [
  ["additionalTicketAttributes", "text"],
  ["admissionLevel", "text"],
  ["admissionLevelAbbreviation", "text"],
  ["albumIDs", "text[]"],
  ["artistIDs", "text[]", { ios: 12, watch: 5 }],
  ["attendeeName", "text"],
  ["entranceDescription", "text"],
  ["eventEndDate", "date", { ios: 12, watch: 5 }],
  ["eventName", "text", { ios: 12, watch: 5 }],
  ["eventStartDate", "date", { ios: 12, watch: 5 }],
  ["eventStartDateInfo", "EventDateInfo"],
  ["eventType", "EventType", { default: "PKEventTypeGeneric", ios: 12, watch: 5 }],
  ["genre", "text", { ios: 12, watch: 5 }],
  ["performerNames", "text[]", { ios: 12, watch: 5 }],
  ["playlistIDs", "text[]"],
  ["tailgatingAllowed", "boolean"],
  ["venueBoxOfficeOpenDate", "date"],
  ["venueCloseDate", "date"],
  ["venueDoorsOpenDate", "date"],
  ["venueEntrance", "text", { ios: 12, watch: 5 }],
  ["venueEntranceDoor", "text"],
  ["venueEntranceGate", "text"],
  ["venueEntrancePortal", "text"],
  ["venueFanZoneOpenDate", "date"],
  ["venueGatesOpenDate", "date"],
  ["venueLocation", "SemanticLocation", { ios: 12, watch: 5 }],
  ["venueName", "text", { ios: 12, watch: 5 }],
  ["venueOpenDate", "date"],
  ["venueParkingLotsOpenDate", "date"],
  ["venuePhoneNumber", "text", { ios: 12, watch: 5 }],
  ["venueRegionName", "text"],
  ["venueRoom", "text", { ios: 12, watch: 5 }],
]);

/** Tags of tickets to sports events. */
export const SPORTS_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { styles: EVENT, ios: 12, watch: 5, kind: "sports" }, [
  ["awayTeamAbbreviation", "text"],
  ["awayTeamLocation", "text"],
  ["awayTeamName", "text"],
  ["homeTeamAbbreviation", "text"],
  ["homeTeamLocation", "text"],
  ["homeTeamName", "text"],
  ["leagueAbbreviation", "text"],
  ["leagueName", "text"],
  ["sportName", "text"],
]);
