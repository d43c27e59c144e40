import { createSubject } from "../check/create-subject.ts";
import { UPDATE_RULES } from "../check/rules/update.ts";
import { runRules } from "../check/run-rules.ts";
import type { CheckSubject } from "../check/subject.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { FIELD_SECTIONS, isPassStyle, type PassStyle } from "../model/style.ts";
import { createLocalizer } from "../strings/localizer.ts";
import { compareFields, noticeOf } from "./compare-fields.ts";
import { compareFiles, compareTranslations } from "./compare-files.ts";
import { compareValues, isSameValue, member, memberNames } from "./compare-values.ts";
import type { Reader } from "./field-text.ts";
import type { ComparablePass, CompareOptions, IdentityChange, PassComparison, ValueChange } from "./pass-comparison.ts";

/**
 * Tells all that differs between two versions of a pass, and what the holder's lock screen says of the update.
 * Broken passes are compared as far as they can be read; nothing in them makes this throw.
 *
 * @param before the version that the device holds.
 * @param after the version that it fetches.
 * @throws {RangeError} when `options.locale` is no language tag or `options.timeZone` no zone.
 *
 * @example
 * ```ts
 * const { fields, notice } = comparePasses(older, newer, { locale: "de", timeZone: "Europe/Berlin" });
 * if (notice.kind === "message") console.log(notice.text); // "Neues Gate: B34"
 * for (const { label, before, after } of fields) console.log(`${label}: ${before} → ${after}`);
 * ```
 */
export function comparePasses(before: ComparablePass, after: ComparablePass, options: CompareOptions = {}): PassComparison {
  const [older, newer] = [before, after].map(toSubject) as [CheckSubject, CheckSubject];
  const identity = compareIdentity(older.pass, newer.pass);
  const readers = { before: toReader(before, options), after: toReader(after, options) };
  const { fields, semantics: fieldTags } = compareFields(older.fields, newer.fields, readers, identity.length === 0);
  const told = {
    identity,
    values: [...compareOtherValues(older.pass, newer.pass)],
    fields,
    semantics: [...compareValues(member(older.pass, "semantics"), member(newer.pass, "semantics"), ["semantics"]), ...fieldTags],
    files: compareFiles(before.files, after.files),
    translations: compareTranslations(older.strings, newer.strings),
  };
  const isUnchanged = isSameDocument(older, newer) && Object.values(told).every((changes) => changes.length === 0);
  const update = { before: older, after: newer, personalized: options.personalized ?? false, isUnchanged };
  const documents = new Map(newer.document === null ? [] : [["pass.json", newer.document]]);
  return { isUnchanged, ...told, notice: noticeOf(fields), findings: runRules(UPDATE_RULES, update, documents).findings };
}

/** Nothing of a comparison depends on the day. */
function toSubject({ files }: ComparablePass): CheckSubject {
  return createSubject({ form: "source", files, now: new Date(0) });
}

function toReader({ files }: ComparablePass, { locale = "en", timeZone = "UTC", now }: CompareOptions): Reader {
  // Throws on what is no language or zone, also where the passes hold nothing to format. A language that the engine does
  // not know is written in English, not in the language of the machine.
  const { locale: known } = new Intl.DateTimeFormat([locale.replaceAll("_", "-"), "en"], { timeZone }).resolvedOptions();
  const localizer = createLocalizer(files, [locale]);
  return { locale: known, timeZone, now: now ?? null, translate: (text) => localizer.text(text) };
}

function compareIdentity(before: JsonObject, after: JsonObject): readonly IdentityChange[] {
  const keys = ["passTypeIdentifier", "serialNumber"] as const;
  return keys.flatMap((key) => {
    const [was, is] = [member(before, key) ?? null, member(after, key) ?? null];
    return isSameValue(was, is) ? [] : [{ key, before: was, after: is }];
  });
}

/** Everything of pass.json but the fields and the tags at the root. */
function* compareOtherValues(before: JsonObject, after: JsonObject): Generator<ValueChange> {
  for (const key of memberNames(before, after)) {
    const [was, is] = [member(before, key), member(after, key)];
    if (key === "semantics") continue;
    if (isPassStyle(key) && isJsonObject(was) && isJsonObject(is)) yield* compareStyle(key, was, is);
    else yield* compareValues(was, is, [key]);
  }
}

function* compareStyle(style: PassStyle, before: JsonObject, after: JsonObject): Generator<ValueChange> {
  for (const key of memberNames(before, after)) {
    const [was, is] = [member(before, key), member(after, key)];
    if (!isSection(key) || !holdsOnlyFields(was) || !holdsOnlyFields(is)) yield* compareValues(was, is, [style, key]);
  }
}

function isSection(key: string): boolean {
  return (FIELD_SECTIONS as readonly string[]).includes(key);
}

/** A section that is not as it should be is compared as the value that it is. */
function holdsOnlyFields(section: JsonValue | undefined): boolean {
  return section === undefined || (isJsonArray(section) && section.every(isJsonObject));
}

/** Where a pass.json cannot be read its values are unknown: two of them are the same only when their bytes are. */
function isSameDocument(before: CheckSubject, after: CheckSubject): boolean {
  if (before.document !== null && after.document !== null) return true;
  const [older, newer] = [before.files.get("pass.json"), after.files.get("pass.json")];
  if (older === undefined || newer === undefined) return older === newer;
  return older.length === newer.length && older.every((byte, index) => byte === newer[index]);
}
