import { ENUMS, type EnumName } from "../enums.ts";
import type { JsonValue } from "../json.ts";
import { PASS_STYLES, type FieldSection, type PassStyle, type StyleScheme } from "../style.ts";
import { FORMAT_NAMES, type FormatName } from "./formats.ts";

/** The dictionaries of pass.json and personalization.json, by the names of Apple's reference. */
export const DICTIONARY_NAMES = [
  "Pass",
  "PassFields",
  "PassFieldContent",
  "Barcodes",
  "Barcode",
  "Beacons",
  "Locations",
  "NFC",
  "RelevantDates",
  "FeaturedAction",
  "SemanticTags",
  "CurrencyAmount",
  "EventDateInfo",
  "SemanticLocation",
  "PersonNameComponents",
  "Seat",
  "WifiNetwork",
  "UpcomingPassInformationEntry",
  "UpcomingURLs",
  "UpcomingDateInformation",
  "UpcomingImages",
  "UpcomingImage",
  "UpcomingImageURLEntry",
  "Personalize",
  "PersonalizationDictionary",
  "PersonalInfo",
] as const;
export type DictionaryName = (typeof DICTIONARY_NAMES)[number];

/**
 * What a value is. `text` is a string that may be a key of pass.strings; `value` a string or a number; `any` any JSON; a
 * format is a string of that format; an enum one of its values; a dictionary an object.
 */
export type KeyBase = "text" | "string" | "number" | "boolean" | "any" | "value" | FormatName | EnumName | DictionaryName;
/** A base, or `[]` behind it for an array of such values. */
export type KeyTypeText = KeyBase | `${KeyBase}[]`;

/** JSON types as `typeof` of the checks names them. */
export type JsonTypeName = "string" | "number" | "boolean" | "object" | "array" | "any";

/** Bounds that a program can check. Numbers count what the value is made of: characters, bytes, items. */
export interface KeyLimits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly integer?: true;
  readonly minLength?: number;
  /** Bytes of UTF-8. */
  readonly maxBytes?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** The string must contain this. */
  readonly contains?: string;
}

/**
 * documented: on the reference page of its dictionary; article: in another article of Apple's only; wwdc: shown in a
 * session; pass-builder: in Apple's open source tool only; alias: that tool's name for a documented key; community:
 * found out by testers; observed: seen in real passes, meaning unknown.
 */
export type KeyStatus = "documented" | "article" | "wwdc" | "pass-builder" | "alias" | "community" | "observed";

/** What a semantic tag is for, narrower than its style. */
export type SemanticKind = "any" | "boarding" | "airline" | "rail" | "event" | "sports" | "store-card";

/** What may be said of a key beside its name and type; absent means the default of its group. */
export interface KeyOptions {
  /** true, or in words when. Absent: optional. */
  readonly required?: true | string;
  readonly limits?: KeyLimits;
  readonly default?: JsonValue;
  /** Where the format does not follow from the type. */
  readonly format?: FormatName;
  /** May be a key of pass.strings, although its type is not `text`. */
  readonly localizable?: true;
  /** Values outside the enum are allowed; Wallet does nothing with them. */
  readonly openEnum?: true;
  readonly styles?: readonly PassStyle[];
  readonly schemes?: readonly StyleScheme[];
  /** First iOS; null when it is not documented. */
  readonly ios?: number | null;
  /** First watchOS; null when a watch does not use the key or it is not documented. */
  readonly watch?: number | null;
  readonly status?: KeyStatus;
  /** The iOS from which on the key should no longer be used, or has no effect. */
  readonly deprecated?: number;
  readonly replacedBy?: string;
  /** The documented key for which this is another name. */
  readonly aliasOf?: string;
  /** Of a field: the sections in which the key has an effect. */
  readonly sections?: readonly FieldSection[];
  readonly kind?: SemanticKind;
  /** Left behind by tools, or of unknown meaning: to be accepted when reading, and not to be written. */
  readonly readOnly?: true;
  /** One of the links that become buttons of the event guide. */
  readonly eventGuideButton?: true;
}

/** One key of a dictionary: a row of the specification. What is said of it in words is in `notes/`. */
export interface KeySpec {
  readonly dictionary: DictionaryName;
  readonly name: string;
  /** As written in the table: `text`, `PassFieldContent[]`. */
  readonly typeText: KeyTypeText;
  /** JSON type of the value; `any` for {@link KeyBase} `any` and `value`. */
  readonly type: JsonTypeName;
  /** Of an array: JSON type of its items. */
  readonly itemType: JsonTypeName | null;
  /** The dictionary of the value, or of the items of the array. */
  readonly of: DictionaryName | null;
  /** Allowed values (of the items, for an array). */
  readonly enum: readonly (string | number)[] | null;
  readonly enumName: EnumName | null;
  readonly openEnum: boolean;
  readonly format: FormatName | null;
  /** true, false, or in words when. */
  readonly required: boolean | string;
  readonly limits: KeyLimits;
  readonly default: JsonValue | undefined;
  readonly localizable: boolean;
  /** Styles in which the key has an effect. */
  readonly styles: readonly PassStyle[];
  /** Schemes without which the key has no effect; empty when it needs none. */
  readonly schemes: readonly StyleScheme[];
  readonly minIOS: number | null;
  readonly minWatchOS: number | null;
  readonly status: KeyStatus;
  readonly deprecated: number | null;
  readonly replacedBy: string | null;
  readonly aliasOf: string | null;
  readonly sections: readonly FieldSection[] | null;
  readonly kind: SemanticKind | null;
  readonly readOnly: boolean;
  readonly eventGuideButton: boolean;
}

/** A row before it knows its dictionary. */
export type KeyRow = readonly [name: string, type: KeyTypeText, options?: KeyOptions];

/** Makes the rows of a dictionary (or of a part of it) that have their defaults in common. */
export function defineKeys(dictionary: DictionaryName, defaults: KeyOptions, rows: readonly KeyRow[]): readonly KeySpec[] {
  return rows.map(([name, typeText, own]) => {
    const options: KeyOptions = { ...defaults, ...own };
    const array = typeText.endsWith("[]");
    const base = (array ? typeText.slice(0, -2) : typeText) as KeyBase;
    const enumName = base in ENUMS ? (base as EnumName) : null;
    const of = (DICTIONARY_NAMES as readonly string[]).includes(base) ? (base as DictionaryName) : null;
    const itemType = jsonTypeOf(base, enumName, of);
    return {
      dictionary,
      name,
      typeText,
      type: array ? "array" : itemType,
      itemType: array ? itemType : null,
      of,
      enum: enumName === null ? null : ENUMS[enumName],
      enumName,
      openEnum: options.openEnum ?? false,
      format: options.format ?? ((FORMAT_NAMES as readonly string[]).includes(base) ? (base as FormatName) : null),
      required: options.required ?? false,
      limits: options.limits ?? {},
      default: options.default,
      localizable: base === "text" || (options.localizable ?? false),
      styles: options.styles ?? PASS_STYLES,
      schemes: options.schemes ?? [],
      minIOS: options.ios ?? null,
      minWatchOS: options.watch ?? null,
      status: options.status ?? "documented",
      deprecated: options.deprecated ?? null,
      replacedBy: options.replacedBy ?? null,
      aliasOf: options.aliasOf ?? null,
      sections: options.sections ?? null,
      kind: options.kind ?? null,
      readOnly: options.readOnly ?? (options.status === "observed" || options.status === "alias"),
      eventGuideButton: options.eventGuideButton ?? false,
    };
  });
}

function jsonTypeOf(base: KeyBase, enumName: EnumName | null, of: DictionaryName | null): JsonTypeName {
  if (of !== null) return "object";
  if (enumName !== null) return typeof ENUMS[enumName][0] === "number" ? "number" : "string";
  if (base === "number" || base === "boolean" || base === "any") return base;
  return base === "value" ? "any" : "string";
}
