import type { RuleWords } from "../../rule.ts";

export const FIELD_FORMAT_WORDS = {
  "text-alignment-enum": {
    message: "textAlignment is {value}, which is none of {known}.",
    device: 'Refuses the pass. The device log says: "… is not in PKTextAlignmentLeft, PKTextAlignmentCenter, …".',
    why: "Only these values are known, spelled exactly so.",
    fix: 'Write "textAlignment": "{suggestion}".',
  },
  "date-style-enum": {
    message: "{key} is {value}, which is none of {known}.",
    device: "Cannot format the value; the pass may be refused.",
    why: "Only these values are known, spelled exactly so; timeStyle takes the same ones as dateStyle.",
    fix: 'Write "{key}": "{suggestion}".',
  },
  "date-style-pair": {
    message: "The field {key} has {given} without {missing}.",
    device: "Apple does not say how the other half is drawn.",
    why: "Apple asks to give both styles or neither.",
    fix: 'Add "{missing}": "PKDateStyleNone".',
  },
  "date-value": {
    message: "The value {value} is to be shown as a date, but it is no complete date.",
    device: "Cannot format it: the field shows an error text, or the pass is refused.",
    why: "A field with dateStyle, timeStyle, isRelative or ignoresTimeZone needs a date with time and zone.",
    fix: 'Write the value like "{suggestion}", or remove the date keys to show the text as it is.',
  },
  "date-no-zone": {
    message: "The date {value} has no time zone.",
    device: "Cannot tell the moment: the field shows an error text or another hour, or the pass is refused.",
    why: "The device shows dates in the zone where it is, so it has to know the zone that was meant.",
    fix: 'Add the offset of the place, such as "{suggestion}", or Z for UTC.',
  },
  "is-relative-no-style": {
    message: "The field {key} has {option}, but neither dateStyle nor timeStyle.",
    device: "Shows the value as plain text.",
    why: "{option} changes how a date is drawn; without a style nothing is drawn as a date.",
    fix: 'Add "dateStyle" and "timeStyle", or remove {option}.',
  },
  "number-style-enum": {
    message: "{key} is {value}, which is none of {known}.",
    device: "Cannot format the value; the pass may be refused.",
    why: "Only these values are known, spelled exactly so.",
    fix: 'Write "{key}": "{suggestion}".',
  },
  "currency-value": {
    message: "The value {value} is a text, but the field has the currency {currency}.",
    device: "Refuses the pass without a message, a developer reports (2024). Older systems may have taken it.",
    why: "An amount of money has to be a number, which the device formats.",
    fix: 'Write the bare number: "value": {suggestion}.',
  },
  "number-value": {
    message: "The value {value} is a text, but the field has a numberStyle.",
    device: "Shows the text as it is, without the format.",
    why: "Only a JSON number is formatted.",
    fix: 'Write the bare number: "value": {suggestion}.',
  },
  "currency-and-number": {
    message: "The field {key} has a currencyCode and a numberStyle.",
    device: "Follows one of them; Apple does not say which.",
    why: "Both say how to format the number; Apple's own builder warns about it.",
    fix: "Keep currencyCode for money and numberStyle for everything else.",
  },
  "currency-date-mix": {
    message: "The field {key} has {number} and {date}.",
    device: "Cannot show one value as a number and as a date.",
    why: "A value is an amount or a moment.",
    fix: "Remove the keys that do not fit the value.",
  },
  "currency-iso": {
    message: "currencyCode is {value}, which is no currency of ISO 4217.",
    device: "Shows the amount with a wrong sign or none.",
    why: "Currencies are named by three capital letters, such as EUR.",
    fix: 'Write the code of the currency, such as "{suggestion}".',
  },
  "data-detector-enum": {
    message: "dataDetectorTypes has {value}, which is no known detector.",
    device: "Does not know what to look for; the pass may be refused.",
    why: "The key is an array of PKDataDetectorType… values; an empty array switches all detectors off.",
    fix: "Write {suggestion}.",
  },
  "data-detector-scope": {
    message: "A field in {section} has dataDetectorTypes.",
    device: "Ignores it: nothing on the front can be tapped.",
    why: "Detectors work on back fields.",
    fix: "Remove dataDetectorTypes, or move the field to backFields.",
  },
} as const satisfies Record<string, RuleWords>;
