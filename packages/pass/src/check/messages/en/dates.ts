import type { RuleWords } from "../../rule.ts";

const UNPARSED =
  "Wallet refuses the pass; the device log says: Unable to parse … as a date. We expect dates in W3C date time stamp format.";

export const DATES_WORDS = {
  "date-w3c": {
    message: "{key} is {value}, which is not a complete date and time with a zone.",
    device: UNPARSED,
    why: "A date of a pass is a W3C time stamp: date, T, hours and minutes, seconds if wanted, then Z or an offset such as +02:00.",
    fix: "Write it like 2026-06-01T09:30:00+02:00 or 2026-06-01T07:30:00Z, or leave the key out when there is no date.",
  },
  "date-empty": {
    message: "{key} is an empty text, where a date belongs.",
    device:
      "Not known for an empty text: a pass of a real issuer has such dates, and no log of a refusal is public. Every other text that is no date is refused. At best there is no date.",
    why: "A date that is not there is left out. Generators that write every key of theirs write empty texts.",
    fix: "Leave {key} out, or give it a date like 2026-06-01T09:30:00+02:00.",
  },
  "date-offset-colon": {
    message: "{value} has an offset without a colon.",
    device: UNPARSED,
    why: "The W3C form has a colon between the hours and minutes of an offset. Many date formatters leave it out unless told (Java: XXX instead of Z; strftime: %:z instead of %z).",
    fix: "Write {suggestion}.",
  },
  "date-single-digit-offset": {
    message: "{value} has an offset that is not written as two digits, a colon and two digits.",
    device: UNPARSED,
    why: "The W3C form is ±hh:mm. An example in Apple's own article has this mistake.",
    fix: "Write {suggestion}.",
  },
  "date-date-only": {
    message: "{value} is a date without a time.",
    device: "Expected: Wallet refuses the pass, as it does for every text that it cannot read as a date.",
    why: "The W3C form that Wallet reads is a complete date plus hours and minutes, with a zone.",
    fix: "Add the time and the zone, like {suggestion}.",
  },
  "date-real": {
    message: "{value} does not exist: the calendar has no such day or time, or no zone has such an offset.",
    device:
      "Expected: Wallet cannot read it, or reads another day. A date at the top of pass.json that cannot be read stops the installation.",
    why: "Days end with their month, hours with 23, minutes and seconds with 59, and no zone is more than 14 hours from Greenwich.",
    fix: "Correct the date.",
  },
  "date-fraction": {
    message: "{value} has fractions of a second.",
    device: "Current systems and Apple's pass-builder read it; passes were reported not to install because of it (2018).",
    why: "The forms that a device names in its log end with minutes or seconds.",
    fix: "Leave the fraction out: {suggestion}.",
  },
  "expiration-past": {
    message: "expirationDate is {value}, which is past (the check is made for {now}).",
    device: "Wallet adds the pass to the expired ones at once and dims its barcode.",
    why: "After its expirationDate a pass counts as expired.",
    fix: "Give a date in the future, or leave expirationDate out.",
  },
  "expiration-before-relevant": {
    message: "The pass is to become relevant at {value}, but expires before, at {expiration}.",
    device: "Expected: an expired pass is not suggested on the lock screen, so this moment never comes.",
    why: "expirationDate ends everything that a pass does.",
    fix: "Move expirationDate behind the last relevant moment.",
  },
  "expiration-missing-event": {
    message: "The pass has no expirationDate.",
    device: "The pass stays among the current ones after its use, until the person removes it.",
    why: "Passes of the style {style} are of use for a limited time; Wallet puts away what has expired.",
    fix: "Give expirationDate a moment some hours after the event, the arrival or the end of the offer.",
  },
  "relevant-date-deprecated": {
    message: "relevantDate is given without relevantDates.",
    device: "Wallet reads it on every system so far.",
    why: "Since iOS 18 relevantDate is deprecated; relevantDates takes several moments and intervals.",
    fix: "Add relevantDates beside it, as long as systems before iOS 18 matter.",
  },
  "relevant-date-style": {
    message: "relevantDate has no use in the style {style}.",
    device: "Wallet does not use the date; the pass comes up by its locations alone.",
    why: "Apple's table of relevance says for coupons and store cards: date not supported.",
    fix: "Remove relevantDate and give locations, or choose a style that goes by date.",
  },
  "relevant-date-expires": {
    message: "relevantDate {value} is the only date of the pass.",
    device: "Wallet can count the pass as expired about a day after relevantDate (seen by issuers).",
    why: "Without an expirationDate, newer systems take the end of relevance for the end of the pass.",
    fix: "Add an expirationDate if the pass is of use for longer.",
  },
  "relevant-dates-shape": {
    message: "{value} in relevantDates has neither a date nor a startDate with an endDate.",
    device: "Expected: Wallet ignores the entry, or relevantDates as a whole.",
    why: "relevantDates is an array of objects: a moment { date } or an interval { startDate, endDate }.",
    fix: 'Write [{ "date": "2026-06-01T09:30:00+02:00" }] or [{ "startDate": "…", "endDate": "…" }].',
  },
  "relevant-dates-end": {
    message: "An interval in relevantDates has {there}, but no {missing}.",
    device: "Expected: Wallet ignores the interval.",
    why: "An interval needs both of its ends.",
    fix: "Add {missing}, or write the moment as { date }.",
  },
  "relevant-dates-mixed": {
    message: "An entry of relevantDates has both a date and startDate or endDate.",
    device: "Which of the two Wallet takes is not documented.",
    why: "An entry is either a moment or an interval.",
    fix: "Make two entries of it, or remove one of the two.",
  },
  "relevant-dates-order": {
    message: "An interval in relevantDates ends ({end}) before it begins ({start}).",
    device: "Expected: Wallet ignores the interval.",
    why: "endDate must lie after startDate. Two different offsets can hide the order.",
    fix: "Swap or correct the two dates.",
  },
  "relevant-dates-24h": {
    message: "An interval in relevantDates is {hours} hours long.",
    device: "Testers saw intervals of more than 24 hours cut or ignored.",
    why: "Relevance is meant for the hours around an event.",
    fix: "Give one interval of at most 24 hours for each day.",
  },
  "relevant-dates-ios18-name": {
    message: "The entry of relevantDates gives its moment as date ({value}) only.",
    device: "iOS 18 looks for the key relevantDate in an entry and does not see this moment; iOS 26 and later read date.",
    why: "Apple renamed the key of an entry with iOS 26.",
    fix: 'Where iOS 18 matters, give both: { "date": {value}, "relevantDate": {value} }.',
  },
} as const satisfies Record<string, RuleWords>;
