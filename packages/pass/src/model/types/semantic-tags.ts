// Generated from the table of keys (model/keys) by scripts/generate.ts: edit the table. Long because each key of semantic-tags has its words.
import type { EventType, InformationSsr, PassengerCapability, ServiceSsr, TransitSecurityProgram } from "../enums.ts";
import type { DateText, RgbColor } from "./scalars.ts";

/** Machine-readable facts in `semantics`, of the pass, a field or an upcoming event. */
export interface SemanticTags {
  /**
   * Price paid.
   *
   * From iOS 12, watchOS 5.
   */
  readonly totalPrice?: CurrencyAmount;
  /**
   * Wireless networks that the holder may use.
   *
   * From iOS 12, watchOS 5.
   */
  readonly wifiAccess?: readonly WifiNetwork[];
  /**
   * Length of the journey or event in seconds.
   *
   * Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly duration?: number;
  /**
   * The seats.
   *
   * Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seats?: readonly Seat[];
  /**
   * Ask for Do Not Disturb; needs PKEventTypeMovie + start, end, venueLocation for the suggestion.
   *
   * Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly silenceRequested?: boolean;
  /**
   * Money left on the card.
   *
   * Styles: storeCard. From iOS 12, watchOS 5.
   */
  readonly balance?: CurrencyAmount;
  /**
   * Further ticket attributes.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly additionalTicketAttributes?: string;
  /**
   * Level of admission: general admission, VIP.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly admissionLevel?: string;
  /**
   * Level of admission, short: GA, VIP.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly admissionLevelAbbreviation?: string;
  /**
   * Apple Music album IDs, most important first.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly albumIDs?: readonly string[];
  /**
   * Apple Music artist IDs, most important first.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly artistIDs?: readonly string[];
  /**
   * Person whom the ticket admits.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly attendeeName?: string;
  /**
   * Long description of the entrance; needed to show the event guide (community).
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly entranceDescription?: string;
  /**
   * End of the event.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly eventEndDate?: DateText;
  /**
   * Full title of the event.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly eventName?: string;
  /**
   * Start of the event.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly eventStartDate?: DateText;
  /**
   * Start with control of TBA/TBD and time zone; may replace eventStartDate.
   *
   * Styles: eventTicket. From iOS 18.
   */
  readonly eventStartDateInfo?: EventDateInfo;
  /**
   * Kind of event; picks the poster template (sports, live performance, generic).
   *
   * Default: `"PKEventTypeGeneric"`. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly eventType?: EventType;
  /**
   * Genre of the performance.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly genre?: string;
  /**
   * Performers, most important first.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly performerNames?: readonly string[];
  /**
   * Apple Music playlist IDs.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly playlistIDs?: readonly string[];
  /**
   * Whether tailgating is allowed.
   *
   * Styles: eventTicket. From iOS 18.
   */
  readonly tailgatingAllowed?: boolean;
  /**
   * When the box office opens.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueBoxOfficeOpenDate?: DateText;
  /**
   * When the venue closes.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueCloseDate?: DateText;
  /**
   * When the doors open.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueDoorsOpenDate?: DateText;
  /**
   * Full name of the entrance.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly venueEntrance?: string;
  /**
   * Door of the entrance.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly venueEntranceDoor?: string;
  /**
   * Gate of the entrance.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly venueEntranceGate?: string;
  /**
   * Portal of the entrance.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly venueEntrancePortal?: string;
  /**
   * When the fan zone opens.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueFanZoneOpenDate?: DateText;
  /**
   * When the gates open.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueGatesOpenDate?: DateText;
  /**
   * Coordinates of the venue; needed for the event guide and Live Activity (community).
   *
   * Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly venueLocation?: SemanticLocation;
  /**
   * Name of the venue.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly venueName?: string;
  /**
   * When the venue opens.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueOpenDate?: DateText;
  /**
   * When the parking lots open.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly venueParkingLotsOpenDate?: DateText;
  /**
   * Telephone number of the venue for inquiries.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly venuePhoneNumber?: string;
  /**
   * City or region of the venue.
   *
   * Localizable. Styles: eventTicket. From iOS 18.
   */
  readonly venueRegionName?: string;
  /**
   * Room of the venue.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly venueRoom?: string;
  /**
   * Short name of the away team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly awayTeamAbbreviation?: string;
  /**
   * Home place of the away team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly awayTeamLocation?: string;
  /**
   * Away team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly awayTeamName?: string;
  /**
   * Short name of the home team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly homeTeamAbbreviation?: string;
  /**
   * Home place of the home team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly homeTeamLocation?: string;
  /**
   * Home team.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly homeTeamName?: string;
  /**
   * League, short.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly leagueAbbreviation?: string;
  /**
   * League.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly leagueName?: string;
  /**
   * Sport.
   *
   * Localizable. Styles: eventTicket. From iOS 12, watchOS 5.
   */
  readonly sportName?: string;
  /**
   * Boarding group.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly boardingGroup?: string;
  /**
   * Sequence number.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly boardingSequenceNumber?: string;
  /**
   * Zone, without the word zone.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly boardingZone?: string;
  /**
   * Booking reference.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly confirmationNumber?: string;
  /**
   * Updated arrival time when it differs from the original.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly currentArrivalDate?: DateText;
  /**
   * Updated boarding time when it differs from the original.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly currentBoardingDate?: DateText;
  /**
   * Updated departure time when it differs from the original.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly currentDepartureDate?: DateText;
  /**
   * Gate without the word gate.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureGate?: string;
  /**
   * Coordinates of the departure place; as precise as possible.
   *
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureLocation?: SemanticLocation;
  /**
   * Short text for the place of departure.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureLocationDescription?: string;
  /**
   * Coordinates of the destination place; as precise as possible.
   *
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationLocation?: SemanticLocation;
  /**
   * Short text for the destination place.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationLocationDescription?: string;
  /**
   * Name of the loyalty programme.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly membershipProgramName?: string;
  /**
   * Number in the loyalty programme.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly membershipProgramNumber?: string;
  /**
   * Status in the loyalty programme.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly membershipProgramStatus?: string;
  /**
   * Planned arrival time; never change it afterwards, use currentArrivalDate.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly originalArrivalDate?: DateText;
  /**
   * Planned boarding time; never change it afterwards, use currentBoardingDate.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly originalBoardingDate?: DateText;
  /**
   * Planned departure time; never change it afterwards, use currentDepartureDate.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly originalDepartureDate?: DateText;
  /**
   * The passenger's name.
   *
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly passengerName?: PersonNameComponents;
  /**
   * Priority status: Gold, Silver.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly priorityStatus?: string;
  /**
   * Kind of security screening.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly securityScreening?: string;
  /**
   * Name of the carrier.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly transitProvider?: string;
  /**
   * On Time, Delayed; with a delay also give the current* dates.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly transitStatus?: string;
  /**
   * Reason for the status.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly transitStatusReason?: string;
  /**
   * Name of the vehicle.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly vehicleName?: string;
  /**
   * Registration or train number.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly vehicleNumber?: string;
  /**
   * Model or class of the vehicle.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly vehicleType?: string;
  /**
   * IATA airline code.
   *
   * Format: airline designator of IATA, two letters or digits, such as `LH`. Localizable. Styles: boardingPass. From iOS 12,
   * watchOS 5.
   */
  readonly airlineCode?: string;
  /**
   * IATA code of the departure airport.
   *
   * Format: airport code of IATA, three capital letters, such as `MUC`. Localizable. Styles: boardingPass. From iOS 12,
   * watchOS 5.
   */
  readonly departureAirportCode?: string;
  /**
   * Name of the departure airport.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureAirportName?: string;
  /**
   * City shown on the pass.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly departureCityName?: string;
  /**
   * Security programs at that airport; drawn only when also in passengerEligibleSecurityPrograms. Pass-builder calls it
   * departureAirportSecurityPrograms.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly departureLocationSecurityPrograms?: readonly TransitSecurityProgram[];
  /**
   * IANA zone of that airport. Pass-builder calls it departureAirportTimeZone; emit the documented name.
   *
   * Format: IANA time zone, such as `Europe/Berlin`. Styles: boardingPass. From iOS 26.
   */
  readonly departureLocationTimeZone?: string;
  /**
   * Terminal without the word terminal.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureTerminal?: string;
  /**
   * IATA code of the destination airport.
   *
   * Format: airport code of IATA, three capital letters, such as `MUC`. Localizable. Styles: boardingPass. From iOS 12,
   * watchOS 5.
   */
  readonly destinationAirportCode?: string;
  /**
   * Name of the destination airport.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationAirportName?: string;
  /**
   * City shown on the pass.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly destinationCityName?: string;
  /**
   * Gate without the word gate.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationGate?: string;
  /**
   * Security programs at that airport; drawn only when also in passengerEligibleSecurityPrograms. Pass-builder calls it
   * destinationAirportSecurityPrograms.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly destinationLocationSecurityPrograms?: readonly TransitSecurityProgram[];
  /**
   * IANA zone of that airport. Pass-builder calls it destinationAirportTimeZone; emit the documented name.
   *
   * Format: IANA time zone, such as `Europe/Berlin`. Styles: boardingPass. From iOS 26.
   */
  readonly destinationLocationTimeZone?: string;
  /**
   * Terminal without the word terminal.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationTerminal?: string;
  /**
   * IATA flight code, airline + number.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly flightCode?: string;
  /**
   * Numeric part only.
   *
   * Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly flightNumber?: number;
  /**
   * Shows a badge with the declaration name.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly internationalDocumentsAreVerified?: boolean;
  /**
   * Badge text, such as DOCS OK.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly internationalDocumentsVerifiedDeclarationName?: string;
  /**
   * MapKit Place IDs of lounges. WWDC25 and pass-builder use the single string airlineLoungePlaceID.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly loungePlaceIDs?: readonly string[];
  /**
   * Airline-specific SSR codes.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly passengerAirlineSSRs?: readonly string[];
  /**
   * What the fare allows.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly passengerCapabilities?: readonly PassengerCapability[];
  /**
   * Programs the passenger may use.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly passengerEligibleSecurityPrograms?: readonly TransitSecurityProgram[];
  /**
   * IATA information SSR codes.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly passengerInformationSSRs?: readonly (InformationSsr | (string & Record<never, never>))[];
  /**
   * IATA service SSR codes.
   *
   * Styles: boardingPass. From iOS 26.
   */
  readonly passengerServiceSSRs?: readonly (ServiceSsr | (string & Record<never, never>))[];
  /**
   * Fare class badge: Saver, Economy.
   *
   * Localizable. Styles: boardingPass. From iOS 26.
   */
  readonly ticketFareClass?: string;
  /**
   * Carriage.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly carNumber?: string;
  /**
   * Platform without the word platform.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departurePlatform?: string;
  /**
   * Name of the departure station.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly departureStationName?: string;
  /**
   * Platform without the word platform.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationPlatform?: string;
  /**
   * Name of the destination station.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly destinationStationName?: string;
  /**
   * Text in the Live Activity when the event starts.
   *
   * Styles: eventTicket. From iOS 18. Found out by testers; not documented.
   */
  readonly eventLiveMessage?: string;
  /**
   * Apple Maps Place ID; shown for upcomingPassInformation entries.
   *
   * Styles: eventTicket. From iOS 26. Found out by testers; not documented.
   */
  readonly venuePlaceID?: string;
}

/** An amount of money in a tag. */
export interface CurrencyAmount {
  /**
   * The amount as a decimal number in a string, never a JSON number.
   *
   * Required: in practice. Format: decimal number in a string, such as `12.50`. From iOS 12, watchOS 5.
   */
  readonly amount: string;
  /**
   * Currency of the amount.
   *
   * Required: in practice. Format: currency code of ISO 4217, three capital letters, such as `EUR`. From iOS 12, watchOS 5.
   */
  readonly currencyCode: string;
}

/** When an event begins, with control over what is shown of it. */
export interface EventDateInfo {
  /**
   * The date.
   *
   * Format: date and time with hours, minutes and a zone (W3C, a profile of ISO 8601), such as `2026-12-24T19:30+01:00`.
   * Styles: eventTicket. From iOS 18.
   */
  readonly date?: DateText;
  /**
   * Show the date only. Has priority over the two flags below.
   *
   * Default: `false`. Styles: eventTicket. From iOS 18.
   */
  readonly ignoreTimeComponents?: boolean;
  /**
   * Zone to show.
   *
   * Format: IANA time zone, such as `Europe/Berlin`. Styles: eventTicket. From iOS 18.
   */
  readonly timeZone?: string;
  /**
   * Shows TBA.
   *
   * Default: `false`. Styles: eventTicket. From iOS 18.1.
   */
  readonly unannounced?: boolean;
  /**
   * Shows TBD; wins over unannounced. Reference text of the two flags looks swapped.
   *
   * Default: `false`. Styles: eventTicket. From iOS 18.1.
   */
  readonly undetermined?: boolean;
}

/** Coordinates in a tag. */
export interface SemanticLocation {
  /**
   * Degrees.
   *
   * Required. Limit: -90 to 90. From iOS 12, watchOS 5.
   */
  readonly latitude: number;
  /**
   * Degrees.
   *
   * Required. Limit: -180 to 180. From iOS 12, watchOS 5.
   */
  readonly longitude: number;
}

/** A person's name in its parts. */
export interface PersonNameComponents {
  /**
   * Family name.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly familyName?: string;
  /**
   * Given name.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly givenName?: string;
  /**
   * Middle name.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly middleName?: string;
  /**
   * Title before the name: Dr., Ms.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly namePrefix?: string;
  /**
   * Addition behind the name: Jr.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly nameSuffix?: string;
  /**
   * Nickname.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly nickname?: string;
  /**
   * How the name is pronounced.
   *
   * Localizable. Styles: boardingPass. From iOS 12, watchOS 5.
   */
  readonly phoneticRepresentation?: string;
}

/** A seat in the tag `seats`. */
export interface Seat {
  /**
   * Aisle of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 18.
   */
  readonly seatAisle?: string;
  /**
   * Kind of seat in words: flat bed seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatDescription?: string;
  /**
   * Code of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatIdentifier?: string;
  /**
   * Level of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 18.
   */
  readonly seatLevel?: string;
  /**
   * Number of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatNumber?: string;
  /**
   * Row of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatRow?: string;
  /**
   * Section of the seat.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatSection?: string;
  /**
   * Colour of the section.
   *
   * Format: colour as rgb(red, green, blue), whole numbers from 0 to 255; hexadecimal colours are read by Apple's own tool
   * only, such as `rgb(22, 55, 110)`. Styles: boardingPass, eventTicket. From iOS 18.
   */
  readonly seatSectionColor?: RgbColor;
  /**
   * Kind of seating: reserved seating.
   *
   * Localizable. Styles: boardingPass, eventTicket. From iOS 12, watchOS 5.
   */
  readonly seatType?: string;
}

/** A wireless network in the tag `wifiAccess`. */
export interface WifiNetwork {
  /**
   * Network name.
   *
   * Required. From iOS 12, watchOS 5.
   */
  readonly ssid: string;
  /**
   * Password.
   *
   * Required. From iOS 12, watchOS 5.
   */
  readonly password: string;
  /**
   * Token for a captive portal. A newer key, unknown to pass-builder and libraries.
   *
   *
   */
  readonly captiveToken?: string;
  /**
   * Where the token for a captive portal is presented. A newer key, unknown to pass-builder and libraries.
   *
   * Format: URL with its scheme, such as `https://example.com/tickets`.
   */
  readonly captiveTokenAuthURL?: string;
}
