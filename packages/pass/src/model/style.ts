import type { EventType, ImageName, TransitType } from "./enums.ts";

/** The keys that choose the look of a pass. `posterGeneric` may stand beside one of the others. */
export const PASS_STYLES = ["boardingPass", "coupon", "eventTicket", "generic", "storeCard", "posterGeneric"] as const;
export type PassStyle = (typeof PASS_STYLES)[number];

/** Newer looks that a pass asks for in `preferredStyleSchemes`. */
export const STYLE_SCHEMES = ["posterEventTicket", "semanticBoardingPass"] as const;
export type StyleScheme = (typeof STYLE_SCHEMES)[number];

/** The sections of fields inside a style dictionary. */
export const FIELD_SECTIONS = [
  "headerFields",
  "primaryFields",
  "secondaryFields",
  "auxiliaryFields",
  "backFields",
  "additionalInfoFields",
  "footerFields",
] as const;
export type FieldSection = (typeof FIELD_SECTIONS)[number];

/**
 * Whether a key of pass.json is that of a style.
 *
 * @example
 * ```ts
 * const styles = Object.keys(pass.data).filter(isPassStyle); // ["generic", "posterGeneric"]
 * ```
 */
export function isPassStyle(key: string): key is PassStyle {
  return (PASS_STYLES as readonly string[]).includes(key);
}

/** What a style draws, and when Wallet brings a pass of it to the lock screen. */
export interface StyleSpec {
  readonly minIOS: number;
  readonly minWatchOS: number;
  /**
   * How many fields of a section are drawn: 0 where the style has no such section, null where there is no limit. Fields
   * beyond are not shown.
   */
  readonly shown: Readonly<Record<FieldSection, number | null>>;
  /** Secondary and auxiliary fields share one row of this many; `square`: only beside a QR or Aztec code. */
  readonly sharedRow: { readonly shown: number; readonly when: "always" | "square" } | null;
  /** Fields in each row of `auxiliaryFields`, which the key `row` chooses; null where there is no such key. */
  readonly perAuxiliaryRow: number | null;
  /** `transitType` is required (boardingPass) or has no meaning (all others). */
  readonly transitType: boolean;
  /** Images that the plain style draws. */
  readonly images: readonly ImageName[];
  readonly relevance: {
    readonly date: "recommended" | "optional" | "unused" | "undocumented";
    readonly location: "required" | "optional" | "undocumented";
    /** Metres around a location within which a pass is relevant by default, about. */
    readonly radius: number | null;
    /** When a date and a location are given, both must match (Table 4-2 of the guide, since iOS 7.1); not where dates do not count. */
    readonly bothMustMatch: boolean;
  };
}

const OLD = { minIOS: 6, minWatchOS: 2, sharedRow: null, perAuxiliaryRow: null, transitType: false } as const;

/**
 * The styles. Counts from Apple's guide to designing passes, its article per style, and what real airline passes hold
 * (five auxiliary fields); where sources disagree, the larger count stands here.
 */
export const STYLES: Readonly<Record<PassStyle, StyleSpec>> = {
  boardingPass: {
    ...OLD,
    shown: shown(3, 2, 4, 5, 0, 0),
    transitType: true,
    images: ["icon", "logo", "footer"],
    relevance: { date: "recommended", location: "optional", radius: 1000, bothMustMatch: true },
  },
  coupon: {
    ...OLD,
    shown: shown(3, 1, 4, 4, 0, 0),
    sharedRow: { shown: 4, when: "always" },
    images: ["icon", "logo", "strip"],
    relevance: { date: "unused", location: "required", radius: 100, bothMustMatch: false },
  },
  eventTicket: {
    ...OLD,
    shown: shown(3, 1, 4, 8, null, 0),
    perAuxiliaryRow: 4,
    images: ["icon", "logo", "strip", "background", "thumbnail"],
    relevance: { date: "recommended", location: "optional", radius: 1000, bothMustMatch: true },
  },
  generic: {
    ...OLD,
    shown: shown(3, 1, 4, 4, 0, 0),
    sharedRow: { shown: 4, when: "square" },
    images: ["icon", "logo", "thumbnail"],
    relevance: { date: "optional", location: "required", radius: 100, bothMustMatch: true },
  },
  storeCard: {
    ...OLD,
    shown: shown(3, 1, 4, 4, 0, 0),
    sharedRow: { shown: 4, when: "always" },
    images: ["icon", "logo", "strip"],
    relevance: { date: "unused", location: "required", radius: 100, bothMustMatch: false },
  },
  posterGeneric: {
    ...OLD,
    minIOS: 27,
    minWatchOS: 27,
    // The article allows two footer fields; WWDC26 says that one is displayed.
    shown: shown(1, 4, 0, 0, null, 2),
    images: ["icon", "primaryLogo", "artwork", "background"],
    relevance: { date: "undocumented", location: "undocumented", radius: null, bothMustMatch: false },
  },
};

/** Every style has a back without a limit. */
function shown(
  headerFields: number,
  primaryFields: number,
  secondaryFields: number,
  auxiliaryFields: number,
  additionalInfoFields: number | null,
  footerFields: number,
): StyleSpec["shown"] {
  return { headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields: null, additionalInfoFields, footerFields };
}

/** What a pass needs for a newer look; without it Wallet falls back to the plain style. */
export interface SchemeSpec {
  /** The style key that the pass has beside `preferredStyleSchemes`, and falls back to. */
  readonly style: "boardingPass" | "eventTicket";
  readonly minIOS: number;
  /** Only for this `transitType`. */
  readonly transitType: TransitType | null;
  /** Tags that Apple's documentation demands. */
  readonly requiredSemantics: readonly string[];
  /** Demanded tags that testers found dispensable on a device: one venue tag is enough. */
  readonly disputedSemantics: readonly string[];
  readonly requiredSemanticsByEventType: Readonly<Partial<Record<EventType, readonly string[]>>>;
  readonly recommendedSemantics: readonly string[];
  /** One of these images. */
  readonly anyImageOf: readonly ImageName[];
  /** Images that the scheme draws. */
  readonly images: readonly ImageName[];
}

/** The two schemes, from Apple's articles on event passes and airline boarding passes with semantic tags. */
export const SCHEMES: Readonly<Record<StyleScheme, SchemeSpec>> = {
  posterEventTicket: {
    style: "eventTicket",
    minIOS: 18,
    transitType: null,
    requiredSemantics: ["eventName", "venueName", "venueRegionName", "venueRoom"],
    disputedSemantics: ["venueRegionName", "venueRoom"],
    requiredSemanticsByEventType: {
      PKEventTypeSports: ["awayTeamAbbreviation", "homeTeamAbbreviation"],
      PKEventTypeLivePerformance: ["performerNames"],
    },
    recommendedSemantics: ["eventStartDate", "seats", "artistIDs", "venueLocation", "entranceDescription"],
    anyImageOf: ["artwork", "background"],
    images: ["icon", "primaryLogo", "secondaryLogo", "artwork", "background", "venueMap"],
  },
  semanticBoardingPass: {
    style: "boardingPass",
    minIOS: 26,
    transitType: "PKTransitTypeAir",
    requiredSemantics: [
      "airlineCode",
      "flightNumber",
      "departureAirportCode",
      "departureCityName",
      "departureLocationTimeZone",
      "destinationAirportCode",
      "destinationCityName",
      "destinationLocationTimeZone",
      "originalArrivalDate",
      "originalBoardingDate",
      "originalDepartureDate",
      "passengerName",
    ],
    disputedSemantics: [],
    requiredSemanticsByEventType: {},
    recommendedSemantics: [
      "departureAirportName",
      "departureLocation",
      "departureLocationSecurityPrograms",
      "destinationAirportName",
      "destinationLocation",
      "destinationLocationSecurityPrograms",
      "passengerEligibleSecurityPrograms",
      "transitProvider",
    ],
    anyImageOf: [],
    images: ["icon", "primaryLogo", "footer"],
  },
};
