import { defineNotes } from "./key-note.ts";

/** A Bluetooth beacon in `beacons`. */
export const BEACONS_NOTES = /* @__PURE__ */ defineNotes(["beacons"], {
  proximityUUID: "Beacon UUID.",
  major: "Major number.",
  minor: "Minor number.",
  relevantText: "Lock-screen text.",
  name: "Seen in Apple examples; no effect known.",
});

/** A place in `locations`. */
export const LOCATIONS_NOTES = /* @__PURE__ */ defineNotes(["locations"], {
  latitude: "Degrees.",
  longitude: "Degrees.",
  altitude: "Metres.",
  relevantText: "Lock-screen text; no organization name, no instruction.",
});

/** A moment or an interval in `relevantDates`. */
export const RELEVANT_DATES_NOTES = /* @__PURE__ */ defineNotes(["relevant-dates", "pg-205", "passkit-generator"], {
  date: "A moment; Wallet builds an interval around it. Called relevantDate in iOS 18; emit both for iOS 18-25.",
  relevantDate: { note: "Name used by iOS 18 before the rename to date in iOS 26.", sources: ["pg-205", "passkit-generator"] },
  startDate: { note: "Start of the interval.", sources: ["relevant-dates"] },
  endDate: {
    note: "End of the interval; must be after startDate; intervals over 24 h are cut or ignored (community).",
    sources: ["relevant-dates", "pg-205"],
  },
});
