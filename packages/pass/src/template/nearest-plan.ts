import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import type { PassFiles } from "../package/pass-files.ts";
import type { Scope } from "./expression/scope.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import { planMembers } from "./member-plan.ts";
import { createNearestPoints, type GeoPoint, isGeoPoint } from "./nearest-points.ts";

/** The `nearest` member of a template.json, ready for one pass after another. */
export interface NearestPlan {
  /** Names that its expression uses. */
  readonly names: ReadonlySet<string>;
  /** The file that holds the places, which is no part of a pass; null when they stand in template.json. */
  readonly file: string | null;
  /** The text of `locations` for one pass; null when the pass says no place. */
  readonly locations: (scope: Scope) => string | null;
}

/** What Wallet reads of `locations` at most (developer.apple.com/documentation/walletpasses/pass/locations-data.dictionary). */
const MOST_LOCATIONS = 10;

const MEMBERS: readonly string[] = ["locations", "to", "count", "within"];
const LOCATION_MEMBERS: readonly string[] = ["latitude", "longitude", "altitude", "relevantText"];

/**
 * Plans which of a template's many places a pass gets; null without `nearest`. The places are laid onto the globe once, a pass
 * costs a walk through numbers.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID`, `ERR_PASS_TEMPLATE_LIMIT`; as `planJson`.
 */
export function planNearest(settings: PassDocument, files: PassFiles, pass: JsonObject): NearestPlan | null {
  const given = settings.data["nearest"];
  if (given === undefined) return null;
  if (!isJsonObject(given)) throw invalid("nearest", "is not an object");
  const unknown = Object.keys(given).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw invalid(`nearest.${unknown}`, `is not one of ${MEMBERS.join(", ")}`);
  if (Object.hasOwn(pass, "locations")) throw invalid("nearest", "chooses locations, and pass.json has some of its own");
  if (given["to"] === undefined) throw invalid("nearest.to", "is missing: where the holder is, as {latitude, longitude}");
  const count = readNumber(given, "count", { least: 1, most: MOST_LOCATIONS, isWhole: true }) ?? MOST_LOCATIONS;
  const within = readNumber(given, "within", { least: 0, most: 25_000_000, isWhole: false });
  const { file, places } = readPlaces(given["locations"], files);
  const points = createNearestPoints(places);
  const texts = places.map((place) => JSON.stringify(place));
  const plan = planMembers("template.json", settings, ["nearest"], { isDropped: (key) => key === "locations" });
  if (plan === null) throw invalid("nearest", "cannot be read");
  return {
    names: plan.names,
    file,
    locations: (scope) => {
      const { nearest } = JSON.parse(plan.render(scope).text) as { readonly nearest?: { readonly to?: JsonValue } };
      const to = nearest?.to ?? null;
      if (to === null) return null;
      if (!isGeoPoint(to)) throw noPoint(to);
      const found = points.find(to, { count, ...(within !== null && { within }) });
      return `[${found.map((index) => texts[index]).join(",")}]`;
    },
  };
}

function readPlaces(given: JsonValue | undefined, files: PassFiles) {
  if (typeof given === "string") {
    const bytes = files.get(given);
    if (bytes === undefined) throw invalid("nearest.locations", `names ${JSON.stringify(given)}, which is not there`);
    return { file: given, places: parsePlaces(given, readList(given, bytes)) };
  }
  if (given === undefined || !isJsonArray(given)) throw invalid("nearest.locations", "is neither a list nor the name of a file");
  return { file: null, places: parsePlaces("template.json", given) };
}

function readList(file: string, bytes: Uint8Array): readonly JsonValue[] {
  if (bytes.length > TEMPLATE_LIMITS.placesBytes) throw limit(file, "placesBytes");
  let value: JsonValue;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as JsonValue;
  } catch (cause) {
    throw invalid(file, "is no JSON in UTF-8", cause);
  }
  if (!isJsonArray(value)) throw invalid(file, "is not a list of locations");
  return value;
}

function parsePlaces(file: string, given: readonly JsonValue[]): readonly (GeoPoint & JsonObject)[] {
  if (given.length > TEMPLATE_LIMITS.places) throw limit(file, "places");
  if (given.length === 0) throw invalid(file, "has no locations to choose from");
  return given.map((place, index) => {
    const name = `${file}: location ${index + 1}`;
    if (!isJsonObject(place) || !isGeoPoint(place))
      throw invalid(name, "has no latitude from -90 to 90 and longitude from -180 to 180");
    const unknown = Object.keys(place).find((key) => !LOCATION_MEMBERS.includes(key));
    if (unknown !== undefined) throw invalid(`${name}: ${unknown}`, `is not one of ${LOCATION_MEMBERS.join(", ")}`);
    const { altitude, relevantText } = place;
    if (altitude !== undefined && typeof altitude !== "number") throw invalid(`${name}: altitude`, "is not a number of metres");
    if (relevantText !== undefined && typeof relevantText !== "string") throw invalid(`${name}: relevantText`, "is not a text");
    return place;
  });
}

function readNumber(
  given: JsonObject,
  name: string,
  { least, most, isWhole }: { readonly least: number; readonly most: number; readonly isWhole: boolean },
): number | null {
  const value = given[name];
  if (value === undefined) return null;
  if (typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
  throw invalid(`nearest.${name}`, `is not a ${isWhole ? "whole " : ""}number from ${least} to ${most}`);
}

function invalid(place: string, what: string, cause?: unknown): PassError {
  const reason = `${place} ${what}`;
  return new PassError("ERR_PASS_TEMPLATE_INVALID", `template.json: ${reason}.`, {
    cause,
    details: { file: "template.json", reason },
  });
}

function noPoint(to: JsonValue): PassError {
  const reason = `nearest.to comes to ${JSON.stringify(to).slice(0, 80)}, which is no {latitude, longitude} in degrees`;
  return new PassError("ERR_PASS_TEMPLATE_EXPRESSION", `template.json: ${reason}.`, {
    details: { file: "template.json", place: "nearest.to", reason },
  });
}

function limit(file: string, name: "places" | "placesBytes"): PassError {
  return new PassError("ERR_PASS_TEMPLATE_LIMIT", `${file} exceeds ${name} = ${TEMPLATE_LIMITS[name]}.`, {
    details: { file, limit: name, maximum: TEMPLATE_LIMITS[name] },
  });
}
