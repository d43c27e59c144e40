const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const FORMS: readonly RegExp[] = [
  // Sun, 06 Nov 1994 08:49:37 GMT
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/u,
  // Sunday, 06-Nov-94 08:49:37 GMT
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/u,
  // Sun Nov  6 08:49:37 1994
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/u,
];

/**
 * A moment as `Last-Modified` and `If-Modified-Since` write it (IMF-fixdate, RFC 9110 §5.6.7), cut to the second.
 *
 * @example
 * ```ts
 * formatHttpDate(new Date("2026-03-01T12:00:00.900Z")); // "Sun, 01 Mar 2026 12:00:00 GMT"
 * ```
 */
export function formatHttpDate(date: Date): string {
  return date.toUTCString();
}

/**
 * Reads a date of HTTP in any of the three forms that a recipient must take (RFC 9110 §5.6.7); null when it is none.
 *
 * @param now for years of two digits: more than 50 years ahead means the past.
 *
 * @example
 * ```ts
 * parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT")?.toISOString(); // "1994-11-06T08:49:37.000Z"
 * ```
 */
export function parseHttpDate(text: string, now: Date = new Date(0)): Date | null {
  if (text.length > 64) return null;
  for (const form of FORMS) {
    const { day, month, year, time } = form.exec(text)?.groups ?? {};
    if (day === undefined || month === undefined || year === undefined || time === undefined) continue;
    const monthIndex = (MONTHS as readonly string[]).indexOf(month);
    if (monthIndex < 0) return null;
    const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
    const fullYear = year.length === 2 ? centuryOf(Number(year), now) : Number(year);
    const date = new Date(0);
    date.setUTCFullYear(fullYear, monthIndex, Number(day));
    date.setUTCHours(hours, minutes, seconds);
    // A day or a time that does not exist rolls over. A leap second is the next minute's first.
    const isReal = date.getUTCDate() === Number(day) || seconds === 60;
    return isReal && Number(day) > 0 && hours < 24 && minutes < 60 && seconds <= 60 ? date : null;
  }
  return null;
}

function centuryOf(year: number, now: Date): number {
  const current = now.getUTCFullYear();
  const inThisCentury = current - (current % 100) + year;
  return inThisCentury > current + 50 ? inThisCentury - 100 : inThisCentury;
}

/**
 * Whether a get-pass request is answered with 304: what the device holds is as new. `Last-Modified` has seconds, so the
 * fraction of `lastModified` does not count; a header that is no date is ignored (RFC 9110 §13.1.3).
 *
 * A pass that changes twice within a second needs a `lastModified` of its own each time: take
 * `max(now, previous + 1 s)`, or a device never gets the second change.
 *
 * @example
 * ```ts
 * if (isNotModified(lastModified, request.headers.get("if-modified-since"))) console.log("answer 304");
 * ```
 */
export function isNotModified(lastModified: Date, ifModifiedSince: string | null): boolean {
  const since = ifModifiedSince === null ? null : parseHttpDate(ifModifiedSince, lastModified);
  return since !== null && Math.floor(lastModified.getTime() / 1000) <= Math.floor(since.getTime() / 1000);
}

/**
 * How long `Retry-After` asks to wait, in milliseconds; null when it is absent or no time (RFC 9110 §10.2.3).
 *
 * @example
 * ```ts
 * parseRetryAfter("120", new Date()); // 120000
 * ```
 */
export function parseRetryAfter(text: string | null, now: Date): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text, now);
  return date === null ? null : Math.max(0, date.getTime() - now.getTime());
}
