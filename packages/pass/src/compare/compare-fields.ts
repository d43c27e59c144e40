import type { FieldEntry } from "../check/subject.ts";
import { isJsonObject, toJsonPointer, type JsonObject } from "../model/json.ts";
import { compareValues, isSameValue, member, memberNames } from "./compare-values.ts";
import { fieldText, type Reader } from "./field-text.ts";
import { matchFields, type FieldPair } from "./match-fields.ts";
import type { FieldChange, Silence, UpdateNotice, ValueChange } from "./pass-comparison.ts";

/** What Wallet replaces by the new value. */
const PLACEHOLDER = "%@";

/** A holder before and after the update: an update may bring other translations. */
export interface Readers {
  readonly before: Reader;
  readonly after: Reader;
}

export interface FieldComparison {
  readonly fields: readonly FieldChange[];
  /** Semantic tags on fields. */
  readonly semantics: readonly ValueChange[];
}

/** The fields that differ, in the order of the newer version, and the tags on them. */
export function compareFields(
  before: readonly FieldEntry[],
  after: readonly FieldEntry[],
  readers: Readers,
  isSamePass: boolean,
): FieldComparison {
  const fields: FieldChange[] = [];
  const semantics: ValueChange[] = [];
  for (const pair of matchFields(before, after)) {
    const { before: older, after: newer } = pair;
    const path = (newer ?? older)?.path ?? [];
    semantics.push(...compareValues(older?.field["semantics"], newer?.field["semantics"], [...path, "semantics"]));
    const change = compareField(pair, readers, isSamePass);
    if (change !== null) fields.push(change);
  }
  return { fields, semantics };
}

/** Null when nothing differs. */
function compareField({ before, after, moved }: FieldPair, readers: Readers, isSamePass: boolean): FieldChange | null {
  const entry = after ?? before;
  if (entry === null) return null;
  const changed = changedMembers(before, after, moved);
  const beforeText = before === null ? null : fieldText(before.field, readers.before);
  const afterText = after === null ? null : fieldText(after.field, readers.after);
  const isRetold = before !== null && after !== null && beforeText !== afterText;
  if (before !== null && after !== null && changed.length === 0 && !isRetold) return null;

  const changeMessage = after === null ? null : textOf(after.field, "changeMessage", readers.after);
  const isNewValue = isRetold || changed.includes("value");
  const silence = silenceOf({ before, after }, changeMessage, isNewValue, isSamePass);
  const { key } = entry.field;
  return {
    kind: before === null ? "added" : after === null ? "removed" : "changed",
    style: entry.style,
    section: entry.section,
    pointer: toJsonPointer(entry.path),
    key: typeof key === "string" ? key : null,
    label: textOf(entry.field, "label", after === null ? readers.before : readers.after),
    before: beforeText,
    after: afterText,
    beforeField: before?.field ?? null,
    afterField: after?.field ?? null,
    changed,
    changeMessage,
    notification: silence === null && changeMessage !== null ? fillPlaceholder(changeMessage, afterText ?? "") : null,
    silence,
  };
}

/** Members whose values differ; tags are told apart, and of a field that came or went everything would differ. */
function changedMembers(before: FieldEntry | null, after: FieldEntry | null, moved: boolean): readonly string[] {
  if (before === null || after === null) return [];
  const names = memberNames(before.field, after.field).filter(
    (name) => name !== "semantics" && !isSameValue(member(before.field, name), member(after.field, name)),
  );
  if (before.section !== after.section) names.push("section");
  else if (moved) names.push("position");
  return names;
}

/**
 * Whether a device tells of a field, by what is known: Apple says that a field without changeMessage changes silently, and
 * testers that without `%@` only Wallet's own words appear. That a field needs an earlier value is an inference from
 * "replaced with the field's new value".
 */
function silenceOf(
  { before, after }: Pick<FieldPair, "before" | "after">,
  changeMessage: string | null,
  isNewValue: boolean,
  isSamePass: boolean,
): Silence | null {
  if (!isSamePass) return "another-pass";
  if (before === null) return "added";
  if (after === null) return "removed";
  if (!isNewValue) return "value-unchanged";
  if (changeMessage === null || changeMessage === "") return "no-change-message";
  return changeMessage.includes(PLACEHOLDER) ? null : "no-placeholder";
}

/** What the lock screen says when all these fields change at once. */
export function noticeOf(fields: readonly FieldChange[]): UpdateNotice {
  // Two styles of one pass hold a field twice; a device draws one of them.
  const messages = new Map<string, string | null>();
  for (const { key, pointer, notification, silence } of fields) {
    if (silence === null || silence === "no-placeholder")
      messages.set(JSON.stringify([key ?? pointer, notification]), notification);
  }
  const [first, ...others] = messages.values();
  if (first === undefined) return { kind: "none" };
  return first === null || others.length > 0 ? { kind: "general" } : { kind: "message", text: first };
}

/** The first placeholder takes the value; a value such as `$&` or `%@` is text like any other. */
function fillPlaceholder(message: string, value: string): string {
  const at = message.indexOf(PLACEHOLDER);
  return at < 0 ? message : message.slice(0, at) + value + message.slice(at + PLACEHOLDER.length);
}

function textOf(field: JsonObject, name: string, reader: Reader): string | null {
  const text = isJsonObject(field) ? member(field, name) : undefined;
  return typeof text === "string" ? reader.translate(text) : null;
}
