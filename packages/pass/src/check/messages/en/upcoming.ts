import type { RuleWords } from "../../rule.ts";

const ENTRY_IGNORED = "Wallet ignores this event.";
const IMAGE_MISSING = "The picture is not loaded.";
const ACTION_IGNORED = "The button is not drawn.";

export const UPCOMING_WORDS = {
  "upcoming-scheme": {
    message: "There are upcoming events, but the pass does not show as a poster event ticket (style: {style}).",
    device: "Wallet ignores the upcoming events.",
    why: "upcomingPassInformation is part of the poster event ticket of iOS 26; no other look lists further events.",
    fix: 'Use the style eventTicket and add "preferredStyleSchemes": ["posterEventTicket", "eventTicket"].',
  },
  "upcoming-required": {
    message: "An upcoming event lacks {missing}.",
    device: ENTRY_IGNORED,
    why: "identifier, name and type are required in every entry.",
    fix: 'Add {missing}; type is always "event", and identifier is any text that is unique in the list.',
  },
  "upcoming-type": {
    message: "The type of an upcoming event is {type}.",
    device: ENTRY_IGNORED,
    why: '"event" is the only type there is.',
    fix: 'Write "type": "event". What kind of event it is goes into its semantics as eventType.',
  },
  "upcoming-id-unique": {
    message: "Two upcoming events have the identifier {identifier}.",
    device: "Which of the two is shown is not defined.",
    why: "Wallet tells the events of a ticket apart by their identifiers, also from one update to the next.",
    fix: "Give every event an identifier of its own that it keeps in all updates.",
  },
  "upcoming-back": {
    message: "The upcoming event {name} has no backFields.",
    device: "Nobody can open the details of this event.",
    why: "Testers on iOS 26 saw the page with the details only for entries that have at least one back field.",
    fix: 'Add at least one: "backFields": [{ "key": "doors", "label": "Doors", "value": "18:00" }].',
  },
  "upcoming-image-url": {
    message: "A picture of an upcoming event cannot be fetched: {problem}.",
    device: IMAGE_MISSING,
    why: "The pictures of upcoming events are downloaded; Wallet takes them over https alone and compares the SHA-256 of what arrives.",
    fix: 'Give the address as "URL": "https://…" and the SHA-256 of the file as 64 hexadecimal digits in "SHA256".',
  },
  "upcoming-image-size": {
    message: "A picture of an upcoming event has {size} bytes.",
    device: IMAGE_MISSING,
    why: "Wallet fetches pictures of at most 2 megabytes.",
    fix: "Make the picture smaller: fewer pixels, or PNG with fewer colours.",
  },
  "upcoming-url-case": {
    message: 'The key is written "{key}".',
    device: "Wallet probably ignores it, as keys are case sensitive.",
    why: 'Apple\'s reference writes "{documented}"; the source of Apple\'s pass-builder writes "{key}". Nobody has shown that devices read the latter.',
    fix: 'Write "{documented}".',
  },
  "upcoming-reuse": {
    message: "The pass has a map of the venue, and the upcoming event {name} does not use it.",
    device: "This event is shown without a map.",
    why: "An event takes the map of the pass only when it says so.",
    fix: 'If it takes place at the same venue, add "images": { "venueMap": { "reuseExisting": true } }.',
  },
  "actions-count": {
    message: "There are {count} featured actions.",
    device: "Wallet draws the first two.",
    why: "There is room for two buttons under a pass; the order is the order of importance.",
    fix: "Keep the two that matter most.",
  },
  "actions-id": {
    message: "A featured action {problem}.",
    device: ACTION_IGNORED,
    why: "Every action needs an identifier of its own.",
    fix: 'Add "identifier" with a text that no other action of the pass has.',
  },
  "actions-type": {
    message: "The type of a featured action is {type}.",
    device: ACTION_IGNORED,
    why: "Wallet supplies icon and text for a fixed list of types: addToBalance, bookAppointment, bookCar, bookFlight, bookStay, call, listenToMusic, membershipBenefits, order, place, shop, viewOffersRewards, viewSchedule, watchTrailer.",
    fix: "Use the type of this list that fits best, letter by letter.",
  },
  "actions-url": {
    message: "A featured action of type {type} has no url.",
    device: ACTION_IGNORED,
    why: "A button has to lead somewhere; every type but place does so by its url.",
    fix: 'Add "url": "https://…", or "tel:…" for a call.',
  },
  "actions-call": {
    message: "The featured action for a call leads to {url}.",
    device: "The button does nothing.",
    why: "The type call dials, so its url has to be a telephone number.",
    fix: 'Write the number in international form: "url": "tel:+14085551234".',
  },
  "actions-place": {
    message: "A featured action is of type place.",
    device: "No tester has seen this button so far.",
    why: "Apple lists the type, but iOS 27 drew it for none of those who tried, with or without a placeIdentifier.",
    fix: "Do not rely on it: lead to the place with another type and a link to Maps, or add it to the back of the pass.",
  },
  "actions-scheme": {
    message: "The pass has featured actions and shows as {scheme}.",
    device: "On iOS 27 the buttons are not drawn.",
    why: "Testers saw featured actions under the plain styles and posterGeneric only; {scheme} has buttons of its own.",
    fix: "Use the buttons of {scheme} (its URL keys) for what people need; the actions may stay for devices that show the plain style.",
  },
} as const satisfies Record<string, RuleWords>;
