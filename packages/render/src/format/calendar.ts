import type { CldrLocale } from "./cldr-data.ts";

/** A moment by the clock of a place. */
export interface LocalTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From Sunday, 0. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whether the year is one before the first. */
  readonly isBefore: boolean;
}

/** Years by which the Buddhist calendar is ahead. */
const BUDDHIST_ERA = 543;

/**
 * A moment in a calendar.
 *
 * @param offset how far the clocks are ahead of Greenwich, in milliseconds.
 */
export function toLocalTime(moment: Date, offset: number, calendar: CldrLocale["calendar"]): LocalTime {
  const local = new Date(moment.getTime() + offset);
  const year = local.getUTCFullYear();
  const date = {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    isBefore: year < 1,
  };
  if (calendar === "buddhist") return { ...date, year: year + BUDDHIST_ERA, isBefore: false };
  if (calendar === "persian") return { ...date, ...toPersian(year, date.month, date.day), isBefore: false };
  return { ...date, year: year < 1 ? 1 - year : year };
}

const DAY = 86_400_000;
/** 1 Farvardin 1 lies here, in days since 1970. */
const PERSIAN_EPOCH = -492_268;

/** The Solar Hijri calendar by its 33-year cycle, which agrees with the astronomical one from 1800 to 2256. */
function toPersian(
  year: number,
  month: number,
  day: number,
): { readonly year: number; readonly month: number; readonly day: number } {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  const days = Math.round(instant.getTime() / DAY);
  let persianYear = year - 621;
  if (days < persianNewYear(persianYear)) persianYear--;
  const dayOfYear = days - persianNewYear(persianYear);
  const persianMonth = dayOfYear < 186 ? Math.floor(dayOfYear / 31) : Math.min(6 + Math.floor((dayOfYear - 186) / 30), 11);
  const before = persianMonth < 6 ? persianMonth * 31 : 186 + (persianMonth - 6) * 30;
  return { year: persianYear, month: persianMonth + 1, day: dayOfYear - before + 1 };
}

function persianNewYear(year: number): number {
  return PERSIAN_EPOCH + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
}
