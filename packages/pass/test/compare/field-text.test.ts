import { describe, expect, test } from "vitest";
import { fieldText, type Reader } from "../../src/compare/field-text.ts";
import type { Formatter } from "../../src/compare/formatter.ts";
import { createIntlFormatter } from "../../src/compare/intl-formatter.ts";
import { createZoneClock } from "../../src/compare/zone-offset.ts";
import type { JsonObject } from "../../src/model/json.ts";

/** Engines differ in the kind of space before AM and in some locales' spellings; the words are the same. */
function write(field: JsonObject, reader: Partial<Reader> = {}): string | null {
  const text = fieldText(field, { locale: "en", timeZone: "UTC", now: null, translate: (key) => key, ...reader });
  return text?.replaceAll(/\s/gu, " ") ?? null;
}

const MOMENT = "2026-03-05T19:30:00-06:00";
const SHORT = { dateStyle: "PKDateStyleMedium", timeStyle: "PKDateStyleShort" };

describe("a date", () => {
  test("is written in the holder's zone and language", () => {
    expect(write({ value: MOMENT, ...SHORT })).toBe("Mar 6, 2026, 1:30 AM");
    expect(write({ value: MOMENT, ...SHORT }, { locale: "de", timeZone: "Europe/Berlin" })).toBe("06.03.2026, 02:30");
    expect(write({ value: MOMENT, dateStyle: "PKDateStyleLong", timeStyle: "PKDateStyleNone" })).toBe("March 6, 2026");
    expect(write({ value: MOMENT, timeStyle: "PKDateStyleShort" })).toBe("1:30 AM");
  });

  test("with ignoresTimeZone is written by the clock of its own zone", () => {
    expect(write({ value: MOMENT, ...SHORT, ignoresTimeZone: true }, { timeZone: "Asia/Tokyo" })).toBe("Mar 5, 2026, 7:30 PM");
  });

  test("with isRelative takes the day's word where there is one", () => {
    const relative = (now: string, more: JsonObject = {}, locale = "en") =>
      write({ value: MOMENT, dateStyle: "PKDateStyleMedium", isRelative: true, ...more }, { locale, now: new Date(now) });
    expect(relative("2026-03-06T00:00:00Z")).toBe("Today");
    expect(relative("2026-03-05T23:59:59Z")).toBe("Tomorrow");
    expect(relative("2026-03-07T12:00:00Z")).toBe("Yesterday");
    expect(relative("2026-03-04T12:00:00Z")).toBe("Mar 6, 2026");
    expect(relative("2026-03-04T12:00:00Z", {}, "de")).toBe("Übermorgen");
    // By the clock of its own zone it is the day before.
    expect(relative("2026-03-06T00:00:00Z", { ignoresTimeZone: true })).toBe("Today");
    expect(relative("2026-03-06T12:00:00Z", { ignoresTimeZone: true })).toBe("Yesterday");
  });

  test("with isRelative and a time joins the two as the language does", () => {
    const at = (locale: string) =>
      write({ value: MOMENT, ...SHORT, isRelative: true }, { locale, now: new Date("2026-03-06T00:00:00Z") });
    expect(at("en")).toBe("Today at 1:30 AM");
    expect(at("de")).toBe("Heute um 01:30");
    expect(at("ja")).toBe("今日 1:30");
  });

  test("without a moment to compare with is written out", () => {
    expect(write({ value: MOMENT, dateStyle: "PKDateStyleMedium", isRelative: true })).toBe("Mar 6, 2026");
  });

  test("that is none, or has no style, is shown as it stands", () => {
    expect(write({ value: "tomorrow", ...SHORT })).toBe("tomorrow");
    expect(write({ value: MOMENT })).toBe(MOMENT);
    expect(write({ value: MOMENT, dateStyle: "PKDateStyleNone", timeStyle: "PKDateStyleNone" })).toBe(MOMENT);
    expect(write({ value: MOMENT, dateStyle: "constructor" })).toBe(MOMENT);
  });
});

describe("whoever writes", () => {
  test("is asked for everything that has a format", () => {
    const calls: string[] = [];
    const say =
      (name: string) =>
      (...facts: readonly unknown[]): string => {
        calls.push([name, ...facts.map((fact) => (fact instanceof Date ? fact.toISOString() : JSON.stringify(fact)))].join(" "));
        return name;
      };
    const formatter: Formatter = {
      date: say("date"),
      time: say("time"),
      dateTime: say("dateTime"),
      relative: say("relative"),
      number: say("number"),
      percent: say("percent"),
      scientific: say("scientific"),
      spellOut: say("spellOut"),
      currency: say("currency"),
    };
    const ask = (field: JsonObject): string | null =>
      write(field, { formatter, locale: "de", timeZone: "Asia/Tokyo", now: new Date(MOMENT) });
    expect(ask({ value: MOMENT, dateStyle: "PKDateStyleFull", ignoresTimeZone: true })).toBe("date");
    expect(ask({ value: MOMENT, timeStyle: "PKDateStyleShort" })).toBe("time");
    expect(ask({ value: MOMENT, ...SHORT })).toBe("dateTime");
    expect(ask({ value: MOMENT, ...SHORT, isRelative: true })).toBe("dateTime");
    expect(ask({ value: MOMENT, dateStyle: "PKDateStyleFull", isRelative: true })).toBe("Relative");
    for (const name of ["Decimal", "Percent", "Scientific", "SpellOut"]) ask({ value: 5, numberStyle: `PKNumberStyle${name}` });
    expect(ask({ value: 5, currencyCode: "EUR" })).toBe("currency");
    expect(ask({ value: 5 })).toBe("5");
    const moment = "2026-03-06T01:30:00.000Z";
    expect(calls).toEqual([
      `date ${moment} "full" {"locale":"de","timeZone":"-06:00"}`,
      `time ${moment} "short" {"locale":"de","timeZone":"Asia/Tokyo"}`,
      `dateTime ${moment} {"date":"medium","time":"short"} {"locale":"de","timeZone":"Asia/Tokyo"}`,
      'relative 0 "de"',
      `dateTime ${moment} {"date":"medium","time":"short"} {"locale":"de","timeZone":"Asia/Tokyo"} "Relative"`,
      'relative 0 "de"',
      'number 5 "de"',
      'percent 5 "de"',
      'scientific 5 "de"',
      'spellOut 5 "de"',
      'currency 5 "EUR" "de"',
    ]);
  });

  test("is the engine, which puts AM and PM behind the narrow space of a device, and knows no words for numbers", () => {
    const engine = createIntlFormatter();
    const clock = { locale: "en", timeZone: "America/Chicago" };
    expect(engine.time(new Date(MOMENT), "short", clock)).toBe("7:30\u202FPM");
    expect(engine.time(new Date(MOMENT), "long", { locale: "de", timeZone: "-06:00" })).toBe("19:30:00 GMT-6");
    expect(engine.time(new Date(MOMENT), "short", { locale: "ar", timeZone: "-06:00" })).toBe("7:30 م");
    expect(engine.spellOut(1234.5, "de")).toBe("1.234,5");
    const spelling = createIntlFormatter({ spellOut: (value, locale) => (locale === "de" ? `<${value}>` : null) });
    expect([spelling.spellOut(5, "de"), spelling.spellOut(5, "fr")]).toEqual(["<5>", "5"]);
    expect([engine.relative(-2, "de"), engine.relative(-2, "en")]).toEqual(["vorgestern", null]);
  });

  test("rounds what lies in the middle to the even neighbour, as Foundation does", () => {
    const engine = createIntlFormatter();
    expect([0.125, 0.135].map((value) => engine.percent(value, "en"))).toEqual(["12%", "14%"]);
    expect([0.0625, 0.1875].map((value) => engine.number(value, "en"))).toEqual(["0.062", "0.188"]);
  });
});

test("the clock of a zone follows its daylight saving time; an offset stays as it is", () => {
  const [winter, summer] = ["2026-01-15T12:00:00.250Z", "2026-07-15T12:00:00.250Z"].map((text) => new Date(text));
  const hours = (timeZone: string): readonly number[] =>
    [winter!, summer!].map((moment) => createZoneClock(timeZone)(moment) / 3_600_000);
  expect(hours("Europe/Berlin")).toEqual([1, 2]);
  expect(hours("Asia/Kolkata")).toEqual([5.5, 5.5]);
  expect(hours("America/St_Johns")).toEqual([-3.5, -2.5]);
  expect(hours("-09:30")).toEqual([-9.5, -9.5]);
  for (const moment of ["0000-01-01T00:00:00Z", "0099-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z"]) {
    expect(createZoneClock("UTC")(new Date(moment))).toBe(0);
    expect(Math.abs(createZoneClock("Pacific/Auckland")(new Date(moment)))).toBeLessThan(86_400_000);
    expect(Math.abs(createZoneClock("America/Los_Angeles")(new Date(moment)))).toBeLessThan(86_400_000);
  }
  expect(() => createZoneClock("Mars/Olympus")).toThrow(RangeError);
});

describe("a number", () => {
  test("is written by its style", () => {
    expect(write({ value: 1234.5678, numberStyle: "PKNumberStyleDecimal" })).toBe("1,234.568");
    expect(write({ value: 0.25, numberStyle: "PKNumberStylePercent" }, { locale: "de" })).toBe("25 %");
    expect(write({ value: 1_234_567.891, numberStyle: "PKNumberStyleScientific" })).toBe("1.234567891E6");
    expect(write({ value: 5, numberStyle: "PKNumberStyleSpellOut" })).toBe("5");
  });

  test("is written as money", () => {
    expect(write({ value: 9.5, currencyCode: "EUR" })).toBe("€9.50");
    expect(write({ value: 9.5, currencyCode: "EUR" }, { locale: "de" })).toBe("9,50 €");
    expect(write({ value: 9.5, currencyCode: "€" })).toBe("9.5");
  });

  test("without a style is written as it is, and a text is never formatted as one", () => {
    expect(write({ value: 1234.5 })).toBe("1234.5");
    expect(write({ value: "9.50", currencyCode: "EUR" })).toBe("9.50");
  });
});

test("a text is translated; nothing else is a text", () => {
  expect(write({ value: "GATE" }, { translate: (key) => `${key}!` })).toBe("GATE!");
  expect(write({})).toBeNull();
  expect(write({ value: true })).toBeNull();
});
