import { describe, expect, test } from "vitest";
import { fieldText, type Reader } from "../../src/compare/field-text.ts";
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
