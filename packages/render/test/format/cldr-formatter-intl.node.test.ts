import { createIntlFormatter, type Formatter } from "@passwright/pass";
import { describe, expect, test } from "vitest";
import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { LOCALE_LOADERS } from "../../src/format/data/locales/index.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";

/**
 * Two ways to the same text: our patterns over CLDR 48.2, and the engine's own ICU over CLDR 48.0. Node alone is pinned to that
 * version, so this runs in Node alone; the goldens' texts are compared across engines elsewhere.
 */
const STYLES = ["short", "medium", "long", "full"] as const;
const MOMENTS = ["2026-03-05T19:30:00Z", "2026-07-01T00:05:09Z", "1999-03-21T12:00:00Z"].map((text) => new Date(text));
/** Not London in winter: ICU 78 calls it GMT+0 where a language has no name for it, ICU 72 and UTS #35 call it GMT. */
const ZONES = ["UTC", "America/Chicago", "Europe/Berlin", "Asia/Kolkata", "-06:00", "+05:30"];
const NUMBERS = [
  0,
  1,
  -1,
  12.5,
  0.125,
  0.135,
  1234,
  1234.5678,
  -9_876_543.215,
  1e15,
  1e21,
  1.0005,
  0.0001,
  -0.0001,
  1e-7,
  Infinity,
];
const CODES = ["EUR", "USD", "JPY", "CHF", "KWD", "XYZ", "BRL"];

function* texts(formatter: Formatter, locale: string): Generator<readonly [what: string, text: string]> {
  for (const timeZone of ZONES) {
    for (const moment of MOMENTS) {
      const clock = { locale, timeZone };
      for (const style of STYLES) {
        const name = `${style} ${timeZone} ${moment.toISOString()}`;
        yield [`date ${name}`, formatter.date(moment, style, clock)];
        yield [`time ${name}`, formatter.time(moment, style, clock)];
        yield [`both ${name}`, formatter.dateTime(moment, { date: style, time: "short" }, clock)];
        yield [`day ${name}`, formatter.dateTime(moment, { date: style, time: style }, clock, "X")];
      }
    }
  }
  for (const days of [-3, -2, -1, 0, 1, 2, 3]) yield [`relative ${days}`, formatter.relative(days, locale) ?? "none"];
  for (const value of NUMBERS) {
    yield [`number ${value}`, formatter.number(value, locale)];
    yield [`percent ${value}`, formatter.percent(value, locale)];
    yield [`scientific ${value}`, formatter.scientific(value, locale)];
    for (const code of CODES) yield [`${code} ${value}`, formatter.currency(value, code, locale)];
  }
}

/** V8 turns the narrow space of dates back into a plain one. */
function withPlainSpaces(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map(Array.from(pairs, ([what, text]) => [what, text.replaceAll("\u202F", " ")]));
}

describe("committed data and the engine write the same", () => {
  test.each(Object.keys(LOCALE_LOADERS))("%s", async (name) => {
    const locale = name === "no" ? "nb" : name;
    const ours = withPlainSpaces(texts(createCldrFormatter(await loadCldrData([locale])), locale));
    expect(ours).toEqual(withPlainSpaces(texts(createIntlFormatter(), locale)));
  });
});
