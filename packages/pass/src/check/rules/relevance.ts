import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../../model/json.ts";
import { STYLES } from "../../model/style.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const LOCATIONS = "https://developer.apple.com/documentation/walletpasses/pass/locations-data.dictionary";
const BEACONS = "https://developer.apple.com/documentation/walletpasses/pass/beacons-data.dictionary";
const LOCK_SCREEN = "https://developer.apple.com/documentation/walletpasses/showing-a-pass-on-the-lock-screen";

/** How many places and beacons Wallet watches for one pass. */
const MAX_WATCHED = 10;
/** Places compared with each other; the first ones are those that count. */
const MAX_COMPARED = 10;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** English words that begin an instruction; texts in other languages are not judged. */
const INSTRUCTION = /^\s{0,9}(?:redeem|show|scan|present|use|tap)\b/iu;

/** Where a pass comes up on the lock screen: places and beacons. */
export const RELEVANCE_RULES: readonly Rule[] = [
  {
    id: "locations-count",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass }) {
      const { locations } = pass;
      if (isJsonArray(locations) && locations.length > MAX_WATCHED) yield inPass(["locations"], { count: locations.length });
    },
  },
  {
    id: "location-coords",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [LOCATIONS],
    *check({ pass }) {
      for (const { entry, path } of itemsOf(pass["locations"], ["locations"])) {
        if (!isJsonObject(entry)) {
          yield inPass(path, { key: "latitude and longitude", value: shown(entry), limit: "an object" });
          continue;
        }
        for (const [key, limit] of [
          ["latitude", 90],
          ["longitude", 180],
        ] as const) {
          const value = entry[key];
          // A number given as text is told by the rule about that.
          if (typeof value === "string") continue;
          if (typeof value === "number" && Math.abs(value) <= limit) continue;
          yield inPass(value === undefined ? path : [...path, key], {
            key,
            value: shown(value),
            limit: `a number from -${limit} to ${limit}`,
          });
        }
      }
    },
  },
  {
    id: "location-zero",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [LOCATIONS],
    *check({ pass }) {
      for (const { entry, path } of itemsOf(pass["locations"], ["locations"])) {
        if (isJsonObject(entry) && entry["latitude"] === 0 && entry["longitude"] === 0) yield inPass(path);
      }
    },
  },
  {
    id: "location-swapped",
    severity: "info",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [LOCATIONS],
    *check({ pass }) {
      const places = placesOf(pass);
      for (const place of places) {
        const { latitude, longitude } = place;
        if (!looksSwapped(place, places)) continue;
        yield inPass(place.path, { latitude, longitude });
      }
    },
  },
  {
    id: "beacons-count",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.bundleTopLevel],
    *check({ pass }) {
      const uuids = new Set<string>();
      for (const { entry } of itemsOf(pass["beacons"], ["beacons"])) {
        const uuid = isJsonObject(entry) ? entry["proximityUUID"] : undefined;
        if (typeof uuid === "string" && uuid.length <= 64) uuids.add(uuid.toLowerCase());
      }
      if (uuids.size > MAX_WATCHED) yield inPass(["beacons"], { count: uuids.size });
    },
  },
  {
    id: "beacon-uuid",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [BEACONS],
    *check({ pass }) {
      for (const { entry, path } of itemsOf(pass["beacons"], ["beacons"])) {
        const uuid = isJsonObject(entry) ? entry["proximityUUID"] : undefined;
        if (typeof uuid === "string" && UUID.test(uuid)) continue;
        if (isJsonObject(entry) && uuid !== undefined) yield inPass([...path, "proximityUUID"], { value: shown(uuid) });
        else yield inPass(path, { value: isJsonObject(entry) ? "missing" : shown(entry) });
      }
    },
  },
  {
    id: "beacon-major-minor",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [BEACONS],
    *check({ pass }) {
      for (const { entry, path } of itemsOf(pass["beacons"], ["beacons"])) {
        if (!isJsonObject(entry)) continue;
        for (const key of ["major", "minor"]) {
          const value = entry[key];
          if (typeof value !== "number" || (Number.isInteger(value) && value >= 0 && value <= 0xffff)) continue;
          yield inPass([...path, key], { key, value: shown(value) });
        }
      }
    },
  },
  {
    id: "beacon-minor-only",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [BEACONS],
    *check({ pass }) {
      for (const { entry, path } of itemsOf(pass["beacons"], ["beacons"])) {
        if (isJsonObject(entry) && entry["minor"] !== undefined && entry["major"] === undefined) {
          yield inPass([...path, "minor"], { value: shown(entry["minor"]) });
        }
      }
    },
  },
  {
    // The table of Apple's guide speaks of beacons as of locations; passes with beacons alone are in use, so they pass here.
    id: "relevance-small-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [LOCK_SCREEN, SOURCES.guideCreating],
    *check({ pass, style }) {
      if (style === null || STYLES[style].relevance.location !== "required") return;
      if (isFilled(pass["locations"]) || isFilled(pass["beacons"])) return;
      for (const key of ["relevantDates", "relevantDate"]) {
        const value = pass[key];
        if (!isFilled(value) && !(typeof value === "string" && value !== "")) continue;
        yield inPass([key], { key, style });
        return;
      }
    },
  },
  {
    id: "relevant-text-org",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [LOCK_SCREEN, SOURCES.guideCreating, SOURCES.design],
    *check({ pass }) {
      const { organizationName } = pass;
      const name = typeof organizationName === "string" ? clip(organizationName).trim().toLowerCase() : "";
      for (const key of ["locations", "beacons"]) {
        for (const { entry, path } of itemsOf(pass[key], [key])) {
          const text = isJsonObject(entry) ? entry["relevantText"] : undefined;
          if (typeof text !== "string") continue;
          const namesIssuer = name.length >= 3 && holdsWord(clip(text).toLowerCase(), name);
          if (namesIssuer || INSTRUCTION.test(text)) yield inPass([...path, "relevantText"], { value: shown(text) });
        }
      }
    },
  },
  {
    id: "max-distance-no-locations",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ pass }) {
      if (typeof pass["maxDistance"] !== "number" || isFilled(pass["locations"])) return;
      yield inPass(["maxDistance"], { value: pass["maxDistance"] });
    },
  },
  {
    id: "max-distance-positive",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.generator],
    *check({ pass }) {
      const { maxDistance } = pass;
      if (typeof maxDistance === "number" && maxDistance <= 0) yield inPass(["maxDistance"], { value: maxDistance });
    },
  },
  {
    id: "max-distance-over-default",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.bundleTopLevel, SOURCES.guideCreating],
    *check({ pass, style }) {
      const { maxDistance } = pass;
      const radius = style === null ? null : STYLES[style].relevance.radius;
      if (typeof maxDistance !== "number" || radius === null || style === null || maxDistance <= radius) return;
      yield inPass(["maxDistance"], { value: maxDistance, radius, style });
    },
  },
];

interface Item {
  readonly entry: JsonValue;
  readonly path: JsonPath;
}

function* itemsOf(list: JsonValue | undefined, path: JsonPath): Generator<Item> {
  if (!isJsonArray(list)) return;
  for (const [index, entry] of list.entries()) yield { entry, path: [...path, index] };
}

function isFilled(value: JsonValue | undefined): boolean {
  return isJsonArray(value) && value.length > 0;
}

interface Place {
  readonly path: JsonPath;
  readonly latitude: number;
  readonly longitude: number;
}

function placesOf(pass: JsonObject): readonly Place[] {
  const places: Place[] = [];
  for (const { entry, path } of itemsOf(pass["locations"], ["locations"])) {
    if (places.length === MAX_COMPARED) break;
    if (!isJsonObject(entry)) continue;
    const { latitude, longitude } = entry;
    if (typeof latitude === "number" && typeof longitude === "number") places.push({ path, latitude, longitude });
  }
  return places;
}

/** Impossible as it stands and possible swapped; or far from all others as it stands, and near to one of them swapped. */
function looksSwapped(place: Place, all: readonly Place[]): boolean {
  const swapped = { latitude: place.longitude, longitude: place.latitude };
  if (Math.abs(swapped.latitude) > 90 || Math.abs(swapped.longitude) > 180) return false;
  if (Math.abs(place.latitude) > 90) return true;
  const others = all.filter((other) => other !== place);
  if (others.length < 2) return false;
  return others.every((other) => degreesApart(place, other) > 20) && others.some((other) => degreesApart(swapped, other) < 2);
}

type Coordinates = Pick<Place, "latitude" | "longitude">;

/** Near enough for telling continents from towns. */
function degreesApart(one: Coordinates, other: Coordinates): number {
  const east = Math.abs(one.longitude - other.longitude);
  return Math.max(Math.abs(one.latitude - other.latitude), Math.min(east, 360 - east));
}

/** `text` holds `word` and neither letters nor digits adjoin it. */
function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at === -1) return false;
  const around = `${text.slice(0, at).at(-1) ?? ""}${text.slice(at + word.length).at(0) ?? ""}`;
  return !/[\p{L}\p{N}]/u.test(around);
}
