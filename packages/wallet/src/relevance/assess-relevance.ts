import { distanceBetween, type GeoPoint } from "@passwright/pass";
import type { RelevanceFacts, RelevantBeacon } from "./relevance-facts.ts";
import { RELEVANCE_RULES } from "./relevance-rules.ts";

/** A beacon that the device hears. */
export interface HeardBeacon {
  readonly proximityUUID: string;
  readonly major: number;
  readonly minor: number;
}

/** When and where the device is. */
export interface Situation {
  readonly now: Date;
  /** Null when the device does not know where it is. */
  readonly place: GeoPoint | null;
  readonly beacons: readonly HeardBeacon[];
}

/** Why a pass comes up. */
export type RelevanceReason =
  | {
      readonly kind: "beacon";
      readonly pointer: string;
      /** What of UUID, major and minor the pass asks for, and matches: 1 to 3. */
      readonly specificity: number;
      readonly relevantText: string | null;
    }
  | {
      readonly kind: "location";
      readonly pointer: string;
      /** Metres. */
      readonly distance: number;
      readonly radius: number;
      readonly relevantText: string | null;
    }
  | { readonly kind: "time"; readonly pointer: string; readonly at: Date; readonly from: Date; readonly until: Date };

/** Why a pass does not come up. */
export type RelevanceObstacle =
  | { readonly kind: "voided" }
  | { readonly kind: "expired"; readonly at: Date }
  /** It says nothing of when or where. */
  | { readonly kind: "says-nothing" }
  /** It has dates, which its style does not know, or which do not do without a place. */
  | { readonly kind: "place-missing" }
  /** `next`: when it next comes up by its dates; null when all are past. */
  | { readonly kind: "other-time"; readonly next: Date | null }
  /** `nearest`: metres to the nearest location; null when it has none, or the device does not know where it is. */
  | { readonly kind: "other-place"; readonly nearest: number | null; readonly radius: number };

/** Whether a pass comes up in a situation, and why or why not. */
export interface Relevance {
  readonly isRelevant: boolean;
  /** What matches, the one that gives the text first. */
  readonly reasons: readonly RelevanceReason[];
  readonly obstacles: readonly RelevanceObstacle[];
  /** Metres around its locations. */
  readonly radius: number;
  /** False where Apple's guide says nothing about the style. */
  readonly isDocumented: boolean;
}

/**
 * Says whether Wallet brings a pass to the lock screen. Expired and voided passes never come up.
 *
 * @example
 * ```ts
 * const facts = readRelevanceFacts(pass.data);
 * const { isRelevant, reasons } = assessRelevance(facts, { now: new Date(), place: { latitude: 52.52, longitude: 13.4 }, beacons: [] });
 * ```
 */
export function assessRelevance(facts: RelevanceFacts, situation: Situation): Relevance {
  const rule = RELEVANCE_RULES[facts.style ?? "generic"];
  // The smaller of maxDistance and the style's own distance counts.
  const radius = Math.min(rule.radius, facts.maxDistance ?? rule.radius);
  const common = { radius, isDocumented: rule.documented };
  const refuse = (...obstacles: RelevanceObstacle[]): Relevance => ({ isRelevant: false, reasons: [], obstacles, ...common });

  if (facts.voided) return refuse({ kind: "voided" });
  if (facts.expirationDate !== null && facts.expirationDate <= situation.now)
    return refuse({ kind: "expired", at: facts.expirationDate });

  const hasPlaces = facts.locations.length > 0 || facts.beacons.length > 0;
  const usesTimes = rule.date === "used" && facts.times.length > 0;
  if (!hasPlaces && facts.times.length === 0) return refuse({ kind: "says-nothing" });
  if (!hasPlaces && (rule.place === "required" || !usesTimes)) return refuse({ kind: "place-missing" });

  const places = [...matchBeacons(facts, situation), ...matchLocations(facts, situation, radius)];
  const times = usesTimes ? matchTimes(facts, situation) : [];
  const obstacles: RelevanceObstacle[] = [];
  if (hasPlaces && places.length === 0) obstacles.push({ kind: "other-place", nearest: nearest(facts, situation), radius });
  if (usesTimes && times.length === 0) obstacles.push({ kind: "other-time", next: nextTime(facts, situation) });
  return obstacles.length > 0
    ? { ...refuse(...obstacles), reasons: [...places, ...times] }
    : { isRelevant: true, reasons: [...places, ...times], obstacles, ...common };
}

/** Most specific first: "the beacon matching the most of the UUID, minor, and major identifiers" gives the text. */
function matchBeacons({ beacons }: RelevanceFacts, situation: Situation): readonly RelevanceReason[] {
  return beacons
    .filter((beacon) => situation.beacons.some((heard) => isHeard(beacon, heard)))
    .map(({ pointer, major, minor, relevantText }) => ({
      kind: "beacon" as const,
      pointer,
      specificity: 1 + Number(major !== null) + Number(minor !== null),
      relevantText,
    }))
    .toSorted((a, b) => b.specificity - a.specificity);
}

function isHeard(beacon: RelevantBeacon, heard: HeardBeacon): boolean {
  return (
    beacon.proximityUUID === heard.proximityUUID.toLowerCase() &&
    (beacon.major === null || beacon.major === heard.major) &&
    (beacon.minor === null || beacon.minor === heard.minor)
  );
}

/** Nearest first. */
function matchLocations({ locations }: RelevanceFacts, { place }: Situation, radius: number): readonly RelevanceReason[] {
  if (place === null) return [];
  return locations
    .map((location) => ({ ...location, distance: distanceBetween(location, place) }))
    .filter(({ distance }) => distance <= radius)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ pointer, distance, relevantText }) => ({ kind: "location" as const, pointer, distance, radius, relevantText }));
}

function matchTimes({ times }: RelevanceFacts, { now }: Situation): readonly RelevanceReason[] {
  return times
    .filter(({ from, until }) => from <= now && now <= until)
    .toSorted((a, b) => gap(a.at, now) - gap(b.at, now))
    .map(({ pointer, at, from, until }) => ({ kind: "time" as const, pointer, at, from, until }));
}

function gap(a: Date, b: Date): number {
  return Math.abs(a.getTime() - b.getTime());
}

function nearest({ locations }: RelevanceFacts, { place }: Situation): number | null {
  if (place === null || locations.length === 0) return null;
  return Math.min(...locations.map((location) => distanceBetween(location, place)));
}

function nextTime({ times }: RelevanceFacts, { now }: Situation): Date | null {
  const starts = times.map(({ from }) => from.getTime()).filter((start) => start > now.getTime());
  return starts.length === 0 ? null : new Date(Math.min(...starts));
}
