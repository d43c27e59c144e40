import type { RuleWords } from "../../rule.ts";

const TAG_IGNORED = "Wallet ignores the tag, and whatever it would do with it does not happen.";

export const SEMANTICS_WORDS = {
  "semantic-style": {
    message: 'The semantic tag "{tag}" is meant for {meant}, and this pass is {actual}.',
    device: "Wallet ignores the tag.",
    why: "Apple's reference names for every tag the kinds of pass that it is for.",
    fix: 'Take "{tag}" out, or correct the style, transitType or eventType of the pass.',
  },
  "semantic-unknown": {
    message: '"{tag}" is no semantic tag that Apple documents.{hint}',
    device: "Wallet ignores the tag.",
    why: "A misspelt tag and an invented one look alike to a device.",
    fix: "Correct the name, or put data of your own into userInfo.",
  },
  "semantic-date": {
    message: '"{tag}" is {value}, which is not a complete date with time and zone.',
    device: TAG_IGNORED,
    why: "Dates in tags are ISO 8601 with hours and minutes and a zone: Z, or an offset with a colon.",
    fix: 'Write it like this: "{mended}".',
  },
  "semantic-event-type": {
    message: '"eventType" is {value}, which is no kind of event that Wallet knows.',
    device: TAG_IGNORED,
    why: "The kinds are a fixed list: PKEventTypeGeneric, …LivePerformance, …Movie, …Sports, …Conference, …Convention, …Workshop, …SocialGathering.",
    fix: 'Use one of these names, letter by letter, such as "{near}".',
  },
  "semantic-currency": {
    message: 'In "{tag}" {problem}.',
    device: TAG_IGNORED,
    why: "An amount of money is given in two texts: the amount as a decimal number with a point, and the currency by its three capital letters.",
    fix: 'Write "{tag}": { "amount": "12.50", "currencyCode": "EUR" }.',
  },
  "semantic-wifi": {
    message: "A network in wifiAccess has no {missing}.",
    device: "The phone is not offered this network.",
    why: "Apple requires both the name and the password of a network; an open network needs no tag.",
    fix: 'Write { "ssid": "Northwind Guest", "password": "…" }, or take the network out.',
  },
  "semantic-seat-empty": {
    message: "A seat in the tags says nothing.",
    device: "An empty row is drawn where the seat should be.",
    why: "Every entry of seats is shown as a seat of its own.",
    fix: 'Fill in what there is: { "seatSection": "100", "seatRow": "3", "seatNumber": "5" }, or take the entry out.',
  },
  "semantic-location": {
    message: '"{tag}" {problem}.',
    device: "Wallet ignores the place: no map, no directions, no suggestion on arrival.",
    why: "A place is a latitude from -90 to 90 and a longitude from -180 to 180, both JSON numbers.",
    fix: 'Write "{tag}": { "latitude": 37.3349, "longitude": -122.009 }.',
  },
  "semantic-duration": {
    message: '"duration" is {value}.',
    device: TAG_IGNORED,
    why: "The tag is a number of seconds.",
    fix: 'Write the seconds as a JSON number: "duration": 7200 for two hours.',
  },
  "semantic-silence": {
    message: "The ticket asks for silence, but something that this needs is missing: {missing}.",
    device: "The phone does not suggest Do Not Disturb.",
    why: "The suggestion appears during a film only: Wallet has to know that it is one, where it is shown, and from when to when.",
    fix: "Add what is missing: {missing}. Otherwise silenceRequested may go.",
  },
  "semantic-deprecated-alias": {
    message: 'The tag is written "{alias}".',
    device: 'Wallet reads "{name}" according to Apple\'s reference, and may ignore this one.',
    why: 'Apple\'s own tool pass-builder writes "{alias}", Apple\'s reference knows only "{name}". Nobody has shown that devices read the other name.',
    fix: 'Write "{name}", or both.',
  },
} as const satisfies Record<string, RuleWords>;
