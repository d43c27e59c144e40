/**
 * The moment at the head of a device's message. Two forms were seen: `2016-08-28 11:57:01 -0400` and, from phones set to a
 * 12-hour clock, `2024-07-08 10:22:35 AM +0200` (with a narrow no-break space before the AM on newer systems).
 */
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[ \u00a0\u202f](\d{1,2}):(\d{2}):(\d{2})(?:[ \u00a0\u202f]?([AaPp])\.?[Mm]\.?)?[ \u00a0\u202f]([+-])(\d{2})(\d{2})$/u;

/** Reads it; null when it is none, or no real time. */
export function parseTimestamp(text: string): Date | null {
  const match = TIMESTAMP.exec(text.length > 64 ? "" : text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, clock = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map(Number);
  const [half, sign, offsetHours, offsetMinutes] = match.slice(7);
  if (half !== undefined && (clock < 1 || clock > 12)) return null;
  const hours = half === undefined ? clock : (clock % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  date.setUTCHours(hours, minutes, seconds);
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === "-" ? -1 : 1);
  return new Date(date.getTime() - offset * 60_000);
}

/**
 * Writes it as a phone in a time zone does, by the 24-hour clock.
 *
 * @throws {RangeError} when `timeZone` is no IANA name.
 */
export function formatTimestamp(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  // "GMT", "GMT+02:00"; some old offsets have seconds, which are cut.
  const offset = /^GMT(?:([+\-\u2212])(\d{2}):(\d{2}))?/u.exec(part("timeZoneName"));
  const [, sign = "+", hours = "00", minutes = "00"] = offset ?? [];
  const day = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  const time = `${part("hour")}:${part("minute")}:${part("second")}`;
  return `${day} ${time} ${sign === "+" ? "+" : "-"}${hours}${minutes}`;
}
