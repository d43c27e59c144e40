import type { JsonObject } from "../../src/model/json.ts";
import type { PassStyle } from "../../src/model/style.ts";
import { makePng } from "../support/png.ts";

/** The day on which examples are checked when they name none. */
export const EXAMPLE_NOW = "2026-06-01T12:00:00Z";

/** What the certificate of the examples is for. */
export const BASE_IDENTIFIERS = { passTypeIdentifier: "pass.org.passwright.sample", teamIdentifier: "A1B2C3D4E5" } as const;

const COMMON = {
  formatVersion: 1,
  ...BASE_IDENTIFIERS,
  serialNumber: "A1B2C3D4E5",
  organizationName: "Northwind",
  description: "Pass of the Northwind company",
  logoText: "Northwind",
  foregroundColor: "rgb(255, 255, 255)",
  labelColor: "rgb(230, 230, 230)",
  backgroundColor: "rgb(20, 60, 90)",
  barcodes: [{ format: "PKBarcodeFormatQR", message: "A1B2C3D4E5", messageEncoding: "iso-8859-1", altText: "A1B2C3D4E5" }],
} as const;

const BACK_FIELDS = [
  { key: "contact", label: "Contact", value: "help@northwind.org" },
  { key: "terms", label: "Terms", value: "The terms are at https://northwind.org/terms" },
] as const;

const GENERIC = {
  headerFields: [{ key: "level", label: "LEVEL", value: "Gold" }],
  primaryFields: [{ key: "name", label: "NAME", value: "Ada Lovelace" }],
  secondaryFields: [{ key: "since", label: "SINCE", value: "2019" }],
  auxiliaryFields: [{ key: "branch", label: "BRANCH", value: "Harbour" }],
  backFields: BACK_FIELDS,
} as const;

/** A conforming pass.json of every style: no rule of severity error has anything to say about it. */
export const BASE_PASSES: Readonly<Record<PassStyle, JsonObject>> = {
  boardingPass: {
    ...COMMON,
    description: "Train from Hamburg to Berlin",
    relevantDates: [{ date: "2026-07-14T08:30:00+02:00", relevantDate: "2026-07-14T08:30:00+02:00" }],
    relevantDate: "2026-07-14T08:30:00+02:00",
    expirationDate: "2026-07-15T08:30:00+02:00",
    boardingPass: {
      transitType: "PKTransitTypeTrain",
      headerFields: [{ key: "platform", label: "PLATFORM", value: "12" }],
      primaryFields: [
        { key: "from", label: "HAMBURG", value: "HAM" },
        { key: "to", label: "BERLIN", value: "BER" },
      ],
      secondaryFields: [{ key: "passenger", label: "PASSENGER", value: "Ada Lovelace" }],
      auxiliaryFields: [{ key: "seat", label: "SEAT", value: "61" }],
      backFields: BACK_FIELDS,
    },
  },
  coupon: {
    ...COMMON,
    description: "Coupon: coffee at half the price",
    expirationDate: "2026-12-31T23:59:00+01:00",
    coupon: {
      primaryFields: [{ key: "offer", label: "ANY COFFEE", value: "50% off" }],
      auxiliaryFields: [{ key: "until", label: "UNTIL", value: "31 December" }],
      backFields: BACK_FIELDS,
    },
  },
  eventTicket: {
    ...COMMON,
    description: "Ticket for the summer concert",
    relevantDates: [{ date: "2026-07-14T19:30:00+02:00", relevantDate: "2026-07-14T19:30:00+02:00" }],
    relevantDate: "2026-07-14T19:30:00+02:00",
    expirationDate: "2026-07-15T08:30:00+02:00",
    eventTicket: {
      headerFields: [{ key: "gate", label: "GATE", value: "C" }],
      primaryFields: [{ key: "event", label: "EVENT", value: "Summer concert" }],
      secondaryFields: [{ key: "place", label: "PLACE", value: "Harbour stage" }],
      auxiliaryFields: [{ key: "seat", label: "SEAT", value: "61" }],
      backFields: BACK_FIELDS,
    },
  },
  generic: { ...COMMON, generic: GENERIC },
  storeCard: {
    ...COMMON,
    description: "Card with the points of a customer",
    storeCard: {
      headerFields: [{ key: "points", label: "POINTS", value: 120 }],
      secondaryFields: [{ key: "name", label: "NAME", value: "Ada Lovelace" }],
      auxiliaryFields: [{ key: "level", label: "LEVEL", value: "Gold" }],
      backFields: BACK_FIELDS,
    },
  },
  // As Apple recommends it: beside a style that older systems know.
  posterGeneric: {
    ...COMMON,
    generic: GENERIC,
    posterGeneric: {
      headerFields: [{ key: "level", label: "LEVEL", value: "Gold" }],
      primaryFields: [{ key: "name", label: "NAME", value: "Ada Lovelace" }],
      backFields: BACK_FIELDS,
      footerFields: [{ key: "branch", label: "BRANCH", value: "Harbour" }],
    },
  },
};

/** Width and height in points of the images that each style draws. */
const IMAGES: Readonly<Record<PassStyle, Readonly<Record<string, readonly [number, number]>>>> = {
  boardingPass: { icon: [38, 38], logo: [50, 50], footer: [286, 15] },
  coupon: { icon: [38, 38], logo: [50, 50], strip: [375, 144] },
  eventTicket: { icon: [38, 38], logo: [50, 50], strip: [375, 98] },
  generic: { icon: [38, 38], logo: [50, 50], thumbnail: [90, 90] },
  storeCard: { icon: [38, 38], logo: [50, 50], strip: [375, 144] },
  posterGeneric: { icon: [38, 38], logo: [50, 50], thumbnail: [90, 90], primaryLogo: [126, 30], artwork: [358, 448] },
};

/** The images of the base pass of a style at three scales, by file name. */
export function baseImages(style: PassStyle): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, [width, height]] of Object.entries(IMAGES[style])) {
    for (const scale of [1, 2, 3]) {
      files.set(scale === 1 ? `${name}.png` : `${name}@${scale}x.png`, makePng(width * scale, height * scale));
    }
  }
  return files;
}
