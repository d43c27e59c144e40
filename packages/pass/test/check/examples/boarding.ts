import type { JsonObject } from "../../../src/model/json.ts";
import { combinePatches } from "../combine-patches.ts";
import type { AreaExamples, RuleExample, RuleExamples } from "../example.ts";

/** A semantic boarding pass that nothing is wrong with. */
const FLIGHT: JsonObject = {
  description: "Flight LH 400 from Frankfurt to New York",
  preferredStyleSchemes: ["semanticBoardingPass", "boardingPass"],
  boardingPass: {
    transitType: "PKTransitTypeAir",
    headerFields: [{ key: "gate", label: "GATE", value: "A12" }],
    primaryFields: [
      { key: "from", label: "FRANKFURT", value: "FRA" },
      { key: "to", label: "NEW YORK", value: "JFK" },
    ],
  },
  semantics: {
    airlineCode: "LH",
    flightNumber: 400,
    flightCode: "LH400",
    departureAirportCode: "FRA",
    departureCityName: "Frankfurt",
    departureLocationTimeZone: "Europe/Berlin",
    departureGate: "A12",
    destinationAirportCode: "JFK",
    destinationCityName: "New York",
    destinationLocationTimeZone: "America/New_York",
    originalBoardingDate: "2026-07-14T12:45:00+02:00",
    originalDepartureDate: "2026-07-14T13:30:00+02:00",
    originalArrivalDate: "2026-07-14T16:00:00-04:00",
    passengerName: { givenName: "Ada", familyName: "Lovelace" },
  },
};

/** The flight with other values; null takes one away. */
function flight(change: JsonObject = {}): RuleExample {
  return { style: "boardingPass", pass: combinePatches(FLIGHT, change) };
}

function tagged(tags: JsonObject): RuleExample {
  return flight({ semantics: tags });
}

/** The flight without one of its tags, and with it. */
function needs(tag: string): RuleExamples {
  const value = (FLIGHT["semantics"] as JsonObject)[tag];
  return {
    triggers: tagged({ [tag]: null }),
    passes: [
      flight(),
      // The tag may stand on a field.
      flight({
        semantics: { [tag]: null },
        boardingPass: {
          secondaryFields: [
            { key: "passenger", label: "PASSENGER", value: "Ada", semantics: value === undefined ? {} : { [tag]: value } },
          ],
        },
      }),
      // A plain boarding pass needs no tags.
      flight({ preferredStyleSchemes: null, semantics: { [tag]: null } }),
    ],
  };
}

/** The time zone by the name that Apple's pass-builder writes: a fault of its own. */
function needsZone(tag: string, alias: string): RuleExamples {
  const { triggers, passes } = needs(tag);
  return { triggers, passes: [passes, tagged({ [tag]: null, [alias]: "Europe/Berlin" })].flat() };
}

export const BOARDING_EXAMPLES: AreaExamples = {
  "boarding-airlineCode": needs("airlineCode"),
  "boarding-flightNumber": needs("flightNumber"),
  "boarding-departureAirportCode": needs("departureAirportCode"),
  "boarding-destinationAirportCode": needs("destinationAirportCode"),
  "boarding-originalArrivalDate": needs("originalArrivalDate"),
  "boarding-originalBoardingDate": needs("originalBoardingDate"),
  "boarding-originalDepartureDate": needs("originalDepartureDate"),
  "boarding-passengerName": needs("passengerName"),
  "boarding-departureLocationTimeZone": needsZone("departureLocationTimeZone", "departureAirportTimeZone"),
  "boarding-departureCityName": needs("departureCityName"),
  "boarding-destinationCityName": needs("destinationCityName"),
  "boarding-destinationLocationTimeZone": needsZone("destinationLocationTimeZone", "destinationAirportTimeZone"),
  "boarding-transit-air": {
    triggers: flight({ boardingPass: { transitType: "PKTransitTypeTrain" } }),
    passes: [flight(), flight({ preferredStyleSchemes: null, boardingPass: { transitType: "PKTransitTypeTrain" } })],
  },
  "boarding-tz-names": {
    triggers: [
      tagged({ departureLocationTimeZone: null, departureAirportTimeZone: "Europe/Berlin" }),
      tagged({ destinationLocationTimeZone: null, destinationAirportTimeZone: "America/New_York" }),
    ],
    passes: [flight(), tagged({ departureAirportTimeZone: "Europe/Berlin" })],
  },
  "boarding-iata-code": {
    triggers: [
      tagged({ departureAirportCode: "fra" }),
      tagged({ departureAirportCode: "EDDF" }),
      tagged({ destinationAirportCode: 7 }),
      tagged({ airlineCode: "Lufthansa" }),
    ],
    passes: [
      flight(),
      tagged({ airlineCode: "DLH", flightCode: "DLH400" }),
      tagged({ airlineCode: "4U", flightCode: "4U400" }),
      // A key of the strings: what travellers see is in the languages' files.
      {
        ...tagged({ departureAirportCode: "AIRPORT" }),
        files: { "en.lproj/pass.strings": '"AIRPORT" = "FRA";\n', "de.lproj/pass.strings": '"AIRPORT" = "FRA";\n' },
      },
    ],
  },
  "boarding-flight-number": {
    triggers: [
      tagged({ flightNumber: "400" }),
      tagged({ flightNumber: "LH400" }),
      tagged({ flightNumber: 40.5 }),
      tagged({ flightNumber: -1 }),
    ],
    passes: flight(),
  },
  "boarding-flight-code": {
    triggers: [tagged({ flightCode: "LH401" }), tagged({ flightCode: "UA400" })],
    passes: [flight(), tagged({ flightCode: "LH 0400" }), tagged({ flightCode: null })],
  },
  "boarding-words": {
    triggers: [
      tagged({ departureGate: "Gate A12" }),
      tagged({ destinationTerminal: "terminal 1" }),
      tagged({ boardingZone: "ZONE 2" }),
      {
        style: "boardingPass",
        pass: { semantics: { departurePlatform: "Platform 9" } },
      },
    ],
    passes: [flight(), tagged({ departureGate: "Southgate 1" })],
  },
  "boarding-time-order": {
    triggers: [
      tagged({ originalBoardingDate: "2026-07-14T13:45:00+02:00" }),
      tagged({ originalArrivalDate: "2026-07-14T07:15:00-04:00" }),
      tagged({ currentBoardingDate: "2026-07-14T14:00:00+02:00" }),
    ],
    passes: [
      flight(),
      // By the clocks on the walls it lands before it starts.
      tagged({ originalArrivalDate: "2026-07-14T08:00:00-04:00" }),
      tagged({ currentBoardingDate: "2026-07-14T14:00:00+02:00", currentDepartureDate: "2026-07-14T14:30:00+02:00" }),
    ],
  },
  "boarding-tz-iana": {
    triggers: [tagged({ departureLocationTimeZone: "CEST" }), tagged({ destinationLocationTimeZone: "-04:00" })],
    passes: flight(),
  },
  "boarding-security-pair": {
    triggers: [
      tagged({ passengerEligibleSecurityPrograms: ["PKTransitSecurityProgramTSAPreCheck"] }),
      tagged({
        passengerEligibleSecurityPrograms: ["PKTransitSecurityProgramTSAPreCheck"],
        departureLocationSecurityPrograms: ["PKTransitSecurityProgramCLEAR"],
      }),
    ],
    passes: [
      tagged({
        passengerEligibleSecurityPrograms: ["PKTransitSecurityProgramTSAPreCheck"],
        departureLocationSecurityPrograms: ["PKTransitSecurityProgramTSAPreCheck", "PKTransitSecurityProgramCLEAR"],
      }),
      tagged({ departureLocationSecurityPrograms: ["PKTransitSecurityProgramTSAPreCheck"] }),
    ],
  },
  "boarding-security-enum": {
    triggers: [
      tagged({ departureLocationSecurityPrograms: ["TSA PreCheck"] }),
      tagged({ passengerEligibleSecurityPrograms: "PKTransitSecurityProgramPreCheck" }),
    ],
    passes: tagged({ destinationLocationSecurityPrograms: ["PKTransitSecurityProgramGlobalEntry"] }),
  },
  "boarding-capability-enum": {
    triggers: [tagged({ passengerCapabilities: ["Preboarding"] }), tagged({ passengerCapabilities: [1] })],
    passes: tagged({ passengerCapabilities: ["PKPassengerCapabilityPreboarding", "PKPassengerCapabilityLapInfant"] }),
  },
  "boarding-ssr": {
    triggers: [tagged({ passengerServiceSSRs: ["VGML"] }), tagged({ passengerInformationSSRs: ["WCHR"] })],
    passes: [
      tagged({ passengerServiceSSRs: ["WCHR"], passengerInformationSSRs: ["INFT"] }),
      tagged({ passengerAirlineSSRs: ["VIPX"] }),
    ],
  },
  "boarding-docs-badge": {
    triggers: tagged({ internationalDocumentsAreVerified: true }),
    passes: [
      tagged({ internationalDocumentsAreVerified: true, internationalDocumentsVerifiedDeclarationName: "DOCS OK" }),
      tagged({ internationalDocumentsAreVerified: false }),
    ],
  },
  "boarding-keys-scope": {
    triggers: flight({ preferredStyleSchemes: null, upgradeURL: "https://northwind.org/upgrade" }),
    passes: [flight({ upgradeURL: "https://northwind.org/upgrade" }), flight({ preferredStyleSchemes: null })],
  },
  "boarding-lounge": {
    triggers: tagged({ airlineLoungePlaceID: "IB452E0A3979253B0" }),
    passes: [tagged({ loungePlaceIDs: ["IB452E0A3979253B0"] }), tagged({ airlineLoungePlaceID: "I1", loungePlaceIDs: ["I1"] })],
  },
  "boarding-legacy-fields": {
    triggers: flight({
      boardingPass: { headerFields: null, primaryFields: null, secondaryFields: null, auxiliaryFields: null },
    }),
    passes: [flight(), flight({ preferredStyleSchemes: null })],
  },
};
