import type { JsonObject } from "../../../src/model/json.ts";
import { makePng } from "../../support/png.ts";
import { combinePatches } from "../combine-patches.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

const ARTWORK = { "artwork@2x.png": makePng(716, 896), "artwork@3x.png": makePng(1074, 1344) } as const;

/** A poster that nothing is wrong with. */
const POSTER: JsonObject = {
  preferredStyleSchemes: ["posterEventTicket", "eventTicket"],
  semantics: {
    eventType: "PKEventTypeGeneric",
    eventName: "Summer concert",
    eventStartDate: "2026-07-14T19:30:00+02:00",
    eventEndDate: "2026-07-14T23:00:00+02:00",
    venueName: "Harbour stage",
    venueRegionName: "Hamburg",
    venueRoom: "Main stage",
    venueLocation: { latitude: 53.54, longitude: 9.98 },
    entranceDescription: "Entrance at the pier",
    seats: [{ seatSection: "100", seatRow: "3", seatNumber: "5" }],
  },
  nfc: {
    message: "A1B2C3D4E5",
    encryptionPublicKey: "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADwKMBv29ByaSLiGF0FctuyB+Hs2oZ1kDIYhTVllPexNE=",
    requiresAuthentication: false,
  },
};

/** The poster with other values; null takes one away. */
function poster(change: JsonObject = {}, files: RuleExample["files"] = ARTWORK): RuleExample {
  return { style: "eventTicket", pass: combinePatches(POSTER, change), files };
}

/** A poster without one of its tags, and with it. */
function needs(tag: string, extra: JsonObject = {}): { triggers: RuleExample[]; passes: RuleExample[] } {
  return {
    triggers: [poster({ semantics: { ...extra, [tag]: null } }), poster({ semantics: { ...extra, [tag]: " " } })],
    passes: [
      poster({ semantics: extra }),
      // The tag may stand on a field.
      poster({
        semantics: { ...extra, [tag]: null },
        eventTicket: { primaryFields: [{ key: "event", label: "EVENT", value: "Summer", semantics: { [tag]: valueOf(tag) } }] },
      }),
      // A plain ticket needs no tags.
      { style: "eventTicket", pass: { semantics: { genre: "Jazz" } } },
    ],
  };
}

function valueOf(tag: string): JsonObject[string] {
  const tags = POSTER["semantics"] as JsonObject;
  return tags[tag] ?? ["984117861"];
}

const LIVE = { eventType: "PKEventTypeLivePerformance", performerNames: ["Ada"], artistIDs: ["984117861"] };
const SPORTS = { eventType: "PKEventTypeSports", homeTeamAbbreviation: "HSV", awayTeamAbbreviation: "FCB" };
const GUIDE = {
  directionsInformationURL: "https://northwind.org/directions",
  contactVenueWebsite: "https://northwind.org/",
};

export const POSTER_EXAMPLES: AreaExamples = {
  "poster-eventName": needs("eventName"),
  "poster-venueName": needs("venueName"),
  "poster-venueRegionName": needs("venueRegionName"),
  "poster-venueRoom": needs("venueRoom"),
  "poster-sports": {
    triggers: [
      poster({ semantics: { ...SPORTS, homeTeamAbbreviation: null } }),
      poster({ semantics: { ...SPORTS, awayTeamAbbreviation: null } }),
    ],
    passes: [poster({ semantics: SPORTS }), poster()],
  },
  "poster-performers": {
    triggers: poster({ semantics: { ...LIVE, performerNames: [] } }),
    passes: [poster({ semantics: LIVE }), poster()],
  },
  "poster-event-type": needs("eventType"),
  "poster-artwork": {
    triggers: poster({}, {}),
    passes: [
      // People make posters in Wallet itself, without artwork.
      poster({ teamIdentifier: "com.apple.wallet", passTypeIdentifier: "userpass.com.apple.wallet.B61A0D3D" }, {}),
      poster(),
      poster({}, { "background@2x.png": makePng(686, 1006), "strip.png": null, "strip@2x.png": null, "strip@3x.png": null }),
    ],
  },
  "poster-nfc": { triggers: poster({ nfc: null }), passes: [poster(), { style: "eventTicket" }] },
  "poster-nfc-auth": {
    triggers: poster({ nfc: { requiresAuthentication: null } }),
    passes: [poster(), poster({ nfc: { requiresAuthentication: true }, sharingProhibited: true }), poster({ nfc: null })],
  },
  "poster-start-date": {
    triggers: poster({ semantics: { eventStartDate: null } }),
    passes: [poster(), poster({ semantics: { eventStartDate: null, eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00" } } })],
  },
  "poster-start-end": {
    triggers: [
      poster({ semantics: { eventEndDate: "2026-07-14T18:00:00+02:00" } }),
      // Earlier by the clock on the wall and later in fact.
      poster({ semantics: { eventEndDate: "2026-07-14T20:30:00+05:00" } }),
      poster({
        semantics: {
          eventStartDate: null,
          eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00" },
          eventEndDate: "2026-07-13T23:00:00+02:00",
        },
      }),
    ],
    passes: [
      poster(),
      poster({ semantics: { eventEndDate: "2026-07-14T19:30:00+02:00" } }),
      poster({ semantics: { eventEndDate: "2026-07-14T18:00:00Z" } }),
    ],
  },
  "poster-seats": needs("seats"),
  "poster-artist-ids": needs("artistIDs", LIVE),
  "poster-legacy-fields": {
    triggers: poster({
      eventTicket: { headerFields: null, primaryFields: null, secondaryFields: null, auxiliaryFields: null },
    }),
    passes: [poster(), poster({ eventTicket: { headerFields: null, secondaryFields: null } })],
  },
  "poster-guide-buttons": {
    triggers: poster({ directionsInformationURL: GUIDE.directionsInformationURL }),
    passes: [poster(GUIDE), poster({ sellURL: "https://northwind.org/sell" }), poster()],
  },
  "poster-guide-content": {
    triggers: [
      poster({ ...GUIDE, semantics: { venueLocation: null } }),
      poster({ ...GUIDE, semantics: { entranceDescription: "" } }),
      poster({ ...GUIDE, relevantDates: null }),
    ],
    passes: [poster(GUIDE), poster({ semantics: { venueLocation: null } })],
  },
  "poster-guide-max": {
    triggers: poster({
      ...GUIDE,
      bagPolicyURL: "https://northwind.org/bags",
      merchandiseURL: "https://northwind.org/shop",
      orderFoodURL: "https://northwind.org/food",
    }),
    passes: poster({
      ...GUIDE,
      bagPolicyURL: "https://northwind.org/bags",
      merchandiseURL: "https://northwind.org/shop",
      sellURL: "https://northwind.org/sell",
    }),
  },
  "poster-live-activity": {
    triggers: poster({ relevantDates: null }),
    passes: [poster(), poster({ relevantDates: null, locations: [{ latitude: 53.54, longitude: 9.98 }] })],
  },
  "poster-keys-scope": {
    triggers: [
      { style: "eventTicket", pass: { eventLogoText: "Northwind" } },
      { style: "eventTicket", pass: { sellURL: "https://northwind.org/sell" } },
      { style: "boardingPass", pass: { bagPolicyURL: "https://northwind.org/bags" } },
      { style: "storeCard", pass: { suppressHeaderDarkening: true } },
    ],
    passes: [
      poster({ eventLogoText: "Northwind", ...GUIDE }),
      { style: "posterGeneric", pass: { footerBackgroundColor: "rgb(20, 60, 90)" } },
      { style: "eventTicket" },
    ],
  },
  "poster-logo-text": {
    triggers: poster(),
    passes: [poster({ eventLogoText: "Northwind" }), poster({ logoText: null }), { style: "eventTicket" }],
  },
  "event-date-info": {
    triggers: [
      poster({ semantics: { eventStartDateInfo: { unannounced: true, undetermined: true } } }),
      poster({ semantics: { eventStartDateInfo: { unannounced: true, undetermined: true, ignoreTimeComponents: true } } }),
      poster({
        upcomingPassInformation: [
          {
            identifier: "a",
            name: "A",
            type: "event",
            backFields: [{ key: "doors", label: "Doors", value: "18:00" }],
            semantics: { eventStartDateInfo: { unannounced: true, undetermined: true } },
          },
        ],
      }),
    ],
    passes: [
      poster({ semantics: { eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00", unannounced: true } } }),
      poster({ semantics: { eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00", ignoreTimeComponents: true } } }),
    ],
  },
  "event-date-info-tz": {
    triggers: [
      poster({ semantics: { eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00", timeZone: "CEST" } } }),
      poster({ semantics: { eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00", timeZone: 2 } } }),
    ],
    passes: poster({ semantics: { eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00", timeZone: "Europe/Berlin" } } }),
  },
  "music-ids": {
    triggers: [
      poster({ semantics: { artistIDs: [984117861] } }),
      poster({ semantics: { albumIDs: "984117861" } }),
      poster({ semantics: { playlistIDs: ["pl.1", 2] } }),
    ],
    passes: poster({ semantics: { artistIDs: ["984117861"], albumIDs: ["1"], playlistIDs: ["pl.1"] } }),
  },
};
