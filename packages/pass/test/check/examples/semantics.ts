import type { JsonObject } from "../../../src/model/json.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

function ticket(semantics: JsonObject): RuleExample {
  return { style: "eventTicket", pass: { semantics } };
}

/** The tags on a field instead of the root. */
function onField(semantics: JsonObject): RuleExample {
  const field = { key: "event", label: "EVENT", value: "Summer concert", semantics };
  return { style: "eventTicket", pass: { eventTicket: { primaryFields: [field] } } };
}

/** The tags in an upcoming event, and on a field of it. */
function upcoming(semantics: JsonObject): RuleExample[] {
  const entry = { identifier: "a", name: "A", type: "event" };
  const back = { key: "doors", label: "Doors", value: "18:00" };
  return [
    { style: "eventTicket", pass: { upcomingPassInformation: [{ ...entry, backFields: [back], semantics }] } },
    { style: "eventTicket", pass: { upcomingPassInformation: [{ ...entry, backFields: [{ ...back, semantics }] }] } },
  ];
}

const VENUE = { latitude: 53.54, longitude: 9.98 };
const FILM = {
  silenceRequested: true,
  eventType: "PKEventTypeMovie",
  eventStartDate: "2026-07-14T19:30:00+02:00",
  eventEndDate: "2026-07-14T22:00:00+02:00",
  venueLocation: VENUE,
};

export const SEMANTICS_EXAMPLES: AreaExamples = {
  "semantic-style": {
    triggers: [
      ticket({ balance: { amount: "5.00", currencyCode: "EUR" } }),
      { style: "storeCard", pass: { semantics: { carNumber: "7" } } },
      { style: "boardingPass", pass: { semantics: { airlineCode: "LH" } } },
      { style: "boardingPass", pass: { boardingPass: { transitType: "PKTransitTypeBus" }, semantics: { carNumber: "7" } } },
      ticket({ eventType: "PKEventTypeMovie", homeTeamName: "HSV" }),
      onField({ balance: { amount: "5.00", currencyCode: "EUR" } }),
    ],
    passes: [
      { style: "storeCard", pass: { semantics: { balance: { amount: "5.00", currencyCode: "EUR" } } } },
      { style: "boardingPass", pass: { semantics: { carNumber: "7", totalPrice: { amount: "5.00", currencyCode: "EUR" } } } },
      ticket({ homeTeamName: "HSV" }),
      ticket({ eventType: "PKEventTypeSports", homeTeamName: "HSV", duration: 5400 }),
    ],
  },
  "semantic-unknown": {
    triggers: [ticket({ eventname: "Summer concert" }), ticket({ constructor: "x" }), onField({ stage: "B" })],
    passes: [ticket({ eventName: "Summer concert" }), ticket({ eventName: "Summer concert", _id: "1" })],
  },
  "semantic-date": {
    triggers: [
      ticket({ eventStartDate: "2026-07-14" }),
      ticket({ eventEndDate: "2026-07-14T19:30:00" }),
      ticket({ eventEndDate: 1_784_050_200 }),
      ticket({ eventStartDateInfo: { date: "14.07.2026" } }),
      onField({ venueDoorsOpenDate: "18:00" }),
    ],
    passes: [
      ticket({ eventStartDate: "2026-07-14T19:30:00+02:00", eventEndDate: "2026-07-14T21:30Z" }),
      ticket({ eventStartDateInfo: { date: "2026-07-14T19:30:00+02:00" } }),
    ],
  },
  "semantic-event-type": {
    triggers: [ticket({ eventType: "Sports" }), ticket({ eventType: 3 }), ...upcoming({ eventType: "Concert" })],
    passes: ticket({ eventType: "PKEventTypeConference" }),
  },
  "semantic-currency": {
    triggers: [
      ticket({ totalPrice: { amount: 12.5, currencyCode: "EUR" } }),
      ticket({ totalPrice: { amount: "12,50", currencyCode: "EUR" } }),
      ticket({ totalPrice: { amount: "12.50", currencyCode: "€" } }),
      { style: "storeCard", pass: { semantics: { balance: { amount: "12.50", currencyCode: "eur" } } } },
    ],
    passes: [
      ticket({ totalPrice: { amount: "12.50", currencyCode: "EUR" } }),
      ticket({ totalPrice: { amount: "12", currencyCode: "DEM" } }),
    ],
  },
  "semantic-wifi": {
    triggers: [
      ticket({ wifiAccess: [{ ssid: "Guest" }] }),
      ticket({ wifiAccess: [{ ssid: "Guest", password: "welcome" }, { password: "welcome" }] }),
    ],
    passes: ticket({ wifiAccess: [{ ssid: "Guest", password: "welcome" }] }),
  },
  "semantic-seat-empty": {
    triggers: [ticket({ seats: [{}] }), ticket({ seats: [{ seatNumber: "5" }, { seatRow: "", _id: "1" }] })],
    passes: [ticket({ seats: [{ seatNumber: "5" }] }), ticket({ seats: [] })],
  },
  "semantic-location": {
    triggers: [
      ticket({ venueLocation: { latitude: 53.54 } }),
      ticket({ venueLocation: { latitude: 153.54, longitude: 9.98 } }),
      ticket({ venueLocation: { latitude: [53.54], longitude: 9.98 } }),
      ticket({ venueLocation: "Hamburg" }),
      ...upcoming({ venueLocation: {} }),
    ],
    passes: ticket({ venueLocation: VENUE }),
  },
  "semantic-duration": {
    triggers: [ticket({ duration: "7200" }), ticket({ duration: "2h" }), ticket({ duration: -1 })],
    passes: ticket({ duration: 7200 }),
  },
  "semantic-silence": {
    triggers: [ticket({ silenceRequested: true }), ticket({ ...FILM, eventType: "PKEventTypeSports" })],
    passes: [ticket(FILM), ticket({ silenceRequested: false })],
  },
  "semantic-deprecated-alias": {
    triggers: {
      style: "boardingPass",
      pass: {
        boardingPass: { transitType: "PKTransitTypeAir" },
        semantics: { departureAirportSecurityPrograms: ["PKTransitSecurityProgramCLEAR"] },
      },
    },
    passes: {
      style: "boardingPass",
      pass: {
        boardingPass: { transitType: "PKTransitTypeAir" },
        semantics: { departureLocationSecurityPrograms: ["PKTransitSecurityProgramCLEAR"] },
      },
    },
  },
};
