import { createZoneClock, type FormatClock, type Formatter, listFallbacks, type ZoneClock } from "@passwright/pass";
import { toLocalTime } from "./calendar.ts";
import type { CldrData, CldrLocale } from "./cldr-data.ts";
import { joinDateTime, writeDatePattern } from "./date-pattern.ts";
import { parseNumberPattern, writeNumber, writeScientific } from "./number-pattern.ts";
import { spellOut } from "./spell-out/spell-out.ts";
import { zoneName } from "./zone-name.ts";

/**
 * A formatter that writes from data of CLDR and asks the engine for nothing but the offsets of time zones and the plurals of
 * languages: the same text in every engine. A locale that was not loaded falls back to one that was, then to the first.
 *
 * @throws {RangeError} its methods, when the engine knows no such time zone.
 *
 * @example
 * ```ts
 * const formatter = createCldrFormatter(await loadCldrData(["de"]));
 * formatter.spellOut(21, "de"); // "ein\u00ADund\u00ADzwanzig"
 * ```
 */
export function createCldrFormatter(data: CldrData): Formatter {
  const clockOf = createClockCase();
  const find = (tag: string): CldrLocale => findLocale(data, tag);
  const write = (pick: (locale: CldrLocale) => string, moment: Date, { locale: tag, timeZone }: FormatClock): string => {
    const locale = find(tag);
    const { metaZones } = data.supplement;
    const clock = clockOf(timeZone);
    const local = toLocalTime(moment, clock(moment), locale.calendar);
    return writeDatePattern(pick(locale), {
      local,
      locale,
      zoneName: (width) => zoneName(moment, timeZone, width, { clock, locale, metaZones }),
    });
  };
  const formatter: Formatter = {
    date: (moment, style, clock) => write(({ date }) => date[style], moment, clock),
    time: (moment, style, clock) => write(({ time }) => time[style], moment, clock),
    dateTime: (moment, styles, clock, day) => {
      const time = formatter.time(moment, styles.time, clock);
      const { join } = find(clock.locale);
      // A day's word is joined as a long date is, whatever the style: "Tomorrow at 7:30 PM".
      return day === undefined
        ? joinDateTime(join[styles.date], formatter.date(moment, styles.date, clock), time)
        : joinDateTime(join.long, day, time);
    },
    relative: (days, tag) => {
      const { relative } = find(tag);
      return Object.hasOwn(relative, String(days)) ? (relative[String(days)] ?? null) : null;
    },
    number: (value, tag) => {
      const locale = find(tag);
      return writeNumber(value, parseNumberPattern(locale.patterns.decimal), locale, { fraction: [0, 3] });
    },
    percent: (value, tag) => {
      const locale = find(tag);
      return writeNumber(value, parseNumberPattern(locale.patterns.percent), locale, { fraction: [0, 0], shift: 2 });
    },
    scientific: (value, tag) => writeScientific(value, find(tag)),
    spellOut: (value, tag) => spellWith(value, tag, data) ?? formatter.number(value, tag),
    currency: (value, code, tag) => writeMoney(value, code, find(tag), data),
  };
  return formatter;
}

/** Faces are drawn in one zone or two; a case of more clocks than this is emptied. */
const MAX_CLOCKS = 16;

/** Clocks by the names of their zones, each made once. */
function createClockCase(): (timeZone: string) => ZoneClock {
  const clocks = new Map<string, ZoneClock>();
  return (timeZone) => {
    const known = clocks.get(timeZone);
    if (known !== undefined) return known;
    const clock = createZoneClock(timeZone);
    if (clocks.size >= MAX_CLOCKS) clocks.clear();
    clocks.set(timeZone, clock);
    return clock;
  };
}

function findLocale({ locales }: CldrData, tag: string): CldrLocale {
  for (const name of listFallbacks(tag)) {
    const locale = locales.get(name);
    if (locale !== undefined) return locale;
  }
  const [first] = locales.values();
  if (first === undefined) throw new RangeError(`No locale is loaded, not even one to fall back to from ${tag}.`);
  return first;
}

function spellWith(value: number, tag: string, data: CldrData): string | null {
  const name = listFallbacks(tag).find((name) => data.spellOut.has(name)) ?? "";
  const rules = data.spellOut.get(name);
  if (rules === undefined) return null;
  const locale = findLocale(data, tag);
  return spellOut(value, rules, {
    pattern: (quantity, pattern) => writeNumber(quantity, parseNumberPattern(pattern), locale),
    point: locale.symbols.decimal,
  });
}

function writeMoney(value: number, code: string, locale: CldrLocale, { supplement }: CldrData): string {
  const own = (table: Readonly<Record<string, string | number>>): string | number | undefined =>
    Object.hasOwn(table, code) ? table[code] : undefined;
  const currency = String(own(locale.currencies) ?? code);
  const digits = Number(own(supplement.currencyDigits) ?? 2);
  return writeNumber(value, parseNumberPattern(locale.patterns.currency), locale, { fraction: [digits, digits], currency });
}
