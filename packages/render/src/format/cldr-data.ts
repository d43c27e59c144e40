import type { FormatStyle } from "@passwright/pass";
import type { SpellOutRules } from "./spell-out/rule.ts";

/** Names of a time zone: without and with daylight saving time. */
export type ZoneNames = Readonly<Partial<Record<"long" | "short", readonly [standard: string, daylight: string]>>>;

/** How one locale writes dates and numbers, in the patterns of CLDR (UTS #35 parts 3 and 4). */
export interface CldrLocale {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly calendar: "gregory" | "buddhist" | "persian";
  /** Twelve names of months, from the first of the calendar. */
  readonly months: Readonly<Record<"wide" | "abbreviated", readonly string[]>>;
  /** Seven names, from Sunday; `alone` where grammar asks for another form when there is no date beside it. */
  readonly days: Readonly<Record<"wide" | "abbreviated" | "alone", readonly string[]>>;
  readonly dayPeriods: readonly [am: string, pm: string];
  /** What 24 hours are called, where patterns ask for it ("in the evening"); null elsewhere. */
  readonly dayParts: readonly string[] | null;
  /** Before the first year, and since. */
  readonly eras: readonly [before: string, since: string];
  readonly date: Readonly<Record<FormatStyle, string>>;
  readonly time: Readonly<Record<FormatStyle, string>>;
  /** Date `{1}` and time `{0}`, by the date's style. */
  readonly join: Readonly<Record<FormatStyle, string>>;
  /** Words for a distance in days: `"0"` today, `"1"` tomorrow. */
  readonly relative: Readonly<Record<string, string>>;
  readonly zones: {
    /** Offsets ahead of and behind Greenwich. */
    readonly hours: readonly [ahead: string, behind: string];
    readonly gmt: string;
    readonly zero: string;
    /** Names of single zones. */
    readonly own: Readonly<Record<string, ZoneNames>>;
    /** Names of kinds of zones. */
    readonly meta: Readonly<Record<string, ZoneNames>>;
  };
  /** The ten digits. */
  readonly digits: string;
  readonly symbols: Readonly<
    Record<
      "decimal" | "group" | "currencyDecimal" | "currencyGroup" | "minus" | "plus" | "percent" | "exponent" | "infinity" | "nan",
      string
    >
  >;
  /** So many digits must stand before the first group for groups to be set apart. */
  readonly minimumGrouping: number;
  readonly patterns: Readonly<Record<"decimal" | "percent" | "currency", string>>;
  /** Symbols of currencies that are not their codes. */
  readonly currencies: Readonly<Record<string, string>>;
}

/** What all locales share. */
export interface CldrSupplement {
  /** Digits behind the point, of currencies that have not two. */
  readonly currencyDigits: Readonly<Record<string, number>>;
  /** Kinds of time zones by their names. */
  readonly metaZones: Readonly<Record<string, string>>;
}

/** What {@link createCldrFormatter} writes from. */
export interface CldrData {
  /** By tag. */
  readonly locales: ReadonlyMap<string, CldrLocale>;
  /** By tag. */
  readonly spellOut: ReadonlyMap<string, SpellOutRules>;
  readonly supplement: CldrSupplement;
}
