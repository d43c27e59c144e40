import type { FormatClock, Formatter } from "./formatter.ts";
import { parseZoneOffset } from "./zone-offset.ts";

/** What the engine's formatter can be told. */
export interface IntlFormatterOptions {
  /** Writes a number in words, which no engine does; null where the language's rules are not known. */
  readonly spellOut?: (value: number, locale: string) => string | null;
}

/**
 * A formatter that asks the engine (`Intl`). Its words follow the engine's version of CLDR, so two engines may differ in a comma:
 * right for people, wrong for comparing bytes.
 *
 * @throws {RangeError} its methods, when the engine knows no such locale or time zone.
 *
 * @example
 * ```ts
 * createIntlFormatter().percent(0.25, "de"); // "25 %"
 * ```
 */
export function createIntlFormatter(options: IntlFormatterOptions = {}): Formatter {
  return {
    date: (moment, dateStyle, clock) => join(datePartsOf(moment, { dateStyle }, clock)),
    time: (moment, timeStyle, clock) => join(datePartsOf(moment, { timeStyle }, clock)),
    dateTime: (moment, { date, time }, clock, day) =>
      day === undefined
        ? join(datePartsOf(moment, { dateStyle: date, timeStyle: time }, clock))
        : withTime(day, moment, time, clock),
    relative: relativeWord,
    number: (value, locale) => number(value, locale, DECIMAL),
    percent: (value, locale) => number(value, locale, { style: "percent", maximumFractionDigits: 0 }),
    scientific: (value, locale) => number(value, locale, { notation: "scientific", maximumFractionDigits: 15 }),
    spellOut: (value, locale) => options.spellOut?.(value, locale) ?? number(value, locale, DECIMAL),
    currency: (value, currency, locale) => number(value, locale, { style: "currency", currency }),
  };
}

const DECIMAL: Intl.NumberFormatOptions = { maximumFractionDigits: 3 };

/** A number that lies in the middle goes to the even neighbour: the default of Foundation's NumberFormatter, not of Intl. */
function number(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const rounded: Intl.NumberFormatOptions & { readonly roundingMode: "halfEven" } = { ...options, roundingMode: "halfEven" };
  return new Intl.NumberFormat(locale, rounded).format(value);
}

type Part = Pick<Intl.DateTimeFormatPart, "type" | "value">;
type Styles = Pick<Intl.DateTimeFormatOptions, "dateStyle" | "timeStyle">;

/**
 * Languages whose AM and PM stand behind a narrow no-break space (CLDR since 42; devices since iOS 17). Engines change it back into
 * a plain one for the web's sake.
 */
const NARROW_SPACED: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ "aa af ak bal bem ceb csw el en es fil fr gaa ha haw kab kpe kxv lkt mi moh ms naq nus ny om pt qu so sq ss st to tr yrl".split(
    " ",
  ),
);

function datePartsOf(moment: Date, styles: Styles, { locale, timeZone }: FormatClock): readonly Part[] {
  const parts = zonedParts(moment, styles, locale, timeZone);
  if (!NARROW_SPACED.has(new Intl.Locale(locale).language)) return parts;
  return parts.map((part, index) =>
    part.value === " " && parts[index + 1]?.type === "dayPeriod" ? { type: part.type, value: "\u202F" } : part,
  );
}

function zonedParts(moment: Date, styles: Styles, locale: string, timeZone: string): readonly Part[] {
  const offset = parseZoneOffset(timeZone);
  if (offset === null || knowsZone(timeZone)) return new Intl.DateTimeFormat(locale, { ...styles, timeZone }).formatToParts(moment);
  // An engine without zones of offsets (before ECMA-402 2024): the clock of Greenwich, moved, under the offset's own name.
  const format = new Intl.DateTimeFormat(locale, { ...styles, timeZone: "UTC" });
  return format
    .formatToParts(new Date(moment.getTime() + offset))
    .map(({ type, value }) => ({ type, value: type === "timeZoneName" ? `GMT${timeZone}` : value }));
}

function knowsZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function relativeWord(days: number, locale: string): string | null {
  const parts = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).formatToParts(days, "day");
  return parts.some(({ type }) => type === "integer") ? null : parts.map(({ value }) => value).join("");
}

const DATE_PARTS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "weekday",
  "day",
  "month",
  "year",
  "era",
  "relatedYear",
  "yearName",
]);

/**
 * A day's word with a time, joined as the language joins a long date with one ("Today at 19:30", "Heute um 19:30"): the
 * engine writes the long date, and the word takes its place. What the date has around it of its own (年月日) goes with it.
 */
function withTime(day: string, moment: Date, timeStyle: NonNullable<Styles["timeStyle"]>, clock: FormatClock): string {
  const whole = aroundDate(datePartsOf(moment, { dateStyle: "long", timeStyle }, clock));
  const own = aroundDate(datePartsOf(moment, { dateStyle: "long" }, clock));
  const lead = whole.lead.endsWith(own.lead) ? whole.lead.slice(0, whole.lead.length - own.lead.length) : whole.lead;
  const trail = whole.trail.startsWith(own.trail) ? whole.trail.slice(own.trail.length) : whole.trail;
  return `${lead}${day}${trail}`;
}

function aroundDate(parts: readonly Part[]): { readonly lead: string; readonly trail: string } {
  const first = parts.findIndex(({ type }) => DATE_PARTS.has(type));
  const last = parts.findLastIndex(({ type }) => DATE_PARTS.has(type));
  return { lead: join(parts.slice(0, Math.max(first, 0))), trail: join(parts.slice(last + 1)) };
}

function join(parts: readonly Part[]): string {
  return parts.map(({ value }) => value).join("");
}
