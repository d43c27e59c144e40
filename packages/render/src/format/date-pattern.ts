import type { CldrLocale } from "./cldr-data.ts";
import type { LocalTime } from "./calendar.ts";
import { localizeDigits } from "./number-pattern.ts";

/** What a field of a pattern is written from. */
export interface PatternFacts {
  readonly local: LocalTime;
  readonly locale: CldrLocale;
  /** The zone's name at this moment. */
  readonly zoneName: (width: "short" | "long") => string;
}

type FieldWriter = (facts: PatternFacts, width: number) => string;

const number =
  (pick: (local: LocalTime) => number): FieldWriter =>
  ({ local, locale }, width) =>
    localizeDigits(String(pick(local)).padStart(width, "0"), locale.digits);

const month: FieldWriter = (facts, width) => {
  const { local, locale } = facts;
  if (width < 3) return number((time) => time.month)(facts, width);
  return locale.months[width === 3 ? "abbreviated" : "wide"][local.month - 1] ?? "";
};

const weekday: FieldWriter = ({ local, locale }, width) => locale.days[width === 4 ? "wide" : "abbreviated"][local.weekday] ?? "";

const weekdayAlone: FieldWriter = (facts, width) =>
  width === 4 ? (facts.locale.days.alone[facts.local.weekday] ?? "") : weekday(facts, width);

const dayPart: FieldWriter = (facts, width) =>
  facts.locale.dayParts === null ? dayPeriod(facts, width) : (facts.locale.dayParts[facts.local.hour] ?? "");

const dayPeriod: FieldWriter = ({ local, locale }) => locale.dayPeriods[local.hour < 12 ? 0 : 1];

const zone: FieldWriter = ({ zoneName }, width) => zoneName(width === 4 ? "long" : "short");

/** The fields that the styles of CLDR use (UTS #35 Part 4, Date Field Symbol Table). */
const FIELDS: Readonly<Record<string, FieldWriter>> = {
  G: ({ local, locale }) => locale.eras[local.isBefore ? 0 : 1],
  y: (facts, width) => number(({ year }) => (width === 2 ? year % 100 : year))(facts, width),
  M: month,
  L: month,
  d: number(({ day }) => day),
  E: weekday,
  c: weekdayAlone,
  h: number(({ hour }) => hour % 12 || 12),
  H: number(({ hour }) => hour),
  K: number(({ hour }) => hour % 12),
  k: number(({ hour }) => hour || 24),
  m: number(({ minute }) => minute),
  s: number(({ second }) => second),
  a: dayPeriod,
  B: dayPart,
  z: zone,
  v: zone,
};

const TOKEN = /'(?<quoted>(?:[^']|'')*)'|(?<letter>[A-Za-z])\k<letter>*/gu;

/** Writes a date by a pattern such as `EEEE, d. MMMM y`. */
export function writeDatePattern(pattern: string, facts: PatternFacts): string {
  return pattern.replaceAll(TOKEN, (token: string, quoted: string | undefined, letter: string | undefined) => {
    if (letter === undefined) return quoted === "" ? "'" : (quoted ?? "").replaceAll("''", "'");
    const write = Object.hasOwn(FIELDS, letter) ? FIELDS[letter] : undefined;
    return write === undefined ? token : write(facts, token.length);
  });
}

/** A date and a time, joined by a pattern such as `{1} 'at' {0}`. */
export function joinDateTime(pattern: string, date: string, time: string): string {
  return pattern.replaceAll(/'([^']*)'|\{([01])\}/gu, (_, quoted: string | undefined, place: string | undefined) =>
    place === undefined ? quoted || "'" : place === "1" ? date : time,
  );
}
