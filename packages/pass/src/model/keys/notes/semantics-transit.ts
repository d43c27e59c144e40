import { defineNotes } from "./key-note.ts";

/** Tags of flights. */
export const AIRLINE_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  airlineCode: "IATA airline code.",
  departureAirportCode: "IATA code of the departure airport.",
  departureAirportName: "Name of the departure airport.",
  departureCityName: "City shown on the pass.",
  departureLocationSecurityPrograms:
    "Security programs at that airport; drawn only when also in passengerEligibleSecurityPrograms. Pass-builder calls it departureAirportSecurityPrograms.",
  departureLocationTimeZone: "IANA zone of that airport. Pass-builder calls it departureAirportTimeZone; emit the documented name.",
  departureTerminal: "Terminal without the word terminal.",
  destinationAirportCode: "IATA code of the destination airport.",
  destinationAirportName: "Name of the destination airport.",
  destinationCityName: "City shown on the pass.",
  destinationGate: "Gate without the word gate.",
  destinationLocationSecurityPrograms:
    "Security programs at that airport; drawn only when also in passengerEligibleSecurityPrograms. Pass-builder calls it destinationAirportSecurityPrograms.",
  destinationLocationTimeZone:
    "IANA zone of that airport. Pass-builder calls it destinationAirportTimeZone; emit the documented name.",
  destinationTerminal: "Terminal without the word terminal.",
  flightCode: "IATA flight code, airline + number.",
  flightNumber: "Numeric part only.",
  internationalDocumentsAreVerified: "Shows a badge with the declaration name.",
  internationalDocumentsVerifiedDeclarationName: "Badge text, such as DOCS OK.",
  loungePlaceIDs: {
    note: "MapKit Place IDs of lounges. WWDC25 and pass-builder use the single string airlineLoungePlaceID.",
    sources: ["semantics", "wwdc25", "pass-builder"],
  },
  passengerAirlineSSRs: "Airline-specific SSR codes.",
  passengerCapabilities: "What the fare allows.",
  passengerEligibleSecurityPrograms: "Programs the passenger may use.",
  passengerInformationSSRs: { note: "IATA information SSR codes.", sources: ["semantics", "airline-article"] },
  passengerServiceSSRs: { note: "IATA service SSR codes.", sources: ["semantics", "airline-article"] },
  ticketFareClass: "Fare class badge: Saver, Economy.",
});

/** Tags of trains. */
export const RAIL_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  carNumber: "Carriage.",
  departurePlatform: "Platform without the word platform.",
  departureStationName: "Name of the departure station.",
  destinationPlatform: "Platform without the word platform.",
  destinationStationName: "Name of the destination station.",
});

/** Tags of boarding passes of every kind. */
export const TRANSIT_TAG_NOTES = /* @__PURE__ */ defineNotes(["semantics"], {
  boardingGroup: "Boarding group.",
  boardingSequenceNumber: "Sequence number.",
  boardingZone: "Zone, without the word zone.",
  confirmationNumber: "Booking reference.",
  currentArrivalDate: "Updated arrival time when it differs from the original.",
  currentBoardingDate: "Updated boarding time when it differs from the original.",
  currentDepartureDate: "Updated departure time when it differs from the original.",
  departureGate: "Gate without the word gate.",
  departureLocation: "Coordinates of the departure place; as precise as possible.",
  departureLocationDescription: "Short text for the place of departure.",
  destinationLocation: "Coordinates of the destination place; as precise as possible.",
  destinationLocationDescription: "Short text for the destination place.",
  membershipProgramName: "Name of the loyalty programme.",
  membershipProgramNumber: "Number in the loyalty programme.",
  membershipProgramStatus: "Status in the loyalty programme.",
  originalArrivalDate: "Planned arrival time; never change it afterwards, use currentArrivalDate.",
  originalBoardingDate: "Planned boarding time; never change it afterwards, use currentBoardingDate.",
  originalDepartureDate: "Planned departure time; never change it afterwards, use currentDepartureDate.",
  passengerName: "The passenger's name.",
  priorityStatus: "Priority status: Gold, Silver.",
  securityScreening: "Kind of security screening.",
  transitProvider: "Name of the carrier.",
  transitStatus: "On Time, Delayed; with a delay also give the current* dates.",
  transitStatusReason: "Reason for the status.",
  vehicleName: "Name of the vehicle.",
  vehicleNumber: "Registration or train number.",
  vehicleType: "Model or class of the vehicle.",
});
