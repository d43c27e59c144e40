import { derInvalid } from "./der-header.ts";
import type { DerElement } from "./der-reader.ts";
import { describeTag, stringOctets } from "./der-values.ts";

/** YYMMDDhhmm[ss](Z|±hhmm), X.680 §47. */
const UTC_TIME = /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zone>Z|[+-]\d{4})$/;

/** YYYYMMDDhh[mm[ss]][.f](Z|±hh[mm]), X.680 §46; local time without a zone is nobody's time and refused. */
const GENERALIZED_TIME =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?:(?<minute>\d{2})(?<second>\d{2})?)?(?:[.,](?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d{2}(?:\d{2})?)$/;

/** What DER leaves of the two (X.690 §11.7, §11.8): seconds always, Z always, no closing zeros in the fraction. */
const DER_TIME = /^(?:\d{12}|\d{14}(?:\.\d*[1-9])?)Z$/;

/**
 * The instant of a UTCTime or GeneralizedTime, in milliseconds; every field is checked against the calendar (no 30th of
 * February). Two-digit years from 50 are of the 20th century (RFC 5280 §4.1.2.5.1).
 */
export function readTime(element: DerElement): Date {
  const short = element.is("utcTime");
  if (!short && !element.is("generalizedTime")) {
    throw derInvalid(`Expected a time, found ${describeTag(element)}`, element.offset);
  }
  const octets = stringOctets(element, short ? "utcTime" : "generalizedTime");
  const text = octets.length > 32 ? "" : String.fromCharCode(...octets);
  const fields = (short ? UTC_TIME : GENERALIZED_TIME).exec(text)?.groups;
  if (fields === undefined || (element.encoding === "der" && !DER_TIME.test(text))) {
    throw derInvalid(`Not a time: ${JSON.stringify(text)}`, element.offset);
  }
  const digits = Number(fields["year"]);
  const year = short ? digits + (digits >= 50 ? 1900 : 2000) : digits;
  const instant = toInstant(year, fields);
  if (instant === null) throw derInvalid(`No such time: ${JSON.stringify(text)}`, element.offset);
  return new Date(instant);
}

function toInstant(year: number, fields: Readonly<Record<string, string | undefined>>): number | null {
  const field = (name: string): number => Number(fields[name] ?? "0");
  const [month, day, hour, minute, second] = [field("month"), field("day"), field("hour"), field("minute"), field("second")];
  const zone = readZone(fields["zone"] ?? "Z");
  if (hour > 23 || minute > 59 || second > 59 || zone === null) return null;
  // `Date.UTC` takes years below 100 for the 20th century; setUTCFullYear does not.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  // A fraction is of the last unit written.
  const unit = fields["second"] !== undefined ? 1000 : fields["minute"] !== undefined ? 60_000 : 3_600_000;
  const fraction = Math.floor(Number(`0.${fields["fraction"] ?? "0"}`) * unit);
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - zone;
}

/** The offset of a zone in milliseconds, or null when there is no such zone. */
function readZone(zone: string): number | null {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3) === "" ? "0" : zone.slice(3));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
