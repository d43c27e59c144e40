import { defineKeys } from "./key-spec.ts";
import { BOARDING } from "./style-sets.ts";

/** Tags of boarding passes of every kind. */
export const TRANSIT_TAG_KEYS = /* @__PURE__ */ defineKeys(
  "SemanticTags",
  { styles: BOARDING, ios: 12, watch: 5, kind: "boarding" },
  [
    ["boardingGroup", "text"],
    ["boardingSequenceNumber", "text"],
    ["boardingZone", "text", { ios: 26, watch: null }],
    ["confirmationNumber", "text"],
    ["currentArrivalDate", "date"],
    ["currentBoardingDate", "date"],
    ["currentDepartureDate", "date"],
    ["departureGate", "text"],
    ["departureLocation", "SemanticLocation"],
    ["departureLocationDescription", "text"],
    ["destinationLocation", "SemanticLocation"],
    ["destinationLocationDescription", "text"],
    ["membershipProgramName", "text"],
    ["membershipProgramNumber", "text"],
    ["membershipProgramStatus", "text", { ios: 26, watch: null }],
    ["originalArrivalDate", "date"],
    ["originalBoardingDate", "date"],
    ["originalDepartureDate", "date"],
    ["passengerName", "PersonNameComponents"],
    ["priorityStatus", "text"],
    ["securityScreening", "text"],
    ["transitProvider", "text"],
    ["transitStatus", "text"],
    ["transitStatusReason", "text"],
    ["vehicleName", "text"],
    ["vehicleNumber", "text"],
    ["vehicleType", "text"],
  ],
);

/** Tags of flights. */
export const AIRLINE_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { styles: BOARDING, ios: 26, kind: "airline" }, [
  ["airlineCode", "airline-code", { localizable: true, ios: 12, watch: 5 }],
  ["departureAirportCode", "airport-code", { localizable: true, ios: 12, watch: 5 }],
  ["departureAirportName", "text", { ios: 12, watch: 5 }],
  ["departureCityName", "text"],
  ["departureLocationSecurityPrograms", "TransitSecurityProgram[]"],
  ["departureLocationTimeZone", "time-zone"],
  ["departureTerminal", "text", { ios: 12, watch: 5 }],
  ["destinationAirportCode", "airport-code", { localizable: true, ios: 12, watch: 5 }],
  ["destinationAirportName", "text", { ios: 12, watch: 5 }],
  ["destinationCityName", "text"],
  ["destinationGate", "text", { ios: 12, watch: 5 }],
  ["destinationLocationSecurityPrograms", "TransitSecurityProgram[]"],
  ["destinationLocationTimeZone", "time-zone"],
  ["destinationTerminal", "text", { ios: 12, watch: 5 }],
  ["flightCode", "text", { ios: 12, watch: 5 }],
  ["flightNumber", "number", { ios: 12, watch: 5 }],
  ["internationalDocumentsAreVerified", "boolean"],
  ["internationalDocumentsVerifiedDeclarationName", "text"],
  ["loungePlaceIDs", "string[]"],
  ["passengerAirlineSSRs", "string[]"],
  ["passengerCapabilities", "PassengerCapability[]"],
  ["passengerEligibleSecurityPrograms", "TransitSecurityProgram[]"],
  ["passengerInformationSSRs", "InformationSsr[]", { openEnum: true }],
  ["passengerServiceSSRs", "ServiceSsr[]", { openEnum: true }],
  ["ticketFareClass", "text"],
]);

/** Tags of trains. */
export const RAIL_TAG_KEYS = /* @__PURE__ */ defineKeys("SemanticTags", { styles: BOARDING, ios: 12, watch: 5, kind: "rail" }, [
  ["carNumber", "text"],
  ["departurePlatform", "text"],
  ["departureStationName", "text"],
  ["destinationPlatform", "text"],
  ["destinationStationName", "text"],
]);
