const OFFSET = /^([+-])(\d{2}):(\d{2})$/u;

/** How far the clocks of a place are ahead of Greenwich at a moment, in milliseconds. */
export type ZoneClock = (moment: Date) => number;

/**
 * The clock of a time zone, to be asked for more than one moment: it is dear to make and cheap to ask.
 *
 * @param timeZone an IANA name, or an offset as in `-06:00`.
 * @throws {RangeError} when the engine knows no such zone.
 *
 * @example
 * ```ts
 * const clock = createZoneClock("Europe/Berlin");
 * clock(new Date("2026-07-01T00:00:00Z")); // 7_200_000
 * ```
 */
export function createZoneClock(timeZone: string): ZoneClock {
  const fixed = parseZoneOffset(timeZone);
  if (fixed !== null) return () => fixed;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
    timeZone,
  });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const month = (parts.get("month") ?? 1) - 1;
    // An engine's years before the first need an era; the year is Greenwich's own but on the days beside New Year.
    const turn = Math.sign(Math.trunc((moment.getUTCMonth() - month) / 11));
    const local = new Date(0);
    local.setUTCFullYear(moment.getUTCFullYear() + turn, month, parts.get("day") ?? 1);
    local.setUTCHours(parts.get("hour") ?? 0, parts.get("minute") ?? 0, parts.get("second") ?? 0);
    return local.getTime() - Math.floor(moment.getTime() / 1000) * 1000;
  };
}

/** Milliseconds of an offset such as `-06:00`; null when the text is none. */
export function parseZoneOffset(timeZone: string): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(timeZone) ?? [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The offset as {@link zoneOffset} takes it: -360 → `-06:00`. */
export function writeZoneOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
