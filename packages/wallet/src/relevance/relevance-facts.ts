import {
  type GeoPoint,
  isJsonArray,
  isJsonObject,
  isPassStyle,
  type JsonObject,
  type JsonValue,
  parseW3cDate,
  type PassStyle,
} from "@passwright/pass";
import { RELEVANCE_LIMITS, RELEVANCE_WINDOW, type RelevanceWindow } from "./relevance-rules.ts";

/** A place of a pass. */
export interface RelevantLocation extends GeoPoint {
  /** JSON Pointer into pass.json. */
  readonly pointer: string;
  /** As it is written; translate it for the holder. */
  readonly relevantText: string | null;
}

/** A beacon of a pass. */
export interface RelevantBeacon {
  readonly pointer: string;
  /** Lower case. */
  readonly proximityUUID: string;
  /** Null: any. */
  readonly major: number | null;
  /** Null: any. */
  readonly minor: number | null;
  readonly relevantText: string | null;
}

/** A time at which a pass is relevant, both ends included. */
export interface RelevantTime {
  readonly pointer: string;
  readonly from: Date;
  readonly until: Date;
  /** What the pass says: the moment, or the start of the interval. */
  readonly at: Date;
}

/** What of a pass decides when and where it comes up. */
export interface RelevanceFacts {
  /** The style that every device knows; null when the pass has none. */
  readonly style: PassStyle | null;
  readonly locations: readonly RelevantLocation[];
  readonly beacons: readonly RelevantBeacon[];
  readonly times: readonly RelevantTime[];
  /** Metres; null when absent or no distance. */
  readonly maxDistance: number | null;
  readonly expirationDate: Date | null;
  readonly voided: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Reads what decides the relevance of a pass. What a device would ignore is left out: the eleventh location, coordinates
 * that are none, dates in no readable form, a distance given as text.
 *
 * @param pass pass.json's values; anything may be anything.
 *
 * @example
 * ```ts
 * const { locations, times } = readRelevanceFacts(pass.data);
 * ```
 */
export function readRelevanceFacts(pass: JsonObject, window: RelevanceWindow = RELEVANCE_WINDOW): RelevanceFacts {
  const { maxDistance, voided } = pass;
  const styles = Object.keys(pass).filter(isPassStyle);
  const { date: legacyDate, times } = readTimes(pass, window);
  return {
    style: styles.find((style) => style !== "posterGeneric") ?? styles[0] ?? null,
    locations: readLocations(pass["locations"]),
    beacons: readBeacons(pass["beacons"]),
    // Systems that know relevantDates do not look at relevantDate; a pass has both for older ones.
    times: times.length > 0 ? times : legacyDate,
    maxDistance: typeof maxDistance === "number" && maxDistance > 0 ? maxDistance : null,
    expirationDate: dateOf(pass["expirationDate"]),
    voided: voided === true,
  };
}

function readLocations(value: JsonValue | undefined): readonly RelevantLocation[] {
  // Which ten of more a device takes is not documented; the first are taken here.
  return objectsOf(value)
    .slice(0, RELEVANCE_LIMITS.locations)
    .flatMap(({ entry, index }) => {
      const { latitude, longitude } = entry;
      if (typeof latitude !== "number" || typeof longitude !== "number") return [];
      if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return [];
      return [{ pointer: `/locations/${index}`, latitude, longitude, relevantText: textOf(entry["relevantText"]) }];
    });
}

function readBeacons(value: JsonValue | undefined): readonly RelevantBeacon[] {
  const watched = new Set<string>();
  const beacons: RelevantBeacon[] = [];
  for (const { entry, index } of objectsOf(value)) {
    const uuid = textOf(entry["proximityUUID"])?.toLowerCase() ?? "";
    if (!UUID.test(uuid) || (!watched.has(uuid) && watched.size === RELEVANCE_LIMITS.beaconUuids)) continue;
    watched.add(uuid);
    const major = identifierOf(entry["major"]);
    beacons.push({
      pointer: `/beacons/${index}`,
      proximityUUID: uuid,
      major,
      // Regions of beacons are named by UUID, then major, then minor: minor alone means nothing.
      minor: major === null ? null : identifierOf(entry["minor"]),
      relevantText: textOf(entry["relevantText"]),
    });
  }
  return beacons;
}

function readTimes(pass: JsonObject, window: RelevanceWindow) {
  const times = objectsOf(pass["relevantDates"]).flatMap(({ entry, index }) => {
    const pointer = `/relevantDates/${index}`;
    const [start, end] = [dateOf(entry["startDate"]), dateOf(entry["endDate"])];
    if (start !== null && end !== null) {
      if (end <= start) return [];
      return [
        { pointer, from: start, until: new Date(Math.min(end.getTime(), start.getTime() + RELEVANCE_LIMITS.interval)), at: start },
      ];
    }
    // iOS 18 calls it relevantDate, iOS 26 date.
    const moment = dateOf(entry["date"]) ?? dateOf(entry["relevantDate"]);
    return moment === null ? [] : [around(moment, pointer, window)];
  });
  const legacy = dateOf(pass["relevantDate"]);
  return { times, date: legacy === null ? [] : [around(legacy, "/relevantDate", window)] };
}

function around(moment: Date, pointer: string, { before, after }: RelevanceWindow): RelevantTime {
  const time = moment.getTime();
  return { pointer, from: new Date(time - before), until: new Date(time + after), at: moment };
}

function objectsOf(value: JsonValue | undefined): { readonly entry: JsonObject; readonly index: number }[] {
  if (!isJsonArray(value)) return [];
  return value.slice(0, RELEVANCE_LIMITS.entries).flatMap((entry, index) => (isJsonObject(entry) ? [{ entry, index }] : []));
}

function dateOf(value: JsonValue | undefined): Date | null {
  if (typeof value !== "string") return null;
  const date = parseW3cDate(value);
  return date.ok ? date.date : null;
}

function identifierOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff ? value : null;
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
