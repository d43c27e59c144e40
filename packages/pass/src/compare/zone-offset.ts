const OFFSET = /^([+-])(\d{2}):(\d{2})$/u;

/**
 * How far the clocks of a time zone are ahead of Greenwich at a moment, in milliseconds.
 *
 * @param timeZone an IANA name, or an offset as in `-06:00`.
 * @throws {RangeError} when the engine knows no such zone.
 *
 * @example
 * ```ts
 * zoneOffset(new Date("2026-07-01T00:00:00Z"), "Europe/Berlin"); // 7_200_000
 * ```
 */
export function zoneOffset(moment: Date, timeZone: string): number {
  const fixed = parseZoneOffset(timeZone);
  if (fixed !== null) return fixed;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
    timeZone,
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const local = new Date(0);
  // A Date of its own keeps years below 100 as they are.
  local.setUTCFullYear(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1);
  local.setUTCHours(parts.get("hour") ?? 0, parts.get("minute") ?? 0, parts.get("second") ?? 0);
  return local.getTime() - Math.floor(moment.getTime() / 1000) * 1000;
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
