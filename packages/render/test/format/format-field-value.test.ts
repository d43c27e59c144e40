import type { JsonObject } from "@passwright/pass";
import { describe, expect, test } from "vitest";
import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { formatCurrencyAmount } from "../../src/format/format-currency-amount.ts";
import { type FormatOptions, formatFieldValue } from "../../src/format/format-field-value.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";

const formatter = createCldrFormatter(
  await loadCldrData(["en", "en-GB", "de", "ar", "ar-EG", "ja", "fr", "es", "he", "th", "fa", "zh-Hant", "pl", "hi", "de-AT"]),
);

function write(field: JsonObject, options: Partial<FormatOptions> = {}): string {
  return formatFieldValue(field, { locale: "en", timeZone: "UTC", now: null, formatter, ...options });
}

const MOMENT = "2026-03-05T19:30:00-06:00";
const CHICAGO: Partial<FormatOptions> = { timeZone: "America/Chicago" };
const STYLES = ["Short", "Medium", "Long", "Full"].map((name) => `PKDateStyle${name}`);

describe("a date", () => {
  test.each([
    ["en", ["3/5/26", "Mar 5, 2026", "March 5, 2026", "Thursday, March 5, 2026"]],
    ["de", ["05.03.26", "05.03.2026", "5. März 2026", "Donnerstag, 5. März 2026"]],
    ["ja", ["2026/03/05", "2026/03/05", "2026年3月5日", "2026年3月5日木曜日"]],
    ["fr", ["05/03/2026", "5 mars 2026", "5 mars 2026", "jeudi 5 mars 2026"]],
    ["es", ["5/3/26", "5 mar 2026", "5 de marzo de 2026", "jueves, 5 de marzo de 2026"]],
    ["he", ["5.3.2026", "5 במרץ 2026", "5 במרץ 2026", "יום חמישי, 5 במרץ 2026"]],
    ["ar", ["5\u200F/3\u200F/2026", "05\u200F/03\u200F/2026", "5 مارس 2026", "الخميس، 5 مارس 2026"]],
  ])("has the four styles of Foundation: %s", (locale, texts) => {
    expect(STYLES.map((dateStyle) => write({ value: MOMENT, dateStyle }, { locale, ...CHICAGO }))).toEqual(texts);
  });

  test("has the four styles of a time, AM and PM behind the space that devices print", () => {
    expect(STYLES.map((timeStyle) => write({ value: MOMENT, timeStyle }, CHICAGO))).toEqual([
      "7:30\u202FPM",
      "7:30:00\u202FPM",
      "7:30:00\u202FPM CST",
      "7:30:00\u202FPM Central Standard Time",
    ]);
    expect(write({ value: "2026-07-05T19:30:00-05:00", timeStyle: "PKDateStyleFull" }, CHICAGO)).toBe(
      "7:30:00\u202FPM Central Daylight Time",
    );
  });

  test("is joined with a time by a comma when short, by a word when long", () => {
    const both = (dateStyle: string, locale: string): string =>
      write({ value: MOMENT, dateStyle, timeStyle: "PKDateStyleShort" }, { locale, ...CHICAGO });
    expect(STYLES.map((style) => both(style, "en"))).toEqual([
      "3/5/26, 7:30\u202FPM",
      "Mar 5, 2026, 7:30\u202FPM",
      "March 5, 2026 at 7:30\u202FPM",
      "Thursday, March 5, 2026 at 7:30\u202FPM",
    ]);
    expect(both("PKDateStyleLong", "de")).toBe("5. März 2026 um 19:30");
    expect(both("PKDateStyleLong", "fr")).toBe("5 mars 2026 à 19:30");
    expect(both("PKDateStyleShort", "zh-Hant")).toBe("2026/3/5\u2009晚上7:30");
  });

  test("leaves out what has the style none, and is shown as it stands without any", () => {
    const none = "PKDateStyleNone";
    expect(write({ value: MOMENT, dateStyle: "PKDateStyleShort", timeStyle: none }, CHICAGO)).toBe("3/5/26");
    expect(write({ value: MOMENT, dateStyle: none, timeStyle: "PKDateStyleShort" }, CHICAGO)).toBe("7:30\u202FPM");
    expect(write({ value: MOMENT, dateStyle: none, timeStyle: none })).toBe(MOMENT);
    expect(write({ value: MOMENT })).toBe(MOMENT);
    expect(write({ value: MOMENT, dateStyle: "PKDateStyleHuge" })).toBe(MOMENT);
  });

  test("that ignores the time zone is written by its own clock, under its offset's name", () => {
    const own = { value: MOMENT, dateStyle: "PKDateStyleShort", ignoresTimeZone: true };
    expect(write(own, { timeZone: "Asia/Tokyo" })).toBe("3/5/26");
    expect(write({ ...own, timeStyle: "PKDateStyleLong" }, { timeZone: "Asia/Tokyo" })).toBe("3/5/26, 7:30:00\u202FPM GMT-6");
    expect(write({ ...own, timeStyle: "PKDateStyleFull" }, { timeZone: "Asia/Tokyo" })).toBe("3/5/26, 7:30:00\u202FPM GMT-06:00");
    expect(write({ ...own, value: "2026-03-05T19:30:00+05:45", timeStyle: "PKDateStyleLong" })).toBe(
      "3/5/26, 7:30:00\u202FPM GMT+5:45",
    );
    expect(write({ ...own, value: "2026-03-05T19:30Z", timeStyle: "PKDateStyleFull" })).toBe(
      "3/5/26, 7:30:00\u202FPM Greenwich Mean Time",
    );
  });

  test.each([
    ["without a zone", "2026-03-05T19:30:00"],
    ["without a time", "2026-03-05"],
    ["with an offset that has no colon", "2026-03-05T19:30:00-0600"],
    ["of a day that is none", "2026-02-30T19:30:00Z"],
    ["that is a word", "tomorrow"],
    ["that is empty", ""],
  ])("%s is shown as it stands", (_, value) => {
    expect(write({ value, dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleShort", isRelative: true })).toBe(value);
  });

  test("is written in the calendar and the digits of the region", () => {
    const full = (locale: string): string => write({ value: MOMENT, dateStyle: "PKDateStyleFull" }, { locale, ...CHICAGO });
    expect(full("th")).toBe("วันพฤหัสบดีที่ 5 มีนาคม พ.ศ. 2569");
    expect(full("fa")).toBe("۱۴۰۴ اسفند ۱۴, پنجشنبه");
    expect(full("ar-EG")).toBe("الخميس، ٥ مارس ٢٠٢٦");
    expect(full("ar")).toBe("الخميس، 5 مارس 2026");
  });
});

describe("a relative date", () => {
  const relative = (now: string, locale: string, more: JsonObject = {}, timeZone = "UTC"): string =>
    write(
      { value: "2026-03-05T12:00:00Z", dateStyle: "PKDateStyleMedium", isRelative: true, ...more },
      { locale, now: new Date(now), timeZone },
    );

  test("is a word with a capital where the language has one, up to two days away", () => {
    const days = ["03", "04", "05", "06", "07"].map((day) => `2026-03-${day}T12:00:00Z`);
    expect(days.map((now) => relative(now, "en"))).toEqual(["Mar 5, 2026", "Tomorrow", "Today", "Yesterday", "Mar 5, 2026"]);
    expect(days.map((now) => relative(now, "de"))).toEqual(["Übermorgen", "Morgen", "Heute", "Gestern", "Vorgestern"]);
    expect(days.map((now) => relative(now, "fr"))).toEqual(["Après-demain", "Demain", "Aujourd’hui", "Hier", "Avant-hier"]);
    expect(relative(days[0]!, "ja")).toBe("明後日");
    expect(relative("2026-03-01T12:00:00Z", "de")).toBe("05.03.2026");
  });

  test("goes by the days of the calendar there, not by hours", () => {
    expect(relative("2026-03-04T23:59:59Z", "en")).toBe("Tomorrow");
    expect(relative("2026-03-04T23:59:59Z", "en", {}, "Asia/Tokyo")).toBe("Today");
    const eastern = { value: "2026-03-05T00:30:00+13:00", ignoresTimeZone: true };
    expect(relative("2026-03-04T12:00:00Z", "en", eastern)).toBe("Today");
    expect(relative("2026-03-04T10:59:59Z", "en", eastern)).toBe("Tomorrow");
  });

  test("is joined with a time as a long date is", () => {
    const at = (locale: string): string => relative("2026-03-05T12:00:00Z", locale, { timeStyle: "PKDateStyleShort" });
    expect(at("en")).toBe("Today at 12:00\u202FPM");
    expect(at("de")).toBe("Heute um 12:00");
    expect(at("fr")).toBe("Aujourd’hui à 12:00");
    expect(at("ja")).toBe("今日 12:00");
    expect(at("he")).toBe("היום בשעה 12:00");
  });

  test("needs a date style and a moment to compare with", () => {
    const now = new Date("2026-03-05T12:00:00Z");
    expect(write({ value: "2026-03-05T12:00:00Z", isRelative: true }, { now })).toBe("2026-03-05T12:00:00Z");
    expect(write({ value: "2026-03-05T12:00:00Z", isRelative: true, timeStyle: "PKDateStyleShort" }, { now })).toBe(
      "12:00\u202FPM",
    );
    expect(write({ value: "2026-03-05T12:00:00Z", isRelative: true, dateStyle: "PKDateStyleMedium" })).toBe("Mar 5, 2026");
  });
});

describe("a number", () => {
  const styled = (value: number, name: string, locale = "en"): string =>
    write({ value, numberStyle: `PKNumberStyle${name}` }, { locale });

  test("decimal has groups and at most three fraction digits, the middle going to the even neighbour", () => {
    expect(styled(1_234_567.8915, "Decimal")).toBe("1,234,567.892");
    expect(styled(0.0625, "Decimal")).toBe("0.062");
    expect(styled(1234.5, "Decimal", "de")).toBe("1.234,5");
    expect(styled(1234.5, "Decimal", "es")).toBe("1234,5");
    expect(styled(12_345.5, "Decimal", "fr")).toBe("12\u202F345,5");
    expect(styled(12_345_678, "Decimal", "hi")).toBe("1,23,45,678");
    expect(styled(-1234.5, "Decimal", "ar-EG")).toBe("\u061C-١٬٢٣٤٫٥");
    expect(styled(1234.5, "Decimal", "fa")).toBe("۱٬۲۳۴٫۵");
  });

  test("percent is times a hundred without fraction digits", () => {
    expect(styled(0.25, "Percent")).toBe("25%");
    expect(styled(0.125, "Percent")).toBe("12%");
    expect(styled(0.135, "Percent")).toBe("14%");
    expect(styled(-12.5, "Percent", "de")).toBe("-1.250\u00A0%");
  });

  test("scientific keeps its digits", () => {
    expect(styled(1_234_567.891, "Scientific")).toBe("1.234567891E6");
    expect(styled(0, "Scientific")).toBe("0E0");
    expect(styled(-0.00012, "Scientific", "de")).toBe("-1,2E-4");
  });

  test("is spelt out, below zero and with fractions too", () => {
    expect([21, -5, 0.5, 1_234_567.89].map((value) => styled(value, "SpellOut"))).toEqual([
      "twenty-one",
      "minus five",
      "zero point five",
      "one million two hundred thirty-four thousand five hundred sixty-seven point eight nine",
    ]);
    expect(styled(21, "SpellOut", "de")).toBe("ein\u00ADund\u00ADzwanzig");
    expect(styled(21, "SpellOut", "de-AT")).toBe("ein\u00ADund\u00ADzwanzig");
    expect(styled(-1.5, "SpellOut", "fr")).toBe("moins un virgule cinq");
    expect(styled(2000, "SpellOut", "pl")).toBe("dwa tysiące");
    expect(styled(1e300, "SpellOut")).toMatch(/^1,000,000,/u);
  });

  test("without a style is written as it is", () => {
    expect(write({ value: 1234.5 })).toBe("1234.5");
    expect(write({ value: 1234, numberStyle: "PKNumberStyleRoman" })).toBe("1234");
  });

  test("in a text is not formatted", () => {
    expect(write({ value: "1234.5", numberStyle: "PKNumberStyleDecimal" })).toBe("1234.5");
    expect(write({ value: "9.50", currencyCode: "EUR" })).toBe("9.50");
  });
});

describe("money", () => {
  const money = (value: number, currencyCode: string, locale = "en"): string => write({ value, currencyCode }, { locale });

  test("has the language's symbol and the currency's digits", () => {
    expect(money(1234.5, "EUR")).toBe("€1,234.50");
    expect(money(1234.5, "EUR", "de")).toBe("1.234,50\u00A0€");
    expect(money(1234.5, "EUR", "de-AT")).toBe("€\u00A01.234,50");
    expect(money(1234.5, "JPY", "ja")).toBe("￥1,234");
    expect(money(1.2345, "KWD", "en")).toBe("KWD\u00A01.234");
    expect(money(-9.5, "CHF")).toBe("-CHF\u00A09.50");
    expect(money(9.5, "ILS", "he")).toBe("\u200F9.50\u00A0\u200F₪");
    expect(money(9.5, "EGP", "ar-EG")).toBe("\u200F٩٫٥٠\u00A0ج.م.\u200F");
  });

  test("goes before a number style; a code that is none does nothing", () => {
    expect(write({ value: 9.5, currencyCode: "EUR", numberStyle: "PKNumberStyleSpellOut" })).toBe("€9.50");
    expect(money(9.5, "euro")).toBe("9.5");
    expect(money(9.5, "XQQ")).toBe("XQQ\u00A09.50");
  });

  test("of a semantic tag is a text with a code", () => {
    const amount = (tag: JsonObject): string | null =>
      formatCurrencyAmount(tag, { locale: "en", timeZone: "UTC", now: null, formatter });
    expect(amount({ amount: "12.5", currencyCode: "USD" })).toBe("$12.50");
    expect(amount({ amount: 12.5, currencyCode: "USD" })).toBeNull();
    expect(amount({ amount: "a lot", currencyCode: "USD" })).toBeNull();
    expect(amount({ amount: "12.5", currencyCode: "$" })).toBeNull();
    expect(formatCurrencyAmount(undefined, { locale: "en", timeZone: "UTC", now: null })).toBeNull();
    expect(formatCurrencyAmount({ amount: "12.5", currencyCode: "USD" }, { locale: "en", timeZone: "UTC", now: null })).toBe(
      "$12.50",
    );
  });
});

test("a text is translated; what is neither text nor number is empty", () => {
  expect(write({ value: "GATE" }, { translate: (key) => `${key}!` })).toBe("GATE!");
  expect(write({ value: "GATE" })).toBe("GATE");
  expect(write({})).toBe("");
  expect(write({ value: true })).toBe("");
});
