import type { Finding } from "../check/rule.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type { FieldSection, PassStyle } from "../model/style.ts";

/** A pass as far as a comparison looks at it: its files by path. A `PassPackage` is one. */
export interface ComparablePass {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** For whom the comparison is told: nothing of it is taken from the machine that runs it. */
export interface CompareOptions {
  /** BCP 47 tag of the holder's language, in which texts are looked up and dates and numbers written; `en` when absent. */
  readonly locale?: string;
  /** IANA name of the holder's time zone; `UTC` when absent. */
  readonly timeZone?: string;
  /** The moment of the update, for dates that are shown as "today" and "tomorrow"; without it they are written out. */
  readonly now?: Date;
  /** The holder has signed up for rewards with this pass (see {@link https://developer.apple.com/documentation/walletpasses/personalize}). */
  readonly personalized?: boolean;
}

/** A value of pass.json that differs. */
export type ValueChange =
  | { readonly kind: "added"; readonly pointer: string; readonly after: JsonValue }
  | { readonly kind: "removed"; readonly pointer: string; readonly before: JsonValue }
  | { readonly kind: "changed"; readonly pointer: string; readonly before: JsonValue; readonly after: JsonValue };

/**
 * Why a field makes no notification with a text of its own.
 * `value-unchanged`: something else about it changed. `added`, `removed`: there is no earlier, or no new, value.
 * `no-change-message`: it has no changeMessage. `no-placeholder`: its changeMessage lacks `%@`, so Wallet tells in its own
 * words that the pass has changed. `another-pass`: the versions are not of one pass, so nothing is updated.
 */
export type Silence = "value-unchanged" | "added" | "removed" | "no-change-message" | "no-placeholder" | "another-pass";

/** A field that differs. Fields are matched by style and key, as a device does; those without a key by their place. */
export interface FieldChange {
  readonly kind: "added" | "removed" | "changed";
  readonly style: PassStyle;
  /** Where the newer version has it; of a removed field, where the older had it. */
  readonly section: FieldSection;
  /** JSON Pointer to the field in that version. */
  readonly pointer: string;
  readonly key: string | null;
  /** The label as the holder reads it. */
  readonly label: string | null;
  /** The values as the holder reads them: translated, dates and numbers formatted. Null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The fields as pass.json has them. */
  readonly beforeField: JsonObject | null;
  readonly afterField: JsonObject | null;
  /** Members that differ, `section` when it moved to another one, `position` when it moved within its section. */
  readonly changed: readonly string[];
  /** The newer version's changeMessage as the holder's language has it, placeholder and all. */
  readonly changeMessage: string | null;
  /** The changeMessage with the new value in it; null when this field makes no such notification, and then why. */
  readonly notification: string | null;
  readonly silence: Silence | null;
}

/** A file that differs. pass.json, manifest.json and the signature are not told: the first is told value by value, the others follow. */
export interface FileChange {
  readonly kind: "added" | "removed" | "changed";
  readonly path: string;
  readonly type: "image" | "strings" | "other";
  readonly before: FileState | null;
  readonly after: FileState | null;
}

export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** SHA-1 as manifest.json has it: lower-case hex. */
  readonly sha1: string;
}

/** A translation that differs. */
export interface TranslationChange {
  readonly kind: "added" | "removed" | "changed";
  /** Name of the folder without `.lproj`. */
  readonly language: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A part of what names a pass that differs. */
export interface IdentityChange {
  readonly key: "passTypeIdentifier" | "serialNumber";
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
}

/**
 * What the lock screen says of an update. `message`: the text of the one field that has one. `general`: in Wallet's own
 * words that the pass has changed, because several fields have a message or one lacks `%@`. `none`: nothing.
 */
export type UpdateNotice =
  | { readonly kind: "none" }
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "general" };

/** All that differs between two versions of a pass. */
export interface PassComparison {
  /** Nothing differs that a device or a person could see; signing anew and other spacing count as nothing. */
  readonly isUnchanged: boolean;
  /** Other identifiers mean another pass: a device keeps both. Empty for two versions of one pass. */
  readonly identity: readonly IdentityChange[];
  /** Values of pass.json outside fields and tags. */
  readonly values: readonly ValueChange[];
  readonly fields: readonly FieldChange[];
  /** Semantic tags at the root and on fields. */
  readonly semantics: readonly ValueChange[];
  readonly files: readonly FileChange[];
  readonly translations: readonly TranslationChange[];
  readonly notice: UpdateNotice;
  /** Faults of the update itself; their words come from `describeFinding`. */
  readonly findings: readonly Finding[];
}
