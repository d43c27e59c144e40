import type { CountSpan } from "../storage/statistics/count-storage.ts";
import { SLOT_MS } from "../storage/statistics/tally.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of a time zone. A day is counted since 1970; the same number in every zone. */
export interface ZoneDays {
  /** The day that a moment lies in. */
  dayOf(at: number): number;
  /** Stretches of time from the beginning of a day to the end of another, each with one distance from UTC. */
  spans(first: number, last: number): readonly CountSpan[];
}

/** @throws {RangeError} when there is no such zone. */
export function createZoneDays(timeZone: string): ZoneDays {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

  /** What is added to UTC at a moment, in ms. Zones of before 1972 are not whole quarters of an hour: nothing was counted then. */
  function offsetAt(at: number): number {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return Math.round((local - at) / SLOT_MS) * SLOT_MS;
  }

  function startOf(day: number): number {
    const guess = day * DAY_MS - offsetAt(day * DAY_MS);
    return day * DAY_MS - offsetAt(guess);
  }

  /** The quarter of an hour in which the distance becomes another, between two moments that differ in it. */
  function findChange(from: number, to: number): number {
    const before = offsetAt(from);
    let [low, high] = [Math.floor(from / SLOT_MS), Math.ceil(to / SLOT_MS)];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle * SLOT_MS) === before) low = middle;
      else high = middle;
    }
    return high * SLOT_MS;
  }

  return {
    dayOf: (at) => Math.floor((at + offsetAt(at)) / DAY_MS),
    spans: (first, last) => {
      const spans: CountSpan[] = [];
      const end = startOf(last + 1);
      let from = startOf(first);
      let at = from;
      while (at < end) {
        const next = Math.min(at + DAY_MS, end);
        if (offsetAt(next) !== offsetAt(from)) {
          const change = Math.min(findChange(at, next), end);
          spans.push({ from, to: change, offsetMs: offsetAt(from) });
          from = change;
        }
        at = next;
      }
      if (from < end) spans.push({ from, to: end, offsetMs: offsetAt(from) });
      return spans;
    },
  };
}

/** A day as `2026-11-21`. */
export function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of such a text; undefined for a day that no calendar has. */
export function parseDate(text: string): number | undefined {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && toDate(at / DAY_MS) === text ? at / DAY_MS : undefined;
}
