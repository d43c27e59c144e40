import { PassPackage } from "@passwright/pass";
import { drawBack } from "../../src/back/draw-back.ts";
import type { DrawOptions } from "../../src/draw-options.ts";
import { type Drawing, drawFront } from "../../src/layout/draw-front.ts";
import { drawStackHeader } from "../../src/layout/draw-stack-header.ts";
import { drawWatch } from "../../src/watch/draw-watch.ts";
import { goldenPictures, type GoldenPicture } from "./golden-pictures.ts";
import { GOLDEN_LOCALES, GOLDEN_WORDS, type GoldenLocale } from "./golden-words.ts";

/** One picture that is held to its bytes. */
export interface GoldenCase {
  readonly name: string;
  readonly locale: GoldenLocale;
  /** Drawn with a font for its language, where others of the language have none. */
  readonly isWithFont?: boolean;
  readonly draw: (options: DrawOptions) => Promise<Drawing>;
}

const STYLES = {
  boardingPass: ["logo@2x.png", "footer@2x.png"],
  coupon: ["logo@2x.png", "strip@2x.png"],
  eventTicket: ["logo@2x.png", "background@2x.png", "thumbnail@2x.png"],
  generic: ["logo@2x.png", "thumbnail@2x.png"],
  storeCard: ["logo@2x.png", "strip@2x.png"],
} as const satisfies Record<string, readonly GoldenPicture[]>;

type GoldenStyle = keyof typeof STYLES;

const CODES = { square: "PKBarcodeFormatQR", wide: "PKBarcodeFormatPDF417" } as const;

function fieldsOf(locale: GoldenLocale): Record<string, readonly object[]> {
  const words = GOLDEN_WORDS[locale];
  const date = { dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleShort" };
  return {
    headerFields: [{ key: "seat", label: words.seat, value: 12, numberStyle: "PKNumberStyleDecimal" }],
    primaryFields: [
      { key: "balance", label: words.balance, value: 1234.5, currencyCode: "EUR" },
      { key: "to", label: words.seat, value: "ABC" },
    ],
    secondaryFields: [
      { key: "name", label: words.member, value: words.name },
      { key: "since", label: words.since, value: "2024-02-29T18:30:00Z", ...date },
    ],
    auxiliaryFields: [
      { key: "level", label: words.member, value: 0.35, numberStyle: "PKNumberStylePercent" },
      { key: "note", label: words.note, value: "B7", textAlignment: "PKTextAlignmentRight" },
    ],
    backFields: [{ key: "web", label: words.note, value: `${words.note}\nhttps://example.com/${locale}` }],
  };
}

function passJson(style: string, locale: GoldenLocale, format: string, more: object = {}): object {
  const words = GOLDEN_WORDS[locale];
  const transit = style === "boardingPass" ? { transitType: "PKTransitTypeTrain" } : {};
  return {
    formatVersion: 1,
    organizationName: words.club,
    description: words.note,
    logoText: words.club,
    foregroundColor: "rgb(255, 255, 255)",
    backgroundColor: "rgb(38, 70, 83)",
    labelColor: "rgb(233, 196, 106)",
    [style]: { ...fieldsOf(locale), ...transit },
    barcodes: [{ format, message: `CARD-${locale}-000123`, messageEncoding: "iso-8859-1", altText: "000 123" }],
    ...more,
  };
}

function passOf(json: object, pictures: readonly GoldenPicture[]): PassPackage {
  return PassPackage.fromFiles({ "pass.json": JSON.stringify(json), ...goldenPictures(pictures) });
}

/** The fronts of a style: square or wide code, with pictures or without, in each language. */
export function goldenFronts(style: GoldenStyle): readonly GoldenCase[] {
  return Object.entries(CODES).flatMap(([code, format]) =>
    [STYLES[style], []].flatMap((pictures) =>
      GOLDEN_LOCALES.map((locale) => ({
        name: `${code} ${pictures.length > 0 ? "pictures" : "plain"} ${locale}`,
        locale,
        draw: (options: DrawOptions) => drawFront(passOf(passJson(style, locale, format), pictures), options),
      })),
    ),
  );
}

export const GOLDEN_STYLES = Object.keys(STYLES) as readonly GoldenStyle[];

const EVENT_TAGS = { eventName: "Night of Rivers", venueName: "Old Harbour", venueRegionName: "Riverside" };
const FLIGHT_TAGS = {
  departureAirportCode: "VIE",
  departureCityName: "Vienna",
  destinationAirportCode: "OSL",
  destinationCityName: "Oslo",
  originalBoardingDate: "2026-03-04T05:30:00Z",
  originalDepartureDate: "2026-03-04T06:10:00Z",
  originalArrivalDate: "2026-03-04T08:40:00Z",
};

const front =
  (json: object, pictures: readonly GoldenPicture[] = []): GoldenCase["draw"] =>
  (options) =>
    drawFront(passOf(json, pictures), options);

const EVENT = passJson("eventTicket", "en", CODES.square);
const poster = (more: object): object => ({
  ...EVENT,
  preferredStyleSchemes: ["posterEventTicket"],
  semantics: EVENT_TAGS,
  ...more,
});
const air = passJson("boardingPass", "en", CODES.wide, {
  preferredStyleSchemes: ["semanticBoardingPass"],
  semantics: FLIGHT_TAGS,
  boardingPass: { ...fieldsOf("en"), transitType: "PKTransitTypeAir" },
});
const generic = passJson("generic", "de", "PKBarcodeFormatAztec");

const OTHERS: Readonly<Record<string, GoldenCase["draw"]>> = {
  "event ticket with a background": front(EVENT, ["background@2x.png"]),
  "event ticket with a thumbnail": front(EVENT, ["thumbnail@2x.png"]),
  "event ticket with a strip": front(EVENT, ["strip@2x.png", "background@2x.png"]),
  "coupon with Code 128": front(passJson("coupon", "en", "PKBarcodeFormatCode128"), ["strip@2x.png"]),
  voided: front({ ...generic, voided: true }),
  expired: front({ ...generic, expirationDate: "2025-12-31T00:00:00Z" }),
  "voided, stack header": (options) => drawStackHeader(passOf({ ...generic, voided: true }, ["logo@2x.png"]), options),
  "voided, back": (options) => drawBack(passOf({ ...generic, voided: true }, []), options),
  "voided, watch": (options) => drawWatch(passOf({ ...generic, voided: true }, ["logo@2x.png"]), options),
  "voided, all of the watch": (options) =>
    drawWatch(passOf({ ...generic, voided: true }, ["logo@2x.png"]), { ...options, layout: "scroll" }),
  "voided without a code": front({ ...generic, voided: true, barcodes: [] }, ["logo@2x.png"]),
  "expired store card": front(
    passJson("storeCard", "en", CODES.wide, { expirationDate: "2025-12-31T00:00:00Z" }),
    STYLES.storeCard,
  ),
  "expired poster of an event": front(poster({ expirationDate: "2025-12-31T00:00:00Z" }), ["artwork@2x.png", "primaryLogo@2x.png"]),
  "without a code": front({ ...generic, barcodes: [] }),
  "poster of an event": front(poster({}), ["artwork@2x.png", "primaryLogo@2x.png", "secondaryLogo@2x.png"]),
  "poster of an event, classic look": (options) =>
    drawFront(passOf(poster({}), ["artwork@2x.png", "thumbnail@2x.png"]), { ...options, look: "classic" }),
  "poster of anything": front(passJson("posterGeneric", "en", CODES.square), ["artwork@2x.png", "primaryLogo@2x.png"]),
  "semantic boarding pass": front(air, ["primaryLogo@2x.png"]),
  "semantic boarding pass with a passenger": front(
    { ...air, semantics: { ...FLIGHT_TAGS, passengerName: { givenName: "Ada", familyName: "Lovelace" } } },
    ["primaryLogo@2x.png"],
  ),
  "wide phone": (options) => drawFront(passOf(generic, ["logo@2x.png"]), { ...options, screenWidth: 440 }),
  "stack header": (options) => drawStackHeader(passOf(generic, ["logo@2x.png"]), options),
  back: (options) => drawBack(passOf(generic, []), options),
  watch: (options) => drawWatch(passOf(generic, ["logo@2x.png"]), options),
};

const cardInJapanese = passJson("storeCard", "ja", CODES.square);

const JAPANESE: Readonly<Record<string, GoldenCase["draw"]>> = {
  "Japanese with a font": front(cardInJapanese, STYLES.storeCard),
  "Japanese with a font, back": (options) => drawBack(passOf(cardInJapanese, []), options),
  "Japanese with a font, boarding pass": front(passJson("boardingPass", "ja", CODES.wide)),
};

/** What styles and codes do not show by themselves. */
export function goldenOthers(): readonly GoldenCase[] {
  const others = Object.entries(OTHERS).map(([name, draw]): GoldenCase => ({
    name,
    locale: name.startsWith("voided") ? "de" : "en",
    draw,
  }));
  const japanese = Object.entries(JAPANESE).map(([name, draw]): GoldenCase => ({ name, locale: "ja", isWithFont: true, draw }));
  return [...others, ...japanese];
}
