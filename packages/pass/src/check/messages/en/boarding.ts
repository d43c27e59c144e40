import type { RuleWords } from "../../rule.ts";

const FALLS_BACK = "On iOS 26 and later Wallet gives up the new look and falls back to the plain boarding pass.";
const BADGE_MISSING = "The badge is not drawn.";

/** The words for a tag that Apple demands. `what` continues the sentence "… is one of the twelve facts that …". */
function demanded(tag: string, what: string, example: string): RuleWords {
  return {
    message: `The semantic boarding pass has no semantic tag "${tag}".`,
    device: FALLS_BACK,
    why: `The new look is drawn from semantic tags, not from fields. ${what} is one of the twelve that Apple demands.`,
    fix: `Add it to the tags at the root: "semantics": { "${tag}": ${example} }.`,
  };
}

export const BOARDING_WORDS = {
  "boarding-airlineCode": demanded("airlineCode", "The code of the airline", '"LH"'),
  "boarding-flightNumber": demanded("flightNumber", "The number of the flight, as a JSON number without the airline,", "400"),
  "boarding-departureAirportCode": demanded("departureAirportCode", "The IATA code of the airport of departure", '"FRA"'),
  "boarding-destinationAirportCode": demanded("destinationAirportCode", "The IATA code of the airport of arrival", '"JFK"'),
  "boarding-originalArrivalDate": demanded("originalArrivalDate", "The planned time of arrival", '"2026-07-14T18:30:00-04:00"'),
  "boarding-originalBoardingDate": demanded("originalBoardingDate", "The planned time of boarding", '"2026-07-14T12:45:00+02:00"'),
  "boarding-originalDepartureDate": demanded(
    "originalDepartureDate",
    "The planned time of departure",
    '"2026-07-14T13:30:00+02:00"',
  ),
  "boarding-passengerName": demanded(
    "passengerName",
    "The name of the passenger, in its parts,",
    '{ "givenName": "Ada", "familyName": "Lovelace" }',
  ),
  "boarding-departureLocationTimeZone": demanded(
    "departureLocationTimeZone",
    "The time zone of the airport of departure, by its IANA name,",
    '"Europe/Berlin"',
  ),
  "boarding-departureCityName": demanded("departureCityName", "The city of departure", '"Frankfurt"'),
  "boarding-destinationCityName": demanded("destinationCityName", "The city of arrival", '"New York"'),
  "boarding-destinationLocationTimeZone": demanded(
    "destinationLocationTimeZone",
    "The time zone of the airport of arrival, by its IANA name,",
    '"America/New_York"',
  ),
  "boarding-transit-air": {
    message: "The pass asks for the semantic boarding pass, but its transitType is {transitType}.",
    device: FALLS_BACK,
    why: "The scheme is for flights: it shows airports, gates and a flight's live status.",
    fix: 'Set "transitType": "PKTransitTypeAir" for a flight; for a train, bus or ship take "semanticBoardingPass" out.',
  },
  "boarding-tz-names": {
    message: 'The time zone of the airport is given as "{alias}".',
    device: "Wallet reads {name} according to Apple's reference: without it the times may be wrong and the new look may fail.",
    why: "Apple's own tool pass-builder writes {alias}, Apple's reference knows only {name}. Nobody has shown that devices read the other name.",
    fix: 'Write "{name}", or both.',
  },
  "boarding-iata-code": {
    message: '"{tag}" is {value}.',
    device: "Wallet finds no flight, or a wrong one: no gate, no delays, no map of the airport.",
    why: "The code is looked up as it stands. It must be {form}.",
    fix: 'Write the code alone in "{tag}": {form}. Names of airports and cities have tags of their own.',
  },
  "boarding-flight-number": {
    message: '"flightNumber" is {value}.',
    device: "Wallet ignores the tag, and with it the semantic boarding pass.",
    why: "The tag is a JSON number: the digits of the flight without the airline's code. The whole code goes into flightCode.",
    fix: 'Write the number alone and without quotation marks: "airlineCode": "LH", "flightNumber": 400.',
  },
  "boarding-flight-code": {
    message: '"flightCode" is {flightCode}, but airline and number make {expected}.',
    device: "One part of the pass speaks of another flight than the rest.",
    why: "flightCode is airlineCode and flightNumber in one text.",
    fix: "Make the three agree, or leave flightCode out.",
  },
  "boarding-words": {
    message: '"{tag}" is {value}: the word "{word}" is in the value.',
    device: 'The word appears twice, as in "Gate Gate A12".',
    why: "Wallet puts the word before the value, in the traveller's language.",
    fix: 'Leave the word out: only what follows it belongs into "{tag}".',
  },
  "boarding-time-order": {
    message: "{first} ({firstValue}) is later than {second} ({secondValue}).",
    device: "The pass shows times in an impossible order, and the countdown runs to the wrong one.",
    why: "Boarding comes before departure and departure before arrival. Mostly an offset is wrong, or a delay moved one time and not the others.",
    fix: "Correct {first} or {second}. For a delay move all the current… dates that it concerns.",
  },
  "boarding-tz-iana": {
    message: '"{tag}" is {zone}, which is no name of the IANA database.',
    device: "Wallet cannot tell the local time of the airport: times are wrong, and the semantic boarding pass falls back.",
    why: "A device looks the zone up by its IANA name; abbreviations and offsets are no such names.",
    fix: 'Write the zone of the airport by its name, such as "Europe/Berlin" or "America/New_York".',
  },
  "boarding-security-pair": {
    message: "The passenger is in the security program {program}, but no airport of the journey lists it.",
    device: BADGE_MISSING,
    why: "Wallet draws the badge only where the passenger's list and the list of an airport agree.",
    fix: "Add {program} to departureLocationSecurityPrograms or destinationLocationSecurityPrograms if that airport takes part.",
  },
  "boarding-security-enum": {
    message: '"{tag}" holds {value}, which is no security program that Wallet knows.',
    device: BADGE_MISSING,
    why: "The programs are a fixed list: PKTransitSecurityProgramTSAPreCheck, …TSAPreCheckTouchlessID, …OSS, …ITI, …ITD, …GlobalEntry, …CLEAR.",
    fix: "Use one of these names, letter by letter, or take the value out.",
  },
  "boarding-capability-enum": {
    message: '"passengerCapabilities" holds {value}, which is no capability that Wallet knows.',
    device: "Wallet does not draw it.",
    why: "The capabilities are a fixed list: PKPassengerCapabilityPreboarding, …PriorityBoarding, …Carryon, …PersonalItem, …LapInfant.",
    fix: "Use one of these names, letter by letter, or take the value out.",
  },
  "boarding-ssr": {
    message: '"{tag}" holds {value}.',
    device: "Wallet draws no symbol for this code.",
    why: "Of the special service requests Wallet draws: {known}.",
    fix: "Codes of the airline itself belong into passengerAirlineSSRs; others may stay, they do no harm.",
  },
  "boarding-docs-badge": {
    message: "The travel documents are said to be verified, but the badge has no text.",
    device: BADGE_MISSING,
    why: "internationalDocumentsAreVerified shows a badge whose text is internationalDocumentsVerifiedDeclarationName.",
    fix: 'Add the text: "internationalDocumentsVerifiedDeclarationName": "DOCS OK".',
  },
  "boarding-keys-scope": {
    message: '"{key}" is given, but the pass does not ask for the semantic boarding pass.',
    device: "Wallet ignores the key: there is no button.",
    why: "The plain boarding pass has no place for the airline's buttons.",
    fix: 'Ask for the new look with "preferredStyleSchemes": ["semanticBoardingPass", "boardingPass"], or take "{key}" out.',
  },
  "boarding-lounge": {
    message: 'The lounge is given as "airlineLoungePlaceID" ({value}).',
    device: "Wallet may show no lounge.",
    why: "A session of WWDC25 and Apple's pass-builder use this name; Apple's reference has loungePlaceIDs, a list.",
    fix: 'Write "loungePlaceIDs": [{value}], and keep the old name beside it if you like.',
  },
  "boarding-legacy-fields": {
    message: "The semantic boarding pass has no fields on the front of boardingPass.",
    device: "iOS 18 and earlier, Apple Watch, and every device on which the new look fails show an empty boarding pass.",
    why: "Those draw the plain boarding pass, which knows nothing of semantic tags.",
    fix: "Put origin, destination, times, gate, seat and passenger into the fields of boardingPass as well.",
  },
} as const satisfies Record<string, RuleWords>;
