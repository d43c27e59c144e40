import type { AreaExamples } from "../example.ts";

const DAY = "2026-07-14T08:30:00+02:00";
const LATER = "2026-07-14T20:30:00+02:00";
/** An event ticket whose relevant dates are these. */
const withDates = (relevantDates: readonly object[]) => ({
  style: "eventTicket" as const,
  pass: { relevantDates: relevantDates as never, relevantDate: null },
});

export const DATES_EXAMPLES: AreaExamples = {
  "date-w3c": {
    triggers: [
      { pass: { expirationDate: "31.12.2026" } },
      { pass: { expirationDate: "/Date(1487415600000-0000)/" } },
      { pass: { expirationDate: "2026-12-31 23:59:00+01:00" } },
      { pass: { expirationDate: "2026-12-31T23:59:00" } },
      { pass: { expirationDate: 1798671540 } },
      withDates([{ date: "tomorrow" }]),
      withDates([{ startDate: DAY, endDate: "2026-07-14T20:30" }]),
    ],
    passes: [
      { pass: { expirationDate: "2026-12-31T23:59:00+01:00" } },
      { pass: { expirationDate: "2026-12-31T23:59Z" } },
      withDates([
        { date: DAY, relevantDate: DAY },
        { startDate: DAY, endDate: LATER },
      ]),
    ],
  },
  "date-empty": {
    triggers: [{ pass: { expirationDate: "" } }, { pass: { relevantDate: " " } }, withDates([{ date: "" }])],
    passes: [{ pass: { expirationDate: "2026-12-31T23:59:00+01:00" } }, { pass: { expirationDate: null } }],
  },
  "date-offset-colon": {
    triggers: [{ pass: { expirationDate: "2026-12-31T23:59:00+0100" } }, withDates([{ date: "2026-07-14T08:30+0000" }])],
    passes: { pass: { expirationDate: "2026-12-31T23:59:00+01:00" } },
  },
  "date-single-digit-offset": {
    triggers: [{ pass: { expirationDate: "2026-12-31T23:59:00-7:00" } }, { pass: { expirationDate: "2026-12-31T23:59:00+02" } }],
    passes: { pass: { expirationDate: "2026-12-31T23:59:00-07:00" } },
  },
  "date-date-only": {
    triggers: [{ pass: { expirationDate: "2026-12-31" } }, { pass: { expirationDate: "2026" } }],
    passes: { pass: { expirationDate: "2026-12-31T00:00Z" } },
  },
  "date-real": {
    triggers: [
      { pass: { expirationDate: "2026-02-29T10:00:00Z" } },
      { pass: { expirationDate: "2026-12-31T24:00:00Z" } },
      { pass: { expirationDate: "2026-12-31T23:59:60Z" } },
      { pass: { expirationDate: "2026-12-31T10:00:00+15:00" } },
      { style: "eventTicket", pass: { semantics: { eventStartDate: "2026-06-31T10:00:00Z" } } },
    ],
    passes: { pass: { expirationDate: "2028-02-29T10:00:00+14:00" } },
  },
  "date-fraction": {
    triggers: [
      { pass: { expirationDate: "2026-12-31T23:59:00.000Z" } },
      { style: "eventTicket", pass: { semantics: { eventStartDate: "2026-06-30T10:00:00.5Z" } } },
      {
        pass: {
          generic: {
            auxiliaryFields: [
              {
                key: "until",
                label: "UNTIL",
                value: "2026-12-31T23:59:00.000Z",
                dateStyle: "PKDateStyleShort",
                timeStyle: "PKDateStyleNone",
              },
            ],
          },
        },
      },
    ],
    passes: { pass: { expirationDate: "2026-12-31T23:59:00Z" } },
  },
  "expiration-past": {
    triggers: { now: "2026-06-01T12:00:00Z", pass: { expirationDate: "2026-06-01T13:59:59+02:00" } },
    passes: { now: "2026-06-01T12:00:00Z", pass: { expirationDate: "2026-06-01T14:00:01+02:00" } },
  },
  "expiration-before-relevant": {
    triggers: [
      { style: "eventTicket", pass: { expirationDate: "2026-07-14T10:00:00+02:00" } },
      {
        style: "eventTicket",
        pass: {
          relevantDate: null,
          relevantDates: [{ startDate: LATER, endDate: "2026-07-14T23:00:00+02:00" }],
          expirationDate: DAY,
        },
      },
    ],
    passes: {
      style: "eventTicket",
      pass: { relevantDate: null, relevantDates: [{ startDate: DAY, endDate: LATER }], expirationDate: LATER },
    },
  },
  "expiration-missing-event": {
    triggers: { style: "coupon", pass: { expirationDate: null } },
    passes: [{ style: "coupon" }, { style: "generic" }],
  },
  "relevant-date-deprecated": {
    triggers: { style: "eventTicket", pass: { relevantDates: null } },
    passes: { style: "eventTicket" },
  },
  "relevant-date-style": {
    triggers: [
      { style: "coupon", pass: { relevantDate: DAY } },
      { style: "storeCard", pass: { relevantDate: DAY } },
    ],
    passes: [{ style: "generic", pass: { relevantDate: DAY } }, { style: "boardingPass" }],
  },
  "relevant-date-expires": {
    triggers: { style: "eventTicket", pass: { relevantDates: null, expirationDate: null } },
    passes: { style: "eventTicket", pass: { relevantDates: null } },
  },
  "relevant-dates-shape": {
    triggers: [
      withDates([{}]),
      withDates(["2026-07-14T08:30:00+02:00" as never]),
      { style: "eventTicket", pass: { relevantDates: DAY } },
    ],
    passes: [withDates([{ date: DAY }]), withDates([{ relevantDate: DAY }]), withDates([{ startDate: DAY, endDate: LATER }])],
  },
  "relevant-dates-end": {
    triggers: [withDates([{ startDate: DAY }]), withDates([{ endDate: DAY }])],
    passes: withDates([{ startDate: DAY, endDate: LATER }]),
  },
  "relevant-dates-mixed": {
    triggers: withDates([{ date: DAY, startDate: DAY, endDate: LATER }]),
    passes: withDates([{ date: DAY }, { startDate: DAY, endDate: LATER }]),
  },
  "relevant-dates-order": {
    triggers: [
      withDates([{ startDate: LATER, endDate: DAY }]),
      withDates([{ startDate: DAY, endDate: "2026-07-14T07:30:00+01:00" }]),
    ],
    passes: withDates([{ startDate: DAY, endDate: "2026-07-14T08:00:00+01:00" }]),
  },
  "relevant-dates-24h": {
    triggers: withDates([{ startDate: DAY, endDate: "2026-07-15T08:31:00+02:00" }]),
    passes: withDates([{ startDate: DAY, endDate: "2026-07-15T08:30:00+02:00" }]),
  },
  "relevant-dates-ios18-name": {
    triggers: withDates([{ date: DAY }]),
    passes: withDates([{ date: DAY, relevantDate: DAY }]),
  },
};
