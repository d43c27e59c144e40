import { loadCldrData } from "../../format/load-cldr-data.ts";
import type { TextLink } from "../links/text-link.ts";

const MAYBE = /\d[./\-年]|\d.{0,12}\p{L}{3}|\p{L}{3}.{0,6}\d/u;
/** A time of day behind a date, with the word that joins them in the languages that have one. */
const TIME = String.raw`(?:,?\s{1,2}(?:(?:at|um|à|a\s+las|alle|om|às|kl\.?|o)\s{1,2})?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp](?:[Mm]\b|\.[Mm]\.))?)?`;
const NUMERIC = new RegExp(
  [
    String.raw`(?<![\d./\-])(?<y1>\d{4})-(?<m1>\d{2})-(?<d1>\d{2})(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+\-]\d{2}:\d{2})?|${TIME})(?![\d/\-]|\.\d)`,
    String.raw`(?<![\d./\-])(?<a>\d{1,2})(?<by>[./\-])(?<b>\d{1,2})\k<by>(?<y2>\d{4}|\d{2})${TIME}(?![\d/\-]|\.\d)`,
    String.raw`(?<y3>\d{4})年(?<m3>\d{1,2})月(?<d3>\d{1,2})日`,
  ].join("|"),
  "gu",
);

/**
 * Finds dates in texts: in digits, and with the names of months of the reader's language and of English, which are loaded once. A phone offers
 * to put them into the calendar; there is no address that would do so, and they lead nowhere.
 */
export function createDateFinder(language: string): (text: string) => Promise<TextLink[]> {
  let months: Promise<RegExp> | null = null;
  return async (text) => {
    if (!MAYBE.test(text)) return [];
    months ??= loadMonths(language);
    return findDates(text, await months);
  };
}

async function loadMonths(language: string): Promise<RegExp> {
  const { locales } = await loadCldrData([language]);
  const months = new Set<string>();
  for (const { calendar, months: names } of locales.values()) {
    if (calendar !== "gregory") continue;
    for (const name of [...names.wide, ...names.abbreviated]) {
      if (/^\p{L}{3,}\.?$/u.test(name)) months.add(name.replace(/\.$/u, ""));
    }
  }
  return namedMonths([...months]);
}

function findDates(text: string, named: RegExp): TextLink[] {
  const dates: TextLink[] = [];
  const take = ({ index, 0: whole }: RegExpExecArray): void => {
    dates.push({ kind: "date", start: index, end: index + whole.length, href: null });
  };
  for (const match of text.matchAll(NUMERIC)) if (isDate(match.groups ?? {})) take(match);
  for (const match of text.matchAll(named)) {
    const day = Number(match.groups?.["d1"] ?? match.groups?.["d2"]);
    if (day >= 1 && day <= 31) take(match);
  }
  return dates;
}

/** "5 March 2026", "5. März um 19:30", "March 5th, 2026 at 7:30 PM", "el 5 de marzo de 2026". */
function namedMonths(names: readonly string[]): RegExp {
  const month = `(?:${names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|")})`;
  const year = String.raw`(?:,?\s{1,2}(?:de\s{1,2})?\d{4}(?!\d))?`;
  const dayFirst = String.raw`(?<!\d)(?<d1>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s{1,2}(?:de\s{1,2}|of\s{1,2})?${month}(?!\p{L})\.?${year}${TIME}`;
  const monthFirst = String.raw`(?<!\p{L})${month}\.?\s{1,2}(?<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d)${year}${TIME}`;
  return new RegExp(`${dayFirst}|${monthFirst}`, "gu");
}

/** Whether the numbers can be a day and a month, whichever comes first. With a year of two digits all three must have two: versions and scores have not. */
function isDate(groups: Readonly<Record<string, string | undefined>>): boolean {
  const { a, b, y2 } = groups;
  if (a !== undefined && b !== undefined) {
    if (y2?.length === 2 && (a.length < 2 || b.length < 2)) return false;
    return isDayAndMonth(Number(a), Number(b)) || isDayAndMonth(Number(b), Number(a));
  }
  return isDayAndMonth(Number(groups["d1"] ?? groups["d3"]), Number(groups["m1"] ?? groups["m3"]));
}

function isDayAndMonth(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
