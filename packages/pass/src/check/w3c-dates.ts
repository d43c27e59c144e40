import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import { semanticPlaces, upcomingEntries } from "./semantic-places.ts";
import type { CheckSubject } from "./subject.ts";
import { parseW3cDate } from "./values/date.ts";

/** A value that stands where a date belongs. */
export interface DatePlace<Value = JsonValue> {
  readonly path: JsonPath;
  readonly value: Value;
}

const TOP_LEVEL = ["relevantDate", "expirationDate"] as const;
const IN_RELEVANT_DATES = ["date", "relevantDate", "startDate", "endDate"] as const;
/** All of the tags whose value is a date end so: `eventStartDate`, `originalBoardingDate` … */
const DATE_TAG = /Date$/u;
const FIELD_DATE_KEYS = ["dateStyle", "timeStyle"] as const;

/** The entries of `relevantDates` that are objects. */
export function* readRelevantDates(pass: JsonObject): Generator<{ readonly entry: JsonObject; readonly path: JsonPath }> {
  const { relevantDates } = pass;
  if (!isJsonArray(relevantDates)) return;
  for (const [index, entry] of relevantDates.entries()) {
    if (isJsonObject(entry)) yield { entry, path: ["relevantDates", index] };
  }
}

/** Dates that a device reads when it installs the pass. A `null` is told by the rule about nulls. */
export function* topLevelDates(pass: JsonObject): Generator<DatePlace> {
  for (const key of TOP_LEVEL) yield* member(pass, key, []);
  for (const { entry, path } of readRelevantDates(pass)) {
    for (const key of IN_RELEVANT_DATES) yield* member(entry, key, path);
  }
}

/** Every text that stands where a date belongs: at the top, in fields with a date style, in semantic tags and upcoming events. */
export function* everyDate(subject: CheckSubject): Generator<DatePlace<string>> {
  for (const { path, value } of allPlaces(subject)) if (typeof value === "string") yield { path, value };
}

function* allPlaces(subject: CheckSubject): Generator<DatePlace> {
  yield* topLevelDates(subject.pass);
  for (const { field, path } of subject.fields) {
    if (FIELD_DATE_KEYS.some((key) => typeof field[key] === "string")) yield* member(field, "value", path);
  }
  for (const { tags, path } of semanticPlaces(subject)) {
    for (const name of Object.keys(tags)) if (DATE_TAG.test(name)) yield* member(tags, name, path);
    const info = tags["eventStartDateInfo"];
    if (isJsonObject(info)) yield* member(info, "date", [...path, "eventStartDateInfo"]);
  }
  for (const { entry, path } of upcomingEntries(subject)) {
    const info = entry["dateInformation"];
    if (isJsonObject(info)) yield* member(info, "date", [...path, "dateInformation"]);
  }
}

/** When the pass is relevant: its moments, and the beginnings of its intervals. */
export function* relevantMoments(pass: JsonObject): Generator<DatePlace & { readonly date: Date }> {
  for (const { path, value } of topLevelDates(pass)) {
    const key = path.at(-1);
    if (key === "expirationDate" || key === "endDate" || typeof value !== "string") continue;
    const result = parseW3cDate(value);
    if (result.ok) yield { path, value, date: result.date };
  }
}

/** The date at a key, when it is one that a device reads. */
export function dateIn(object: JsonObject, key: string): Date | null {
  const value = object[key];
  if (typeof value !== "string") return null;
  const result = parseW3cDate(value);
  return result.ok ? result.date : null;
}

function* member(object: JsonObject, key: string, path: JsonPath): Generator<DatePlace> {
  const value = object[key];
  if (value !== undefined && value !== null) yield { path: [...path, key], value };
}
