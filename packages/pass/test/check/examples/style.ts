import type { AreaExamples } from "../example.ts";

const BOARDING_SEMANTICS = {
  airlineCode: "NW",
  flightNumber: 123,
  departureAirportCode: "HAM",
  destinationAirportCode: "LIS",
  departureCityName: "Hamburg",
  destinationCityName: "Lisbon",
  departureLocationTimeZone: "Europe/Berlin",
  destinationLocationTimeZone: "Europe/Lisbon",
  originalBoardingDate: "2026-07-14T08:00:00+02:00",
  originalDepartureDate: "2026-07-14T08:30:00+02:00",
  originalArrivalDate: "2026-07-14T11:00:00+01:00",
  passengerName: { givenName: "Ada", familyName: "Lovelace" },
};

export const STYLE_EXAMPLES: AreaExamples = {
  "style-none": {
    triggers: [{ pass: { generic: null } }, { pass: { generic: null, Generic: { primaryFields: [] } } }],
    passes: { style: "coupon" },
  },
  "style-many": {
    triggers: { pass: { coupon: { primaryFields: [{ key: "a", label: "A", value: "b" }] } } },
    passes: { style: "posterGeneric" },
  },
  "style-object": { triggers: [{ pass: { generic: [{ key: "a", value: "b" }] } }, { pass: { generic: "generic" } }], passes: {} },
  "style-postergeneric-only": { triggers: { style: "posterGeneric", pass: { generic: null } }, passes: { style: "posterGeneric" } },
  "style-postergeneric-scheme": {
    triggers: { style: "posterGeneric", pass: { preferredStyleSchemes: ["posterGeneric"] } },
    passes: { style: "posterGeneric" },
  },
  "transit-required": {
    triggers: { style: "boardingPass", pass: { boardingPass: { transitType: null } } },
    passes: { style: "boardingPass" },
  },
  "transit-forbidden": { triggers: { pass: { generic: { transitType: "PKTransitTypeAir" } } }, passes: { style: "boardingPass" } },
  "transit-enum": {
    triggers: [
      { style: "boardingPass", pass: { boardingPass: { transitType: "Train" } } },
      { style: "boardingPass", pass: { boardingPass: { transitType: 3 } } },
    ],
    passes: { style: "boardingPass", pass: { boardingPass: { transitType: "PKTransitTypeBus" } } },
  },
  "scheme-type": {
    triggers: [
      { style: "eventTicket", pass: { preferredStyleSchemes: "posterEventTicket" } },
      { style: "eventTicket", pass: { preferredStyleSchemes: ["eventTicket", 1] } },
    ],
    passes: { style: "eventTicket", pass: { preferredStyleSchemes: ["eventTicket"] } },
  },
  "scheme-enum": {
    triggers: { style: "eventTicket", pass: { preferredStyleSchemes: ["posterTicket", "eventTicket"] } },
    passes: { style: "eventTicket", pass: { preferredStyleSchemes: ["eventTicket"] } },
  },
  "scheme-style-match": {
    triggers: { pass: { preferredStyleSchemes: ["posterEventTicket"], semantics: { eventName: "Concert" } } },
    passes: {
      style: "boardingPass",
      pass: {
        preferredStyleSchemes: ["semanticBoardingPass", "boardingPass"],
        boardingPass: { transitType: "PKTransitTypeAir" },
        semantics: BOARDING_SEMANTICS,
      },
    },
  },
  "scheme-fallback": {
    triggers: { style: "eventTicket", pass: { preferredStyleSchemes: ["posterEventTicket"] } },
    passes: { style: "eventTicket", pass: { preferredStyleSchemes: ["eventTicket"] } },
  },
  "scheme-no-semantics": {
    triggers: { style: "eventTicket", pass: { preferredStyleSchemes: ["posterEventTicket", "eventTicket"] } },
    passes: {
      style: "boardingPass",
      pass: {
        preferredStyleSchemes: ["semanticBoardingPass", "boardingPass"],
        boardingPass: { transitType: "PKTransitTypeAir" },
        semantics: BOARDING_SEMANTICS,
      },
    },
  },
  "empty-style": {
    triggers: [{ pass: { generic: { headerFields: null, primaryFields: null, secondaryFields: null, auxiliaryFields: null } } }],
    passes: {},
  },
};
