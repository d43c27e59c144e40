import type { DateStyle, NumberStyle } from "../model/enums.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { parseW3cDate } from "../check/values/date.ts";
import type { FormatClock, FormatStyle, Formatter } from "./formatter.ts";
import { createIntlFormatter } from "./intl-formatter.ts";
import { createZoneClock, writeZoneOffset, type ZoneClock } from "./zone-offset.ts";

/** For whom a value is written. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: Date | null;
  /** A text of pass.json in the holder's language. */
  readonly translate: (text: string) => string;
  /** Who writes dates and numbers; the engine where none is given ({@link createIntlFormatter}). */
  readonly formatter?: Formatter;
}

const PLATFORM: Formatter = /* @__PURE__ */ createIntlFormatter();

/**
 * A field's value as the holder reads it: a date by dateStyle and timeStyle, a number by currencyCode or numberStyle, a
 * text translated. What does not fit its format is shown as it stands. Null when there is no text or number.
 *
 * Numbers are spelt out (`PKNumberStyleSpellOut`) by a formatter that has the rules, which no engine does: without one they are
 * written in digits.
 * Sources: PassFieldContent; the styles are those of Foundation, which are CLDR's.
 *
 * @throws {RangeError} when the engine knows no such locale or time zone.
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

function numberText(value: number, field: JsonObject, { locale, formatter = PLATFORM }: Reader): string {
  const { currencyCode, numberStyle } = field;
  if (typeof currencyCode === "string" && /^[A-Z]{3}$/u.test(currencyCode)) {
    return formatter.currency(value, currencyCode, locale);
  }
  return isNumberStyle(numberStyle) ? formatter[NUMBER_METHODS[numberStyle]](value, locale) : String(value);
}

const NUMBER_METHODS: Readonly<Record<NumberStyle, "number" | "percent" | "scientific" | "spellOut">> = {
  PKNumberStyleDecimal: "number",
  PKNumberStylePercent: "percent",
  PKNumberStyleScientific: "scientific",
  PKNumberStyleSpellOut: "spellOut",
};

const DATE_FORMATS: Readonly<Record<DateStyle, FormatStyle | null>> = {
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
  const written = parseW3cDate(value);
  if (!written.ok) return null;
  const { formatter = PLATFORM, now, locale } = reader;
  const moment = written.date;
  const clock: FormatClock = {
    locale,
    // The clock of the place where the value was written.
    timeZone: ignoresTimeZone === true ? writeZoneOffset(written.offsetMinutes) : reader.timeZone,
  };
  if (date === null) return time === null ? null : formatter.time(moment, time, clock);
  const day = isRelative === true && now !== null ? relativeDay(moment, now, clock, formatter) : null;
  if (time === null) return day ?? formatter.date(moment, date, clock);
  return day === null ? formatter.dateTime(moment, { date, time }, clock) : formatter.dateTime(moment, { date, time }, clock, day);
}

/** Further away than this Foundation writes the date, whatever words a language has. */
const FARTHEST_DAY = 2;

/** "Today", "Tomorrow" and the like, where the language has a word for the distance in days; null where it has none. */
function relativeDay(moment: Date, now: Date, clock: FormatClock, formatter: Formatter): string | null {
  const zone = createZoneClock(clock.timeZone);
  const days = dayNumber(moment, zone) - dayNumber(now, zone);
  if (!(Math.abs(days) <= FARTHEST_DAY)) return null;
  const word = formatter.relative(days, clock.locale);
  if (word === null) return null;
  const [first = "", ...rest] = word;
  return first.toLocaleUpperCase(clock.locale) + rest.join("");
}

/** Days since 1970 by the calendar of a time zone. */
function dayNumber(moment: Date, zone: ZoneClock): number {
  return Math.floor((moment.getTime() + zone(moment)) / 86_400_000);
}

function isDateStyle(value: JsonValue | undefined): value is DateStyle {
  return typeof value === "string" && Object.hasOwn(DATE_FORMATS, value);
}

function isNumberStyle(value: JsonValue | undefined): value is NumberStyle {
  return typeof value === "string" && Object.hasOwn(NUMBER_METHODS, value);
}
