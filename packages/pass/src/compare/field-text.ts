import type { DateStyle, NumberStyle } from "../model/enums.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { parseW3cDate } from "../check/values/date.ts";

/** For whom a value is written. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Date | null;
  /** A text of pass.json in the holder's language. */
  readonly translate: (text: string) => string;
}

/**
 * A field's value as the holder reads it: a date by dateStyle and timeStyle, a number by currencyCode or numberStyle, a
 * text translated. What does not fit its format is shown as it stands. Null when there is no text or number.
 *
 * Numbers are never spelt out: no engine has the rules for `PKNumberStyleSpellOut`, so they are written in digits.
 * Sources: PassFieldContent; the styles are those of Foundation, which are CLDR's.
 *
 * @example
 * ```ts
 * const { text } = pass.localize("de");
 * const reader = { locale: "de", timeZone: "Europe/Berlin", now: null, translate: text };
 * fieldText({ key: "balance", value: 12.5, currencyCode: "EUR" }, reader); // "12,50 €"
 * ```
 */
export function fieldText(field: JsonObject, reader: Reader): string | null {
  const { value } = field;
  if (typeof value === "number") return numberText(value, field, reader);
  if (typeof value !== "string") return null;
  return dateText(value, field, reader) ?? reader.translate(value);
}

function numberText(value: number, field: JsonObject, { locale }: Reader): string {
  const { currencyCode, numberStyle } = field;
  if (typeof currencyCode === "string" && /^[A-Z]{3}$/u.test(currencyCode)) {
    return new Intl.NumberFormat(locale, { style: "currency", currency: currencyCode }).format(value);
  }
  const options = isNumberStyle(numberStyle) ? NUMBER_FORMATS[numberStyle] : undefined;
  return options === undefined ? String(value) : new Intl.NumberFormat(locale, options).format(value);
}

const NUMBER_FORMATS: Readonly<Record<NumberStyle, Intl.NumberFormatOptions>> = {
  PKNumberStyleDecimal: { maximumFractionDigits: 3 },
  PKNumberStylePercent: { style: "percent", maximumFractionDigits: 0 },
  PKNumberStyleScientific: { notation: "scientific", maximumFractionDigits: 15 },
  PKNumberStyleSpellOut: { maximumFractionDigits: 3 },
};

type IntlDateStyle = NonNullable<Intl.DateTimeFormatOptions["dateStyle"]>;

const DATE_FORMATS: Readonly<Record<DateStyle, IntlDateStyle | null>> = {
  PKDateStyleNone: null,
  PKDateStyleShort: "short",
  PKDateStyleMedium: "medium",
  PKDateStyleLong: "long",
  PKDateStyleFull: "full",
};

/** Null when the field does not format a date, or its value is none. */
function dateText(value: string, field: JsonObject, reader: Reader): string | null {
  const { dateStyle, timeStyle, ignoresTimeZone, isRelative } = field;
  const date = isDateStyle(dateStyle) ? DATE_FORMATS[dateStyle] : null;
  const time = isDateStyle(timeStyle) ? DATE_FORMATS[timeStyle] : null;
  if (date === null && time === null) return null;
  const moment = parseW3cDate(value);
  if (!moment.ok) return null;
  // The clock of the place where the value was written is the clock of Greenwich, moved by the offset.
  const shift = ignoresTimeZone === true ? moment.offsetMinutes * 60_000 : null;
  const clock: Clock = { locale: reader.locale, timeZone: shift === null ? reader.timeZone : "UTC" };
  const shown = new Date(moment.date.getTime() + (shift ?? 0));
  if (isRelative === true && date !== null && reader.now !== null) {
    const day = relativeDay(shown, new Date(reader.now.getTime() + (shift ?? 0)), clock);
    if (day !== null) return time === null ? day : withTime(day, shown, time, clock);
  }
  const styles = { ...(date !== null && { dateStyle: date }), ...(time !== null && { timeStyle: time }) };
  return new Intl.DateTimeFormat(clock.locale, { ...styles, timeZone: clock.timeZone }).format(shown);
}

interface Clock {
  readonly locale: string;
  readonly timeZone: string;
}

/** "Today", "Tomorrow" and the like, where the language has a word for the distance in days; null where it has none. */
function relativeDay(date: Date, now: Date, { locale, timeZone }: Clock): string | null {
  const days = dayNumber(date, timeZone) - dayNumber(now, timeZone);
  if (Math.abs(days) > 2) return null;
  const parts = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).formatToParts(days, "day");
  if (parts.some(({ type }) => type === "integer")) return null;
  const [first = "", ...rest] = parts.map((part) => part.value).join("");
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** Days since 1970 by the calendar of a time zone. */
function dayNumber(date: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601", { year: "numeric", month: "numeric", day: "numeric", timeZone });
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1) / 86_400_000;
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
function withTime(day: string, date: Date, timeStyle: IntlDateStyle, { locale, timeZone }: Clock): string {
  const whole = aroundDate(new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle, timeZone }).formatToParts(date));
  const own = aroundDate(new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).formatToParts(date));
  const lead = whole.lead.endsWith(own.lead) ? whole.lead.slice(0, whole.lead.length - own.lead.length) : whole.lead;
  const trail = whole.trail.startsWith(own.trail) ? whole.trail.slice(own.trail.length) : whole.trail;
  return `${lead}${day}${trail}`;
}

function aroundDate(parts: readonly Intl.DateTimeFormatPart[]): { readonly lead: string; readonly trail: string } {
  const join = (some: readonly Intl.DateTimeFormatPart[]): string => some.map(({ value }) => value).join("");
  const first = parts.findIndex(({ type }) => DATE_PARTS.has(type));
  const last = parts.findLastIndex(({ type }) => DATE_PARTS.has(type));
  return { lead: join(parts.slice(0, Math.max(first, 0))), trail: join(parts.slice(last + 1)) };
}

function isDateStyle(value: JsonValue | undefined): value is DateStyle {
  return typeof value === "string" && Object.hasOwn(DATE_FORMATS, value);
}

function isNumberStyle(value: JsonValue | undefined): value is NumberStyle {
  return typeof value === "string" && Object.hasOwn(NUMBER_FORMATS, value);
}
