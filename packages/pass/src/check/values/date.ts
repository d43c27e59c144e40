/** What is wrong with a text that should be a W3C date-time. */
export type W3cDateFault =
  /** Not of that shape at all. */
  | "not-a-date"
  /** `2026-06-01`: the time is missing. */
  | "date-only"
  /** No `Z` and no offset at the end. */
  | "no-zone"
  /** `+0200` */
  | "offset-colon"
  /** `-7:00`, `+02` */
  | "offset-digits"
  /** 30 February, 25 o'clock. */
  | "impossible"
  /** An offset that no zone has: beyond 14 hours, or 60 minutes and more. */
  | "offset-range";

/** A W3C date-time, read. */
export interface W3cDate {
  readonly ok: true;
  readonly date: Date;
  readonly hasSeconds: boolean;
  readonly hasFraction: boolean;
  /** Minutes east of Greenwich, as written; 0 for `Z`. */
  readonly offsetMinutes: number;
}

/** Why a text is no W3C date-time, and where one can tell what was meant, the text to write instead. */
export interface W3cDateProblem {
  readonly ok: false;
  readonly fault: W3cDateFault;
  readonly suggestion: string | null;
}

/** The longest text that is looked at; what is longer is no date. */
const MAX_LENGTH = 64;

const COMPLETE =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:(?<zulu>Z)|(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2}))$/u;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;
const ODD_OFFSET =
  /^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?<sign>[+-])(?:(?<packed>\d{4})|(?<hours>\d{1,2})(?::(?<minutes>\d{1,2}))?)$/u;
const DATE_ONLY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

/**
 * Reads a date as Wallet demands it: a complete date plus hours and minutes, or plus seconds, then `Z` or an offset with
 * a colon. Fractions of a second are read and told of; not every device takes them.
 * Source: W3C NOTE-datetime, "Complete date plus hours and minutes"; the device's own message names the same form.
 *
 * @example
 * ```ts
 * parseW3cDate("2026-06-01T12:00+02:00"); // { ok: true, date, hasSeconds: false, hasFraction: false, offsetMinutes: 120 }
 * parseW3cDate("2026-06-01T12:00:00+0200"); // { ok: false, fault: "offset-colon", suggestion: "2026-06-01T12:00:00+02:00" }
 * ```
 */
export function parseW3cDate(text: string): W3cDate | W3cDateProblem {
  if (text.length > MAX_LENGTH) return problem("not-a-date");
  const match = COMPLETE.exec(text);
  if (match === null) return explain(text);
  const [, year, month, day, hour, minute, second, fraction] = match;
  const { zulu, sign, hours, minutes } = groupsOf(match);
  if (!isRealTime([year, month, day, hour, minute, second])) return problem("impossible");
  const offset = zulu === undefined ? Number(hours) * 60 + Number(minutes) : 0;
  if (offset > 14 * 60 || Number(minutes ?? 0) > 59) return problem("offset-range");
  // The engine's own reading of this very form (ECMA-262 §21.4.1.32), with milliseconds and seconds written out.
  const milliseconds = (fraction ?? "").slice(1, 4).padEnd(3, "0");
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second ?? "00"}.${milliseconds}Z`);
  const offsetMinutes = sign === "-" ? -offset : offset;
  return {
    ok: true,
    date: new Date(date.getTime() - offsetMinutes * 60_000),
    hasSeconds: second !== undefined,
    hasFraction: fraction !== undefined,
    offsetMinutes,
  };
}

function explain(text: string): W3cDateProblem {
  if (DATE_ONLY.test(text)) return problem("date-only");
  if (WITHOUT_ZONE.test(text)) return problem("no-zone");
  const odd = ODD_OFFSET.exec(text);
  if (odd === null) return problem("not-a-date");
  const { local, sign, packed, hours = "", minutes = "0" } = groupsOf(odd);
  return packed === undefined
    ? problem("offset-digits", suggest(`${local}${sign}${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`))
    : problem("offset-colon", suggest(`${local}${sign}${packed.slice(0, 2)}:${packed.slice(2)}`));
}

/** The named groups of a match; those that took no part are undefined. */
function groupsOf(match: RegExpExecArray): Readonly<Partial<Record<string, string>>> {
  return match.groups ?? {};
}

function problem(fault: W3cDateFault, suggestion: string | null = null): W3cDateProblem {
  return { ok: false, fault, suggestion };
}

/** A mended text is offered only when it is right. */
function suggest(text: string): string | null {
  return parseW3cDate(text).ok ? text : null;
}

function isRealTime(parts: readonly (string | undefined)[]): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one; a Date of its own keeps years below 100 as they are.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}
