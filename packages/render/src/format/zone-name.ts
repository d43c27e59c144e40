import type { ZoneClock } from "@passwright/pass";
import type { CldrLocale, CldrSupplement, ZoneNames } from "./cldr-data.ts";
import { localizeDigits } from "./number-pattern.ts";

/** Names of Greenwich's own clock. */
const UNIVERSAL: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "UTC",
  "Etc/UTC",
  "Etc/UCT",
  "Etc/Universal",
  "Etc/Zulu",
  "UCT",
  "Zulu",
]);

/** What names are found in. */
export interface ZoneFacts {
  readonly clock: ZoneClock;
  readonly locale: CldrLocale;
  readonly metaZones: CldrSupplement["metaZones"];
}

/** An offset of nothing is Greenwich's, as in Foundation. */
const GREENWICH: ReadonlySet<string> = /* @__PURE__ */ new Set(["GMT", "+00:00", "-00:00"]);

/**
 * What a time zone is called at a moment: "Central Standard Time" or "CST", and "GMT-06:00" or "GMT-6" where the language has no
 * name for it (UTS #35 Part 4, Time Zone Format Terminology, specific non-location).
 *
 * @param width long as in the style full, short as in the style long.
 */
export function zoneName(moment: Date, timeZone: string, width: "short" | "long", { clock, locale, metaZones }: ZoneFacts): string {
  const offset = clock(moment);
  const { own, meta } = locale.zones;
  const kind = Object.hasOwn(metaZones, timeZone) ? metaZones[timeZone] : GREENWICH.has(timeZone) ? "GMT" : undefined;
  const isDaylight = offset > standardOffset(moment, clock);
  const pick = (names: ZoneNames | undefined): string => names?.[width]?.[isDaylight ? 1 : 0] ?? "";
  const name = pick(own[UNIVERSAL.has(timeZone) ? "Etc/UTC" : timeZone]) || (kind === undefined ? "" : pick(meta[kind]));
  return name || offsetName(offset, width, locale);
}

/** The smaller of the offsets that a zone has in the winters of both hemispheres. */
function standardOffset(moment: Date, clock: ZoneClock): number {
  const year = moment.getUTCFullYear();
  const at = (month: number): number => {
    const day = new Date(0);
    day.setUTCFullYear(year, month, 1);
    return clock(day);
  };
  return Math.min(at(0), at(6));
}

function offsetName(offset: number, width: "short" | "long", { zones, digits }: CldrLocale): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  if (seconds === 0) return zones.zero;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  const pattern = zones.hours[offset < 0 ? 1 : 0];
  const separator = /H(?<separator>[^Hm]*)m/u.exec(pattern)?.groups?.["separator"] ?? ":";
  const isShort = width === "short";
  // Whole hours end the pattern, and what stands behind its minutes goes with them (ICU: truncateOffsetPattern).
  const isWhole = isShort && minutes === 0 && rest === 0;
  const parts = [isShort ? String(hours) : two(hours), two(minutes), ...(rest > 0 ? [two(rest)] : [])];
  const text = isWhole ? pattern.replace(/H.*$/su, String(hours)) : pattern.replace(/H+[^Hm]*m+/u, parts.join(separator));
  return zones.gmt.replace("{0}", localizeDigits(text, digits));
}
