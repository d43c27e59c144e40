import { defineNotes } from "./key-note.ts";

/** Tags of event tickets. */
export const EVENT_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  additionalTicketAttributes: "Further ticket attributes.",
  admissionLevel: "Level of admission: general admission, VIP.",
  admissionLevelAbbreviation: "Level of admission, short: GA, VIP.",
  albumIDs: "Apple Music album IDs, most important first.",
  artistIDs: "Apple Music artist IDs, most important first.",
  attendeeName: "Person whom the ticket admits.",
  entranceDescription: {
    note: "Long description of the entrance; needed to show the event guide (community).",
    sources: ["semantics", "pg-205"],
  },
  eventEndDate: "End of the event.",
  eventName: "Full title of the event.",
  eventStartDate: "Start of the event.",
  eventStartDateInfo: {
    note: "Start with control of TBA/TBD and time zone; may replace eventStartDate.",
    sources: ["semantics", "event-date-info"],
  },
  eventType: "Kind of event; picks the poster template (sports, live performance, generic).",
  genre: "Genre of the performance.",
  performerNames: "Performers, most important first.",
  playlistIDs: "Apple Music playlist IDs.",
  tailgatingAllowed: "Whether tailgating is allowed.",
  venueBoxOfficeOpenDate: "When the box office opens.",
  venueCloseDate: "When the venue closes.",
  venueDoorsOpenDate: "When the doors open.",
  venueEntrance: "Full name of the entrance.",
  venueEntranceDoor: "Door of the entrance.",
  venueEntranceGate: "Gate of the entrance.",
  venueEntrancePortal: "Portal of the entrance.",
  venueFanZoneOpenDate: "When the fan zone opens.",
  venueGatesOpenDate: "When the gates open.",
  venueLocation: {
    note: "Coordinates of the venue; needed for the event guide and Live Activity (community).",
    sources: ["semantics", "pg-205"],
  },
  venueName: "Name of the venue.",
  venueOpenDate: "When the venue opens.",
  venueParkingLotsOpenDate: "When the parking lots open.",
  venuePhoneNumber: "Telephone number of the venue for inquiries.",
  venueRegionName: "City or region of the venue.",
  venueRoom: "Room of the venue.",
});

/** Tags of tickets to sports events. */
export const SPORTS_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  awayTeamAbbreviation: "Short name of the away team.",
  awayTeamLocation: "Home place of the away team.",
  awayTeamName: "Away team.",
  homeTeamAbbreviation: "Short name of the home team.",
  homeTeamLocation: "Home place of the home team.",
  homeTeamName: "Home team.",
  leagueAbbreviation: "League, short.",
  leagueName: "League.",
  sportName: "Sport.",
});
