import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import type { CheckSubject } from "./subject.ts";

/** A dictionary of semantic tags, with where it stands. */
export interface SemanticPlace {
  readonly path: JsonPath;
  readonly tags: JsonObject;
  /** Whether the tags speak of the pass itself or of one entry of `upcomingPassInformation`. */
  readonly scope: "pass" | "event";
}

/** One tag, with where it stands. */
export interface SemanticTag {
  readonly name: string;
  readonly value: JsonValue;
  readonly path: JsonPath;
  readonly place: SemanticPlace;
}

/**
 * Every dictionary of semantic tags: `semantics` at the root, in the fields of the style dictionaries, and in the
 * upcoming events and their fields. The root comes first.
 */
export function* semanticPlaces(subject: CheckSubject): Generator<SemanticPlace> {
  yield* tagsOf(subject.pass, [], "pass");
  for (const { field, path } of subject.fields) yield* tagsOf(field, path, "pass");
  for (const { entry, path } of upcomingEntries(subject)) {
    yield* tagsOf(entry, path, "event");
    for (const section of ["backFields", "additionalInfoFields"]) {
      const fields = entry[section];
      if (!isJsonArray(fields)) continue;
      for (const [index, field] of fields.entries()) {
        if (isJsonObject(field)) yield* tagsOf(field, [...path, section, index], "event");
      }
    }
  }
}

/** The tags with one of these names wherever they stand; `null` values are left to the rule about them. */
export function* tagsNamed(subject: CheckSubject, names: readonly string[]): Generator<SemanticTag> {
  for (const place of semanticPlaces(subject)) {
    for (const name of names) {
      const value = ownValue(place.tags, name);
      if (value !== undefined && value !== null) yield { name, value, path: [...place.path, name], place };
    }
  }
}

/**
 * A tag that speaks of the pass, not blank: at the root or, failing that, on a field. Apple gives tags on a field the same
 * meaning as tags at the root, so both count towards what a style scheme demands. Tags of upcoming events never do: they
 * speak of other events.
 */
export function passTag(subject: CheckSubject, name: string): SemanticTag | undefined {
  for (const tag of tagsNamed(subject, [name])) {
    if (tag.place.scope === "pass" && !isBlank(tag.value)) return tag;
  }
  return undefined;
}

/** Whether anything tags the pass at all. */
export function hasPassTags(subject: CheckSubject): boolean {
  for (const { scope, tags } of semanticPlaces(subject)) if (scope === "pass" && !isEmpty(tags)) return true;
  return false;
}

/** The objects in `upcomingPassInformation`. */
export function* upcomingEntries(subject: CheckSubject): Generator<{ readonly entry: JsonObject; readonly path: JsonPath }> {
  const list = subject.pass["upcomingPassInformation"];
  if (!isJsonArray(list)) return;
  for (const [index, entry] of list.entries()) {
    if (isJsonObject(entry)) yield { entry, path: ["upcomingPassInformation", index] };
  }
}

/** A value that says nothing: absent, null, white space, an empty array or object. */
export function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && isEmpty(value);
}

/** Looks at one member at most: a hostile object may have a hundred thousand. */
function isEmpty(object: JsonObject): boolean {
  for (const _ in object) return false;
  return true;
}

/** A member of an object out of a file: `constructor` and its kind are names like any other there. */
function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function* tagsOf(holder: JsonObject, path: JsonPath, scope: SemanticPlace["scope"]): Generator<SemanticPlace> {
  const tags = holder["semantics"];
  if (isJsonObject(tags)) yield { path: [...path, "semantics"], tags, scope };
}
