import { type PassStyle, STYLES } from "@passwright/pass";

/** How a style of pass becomes relevant, as a row of data. */
export interface RelevanceRule {
  /** Dates count, or the style knows none. */
  readonly date: "used" | "unsupported";
  /** `required`: without a place the pass is never relevant. `optional`: a date alone is enough. */
  readonly place: "required" | "optional";
  /** Metres around a location. The guide says "on the order of", so the number is the middle of a vague edge. */
  readonly radius: number;
  /** Apple's guide has a row for the style; otherwise the row is an inference. */
  readonly documented: boolean;
}

/** For styles whose radius is not documented. */
const SMALL_RADIUS = 100;

/**
 * Table 4-2 of Apple's guide ("Pass style and relevance information"), for iOS 7.1 and later. Where a pass has both, a date
 * and a place must match; where it has one of the two, that one; a place that is required is not replaced by a date.
 * posterGeneric has no row there: its looks are those of generic, and either of the two is taken to be enough.
 */
export const RELEVANCE_RULES: Readonly<Record<PassStyle, RelevanceRule>> = {
  boardingPass: { date: "used", place: "optional", radius: radiusOf("boardingPass"), documented: true },
  coupon: { date: "unsupported", place: "required", radius: radiusOf("coupon"), documented: true },
  eventTicket: { date: "used", place: "optional", radius: radiusOf("eventTicket"), documented: true },
  generic: { date: "used", place: "required", radius: radiusOf("generic"), documented: true },
  storeCard: { date: "unsupported", place: "required", radius: radiusOf("storeCard"), documented: true },
  posterGeneric: { date: "used", place: "optional", radius: radiusOf("posterGeneric"), documented: false },
};

function radiusOf(style: PassStyle): number {
  return STYLES[style].relevance.radius ?? SMALL_RADIUS;
}

/** How long around a moment a pass is relevant, in milliseconds. */
export interface RelevanceWindow {
  readonly before: number;
  readonly after: number;
}

const HOUR = 3_600_000;

/**
 * Apple documents no numbers ("close enough to the specified time"); issuers report "within a few hours". An assumption,
 * which whoever knows better can replace.
 */
export const RELEVANCE_WINDOW: RelevanceWindow = { before: 4 * HOUR, after: 2 * HOUR };

/** What Wallet watches of one pass (Pass.locations, Pass.beacons). */
export const RELEVANCE_LIMITS = {
  locations: 10,
  /** Different UUIDs; any number of entries may share one. */
  beaconUuids: 10,
  /** Entries that are looked at; a hostile pass may have a hundred thousand. */
  entries: 1000,
  /** Milliseconds of an interval that count; testers saw longer ones cut or ignored. */
  interval: 24 * HOUR,
} as const;
