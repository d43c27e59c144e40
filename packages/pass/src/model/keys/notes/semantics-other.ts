import { defineNotes } from "./key-note.ts";

/** Tags of any pass. */
export const COMMON_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  totalPrice: "Price paid.",
  wifiAccess: "Wireless networks that the holder may use.",
});

/** Tags of store cards. */
export const STORE_CARD_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  balance: "Money left on the card.",
});

/** Tags of boarding passes and event tickets alike. */
export const TRANSIT_AND_EVENT_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  duration: "Length of the journey or event in seconds.",
  seats: "The seats.",
  silenceRequested: {
    note: "Ask for Do Not Disturb; needs PKEventTypeMovie + start, end, venueLocation for the suggestion.",
    sources: ["semantics", "semantics-article"],
  },
});

/** Tags that testers found, and names that Apple's own tool uses for documented tags. */
export const UNDOCUMENTED_TAG_NOTES = /* @__PURE__ */ defineNotes(["pass-builder"], {
  airplay: {
    note: "List of {airPlayDeviceGroupToken}; passkit-generator typings and runtime schema disagree on the spelling (airPlay, airplay).",
    sources: ["passkit-generator", "pg-205"],
  },
  eventLiveMessage: { note: "Text in the Live Activity when the event starts.", sources: ["passkit-generator", "pg-205"] },
  venuePlaceID: { note: "Apple Maps Place ID; shown for upcomingPassInformation entries.", sources: ["wwdc25", "upcoming"] },
  departureAirportTimeZone: "Name used by Apple pass-builder; the reference page uses departureLocationTimeZone.",
  destinationAirportTimeZone: "Name used by Apple pass-builder; the reference page uses destinationLocationTimeZone.",
  departureAirportSecurityPrograms: "Name used by Apple pass-builder; the reference page uses departureLocationSecurityPrograms.",
  destinationAirportSecurityPrograms:
    "Name used by Apple pass-builder; the reference page uses destinationLocationSecurityPrograms.",
  airlineLoungePlaceID: "Name used by Apple pass-builder; the reference page uses loungePlaceIDs.",
});
