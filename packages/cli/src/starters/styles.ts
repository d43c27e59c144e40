import { dateTime, number, text, value, type Starter } from "./starter.ts";

const SERIAL = text("0001", { pattern: "^[A-Za-z0-9._-]+$", description: "Never changes during the life of a pass" });
const qrCode = (message: string): unknown => [
  { format: "PKBarcodeFormatQR", message, messageEncoding: "iso-8859-1", altText: message },
];

const boardingPass: Starter = {
  style: "boardingPass",
  name: "Boarding pass",
  colour: "rgb(14, 58, 92)",
  inputs: {
    serialNumber: SERIAL,
    passenger: text("Ada Lovelace"),
    flight: text("PW 842"),
    from: text("LIS", { pattern: "^[A-Z]{3}$" }),
    fromCity: text("Lisbon"),
    to: text("OSL", { pattern: "^[A-Z]{3}$" }),
    toCity: text("Oslo"),
    gate: text("F12"),
    seat: text("14C"),
    boardingTime: dateTime("2030-06-01T09:40:00+01:00"),
    arrivalTime: dateTime("2030-06-01T15:05:00+02:00"),
  },
  pass: {
    description: "Boarding pass ${from} to ${to}",
    relevantDate: value("boardingTime"),
    relevantDates: [{ date: value("boardingTime") }],
    expirationDate: value("arrivalTime"),
    boardingPass: {
      transitType: "PKTransitTypeAir",
      headerFields: [{ key: "gate", label: "GATE", value: "${gate}", changeMessage: "Gate changed to %@" }],
      primaryFields: [
        { key: "from", label: "${fromCity}", value: "${from}" },
        { key: "to", label: "${toCity}", value: "${to}" },
      ],
      auxiliaryFields: [
        {
          key: "boarding",
          label: "BOARDING",
          value: value("boardingTime"),
          dateStyle: "PKDateStyleNone",
          timeStyle: "PKDateStyleShort",
        },
        { key: "flight", label: "FLIGHT", value: "${flight}" },
      ],
      secondaryFields: [
        { key: "passenger", label: "PASSENGER", value: "${passenger}" },
        { key: "seat", label: "SEAT", value: "${seat}", changeMessage: "Your seat is now %@" },
      ],
      backFields: [{ key: "contact", label: "Contact", value: "Write here how to reach you" }],
    },
    barcodes: qrCode("${flight}-${serialNumber}"),
  },
  images: {},
};

const coupon: Starter = {
  style: "coupon",
  name: "Coupon",
  colour: "rgb(176, 42, 55)",
  inputs: {
    serialNumber: SERIAL,
    offer: text("20 % off"),
    on: text("any coffee"),
    code: text("COFFEE20"),
    until: dateTime("2030-12-31T23:59:00Z"),
  },
  pass: {
    description: "Coupon: ${offer} ${on}",
    expirationDate: value("until"),
    coupon: {
      primaryFields: [{ key: "offer", label: "${on}", value: "${offer}" }],
      auxiliaryFields: [
        { key: "until", label: "VALID UNTIL", value: value("until"), dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleNone" },
      ],
      backFields: [{ key: "contact", label: "Contact and terms", value: "Write here how to reach you, and the terms" }],
    },
    barcodes: qrCode("${code}"),
  },
  images: { strip: [375, 144] },
};

const eventTicket: Starter = {
  style: "eventTicket",
  name: "Event ticket",
  colour: "rgb(64, 38, 96)",
  inputs: {
    serialNumber: SERIAL,
    event: text("Night of Engines"),
    venue: text("Harbour Hall"),
    section: text("B"),
    row: text("7"),
    seat: text("12"),
    doors: dateTime("2030-09-14T19:00:00+02:00"),
    end: dateTime("2030-09-14T23:00:00+02:00"),
  },
  pass: {
    description: "Ticket: ${event}",
    relevantDate: value("doors"),
    relevantDates: [{ startDate: value("doors"), endDate: value("end") }],
    expirationDate: value("end"),
    eventTicket: {
      headerFields: [
        { key: "doors-date", label: "DATE", value: value("doors"), dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleNone" },
      ],
      primaryFields: [{ key: "event", label: "EVENT", value: "${event}" }],
      secondaryFields: [
        { key: "venue", label: "VENUE", value: "${venue}" },
        {
          key: "doors",
          label: "DOORS",
          value: value("doors"),
          dateStyle: "PKDateStyleNone",
          timeStyle: "PKDateStyleShort",
          changeMessage: "Doors now open %@",
        },
      ],
      auxiliaryFields: [
        { key: "section", label: "SECTION", value: "${section}" },
        { key: "row", label: "ROW", value: "${row}" },
        { key: "seat", label: "SEAT", value: "${seat}" },
      ],
      backFields: [{ key: "contact", label: "Contact", value: "Write here how to reach you" }],
    },
    barcodes: qrCode("T-${serialNumber}"),
  },
  images: {},
};

const generic: Starter = {
  style: "generic",
  name: "Membership card",
  colour: "rgb(32, 84, 78)",
  inputs: { serialNumber: SERIAL, member: text("Ada Lovelace"), level: text("Gold"), since: text("2019") },
  pass: {
    description: "Membership card of ${member}",
    generic: {
      primaryFields: [{ key: "member", label: "MEMBER", value: "${member}" }],
      secondaryFields: [
        { key: "level", label: "LEVEL", value: "${level}", changeMessage: "You are now %@" },
        { key: "since", label: "SINCE", value: "${since}" },
      ],
      backFields: [{ key: "contact", label: "Contact", value: "Write here how to reach you" }],
    },
    barcodes: qrCode("M-${serialNumber}"),
  },
  images: {},
};

const storeCard: Starter = {
  style: "storeCard",
  name: "Store card",
  colour: "rgb(110, 74, 40)",
  inputs: { serialNumber: SERIAL, name: text("Ada Lovelace"), points: number(420, { minimum: 0 }), balance: number(12.5) },
  pass: {
    description: "Loyalty card of ${name}",
    storeCard: {
      headerFields: [{ key: "points", label: "POINTS", value: value("points"), changeMessage: "You now have %@ points" }],
      primaryFields: [
        { key: "balance", label: "BALANCE", value: value("balance"), currencyCode: "EUR", changeMessage: "Your balance is %@" },
      ],
      auxiliaryFields: [{ key: "name", label: "NAME", value: "${name}" }],
      backFields: [{ key: "contact", label: "Contact and terms", value: "Write here how to reach you, and the terms" }],
    },
    barcodes: qrCode("S-${serialNumber}"),
  },
  images: { strip: [375, 144] },
};

const posterGeneric: Starter = {
  ...generic,
  style: "posterGeneric",
  name: "Membership card with a poster (iOS 27)",
  pass: {
    ...generic.pass,
    posterGeneric: {
      headerFields: [{ key: "level", label: "LEVEL", value: "${level}" }],
      primaryFields: [{ key: "member", label: "MEMBER", value: "${member}" }],
      backFields: [{ key: "contact", label: "Contact", value: "Write here how to reach you" }],
    },
  },
  images: { artwork: [358, 448] },
};

/** One starter a style, by the name of the style. */
export const STARTERS: readonly Starter[] = [boardingPass, coupon, eventTicket, generic, storeCard, posterGeneric];
