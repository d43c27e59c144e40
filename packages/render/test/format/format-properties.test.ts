import { createIntlFormatter } from "@passwright/pass";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fastestRun } from "../../../pass/test/support/fastest-run.ts";
import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { formatCurrencyAmount } from "../../src/format/format-currency-amount.ts";
import { formatFieldValue } from "../../src/format/format-field-value.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";

const LOCALES = ["en", "de", "ar-EG", "ja", "fr", "es", "he", "th", "fa", "zh-Hant", "ru", "sw", "xx", "hi"];
const cldr = createCldrFormatter(await loadCldrData(LOCALES));
const formatters = [cldr, createIntlFormatter()];

const style = fc.constantFrom("PKDateStyleNone", "PKDateStyleShort", "PKDateStyleMedium", "PKDateStyleLong", "PKDateStyleFull");
const date = fc
  .date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
  .map((moment) => `${moment.toISOString().slice(0, 19)}${moment.getUTCDate() % 2 === 0 ? "Z" : "-09:30"}`);
const value = fc.oneof(fc.jsonValue(), date, fc.double(), fc.maxSafeInteger(), fc.string());
const field = fc.record(
  {
    value,
    dateStyle: fc.oneof(style, fc.jsonValue()),
    timeStyle: fc.oneof(style, fc.jsonValue()),
    isRelative: fc.oneof(fc.boolean(), fc.jsonValue()),
    ignoresTimeZone: fc.oneof(fc.boolean(), fc.jsonValue()),
    numberStyle: fc.oneof(
      fc.constantFrom("Decimal", "Percent", "Scientific", "SpellOut").map((name) => `PKNumberStyle${name}`),
      fc.jsonValue(),
    ),
    currencyCode: fc.oneof(fc.constantFrom("EUR", "JPY", "XXX", "KWD"), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

test("any JSON in a field gives a text, and none of it is undefined", () => {
  fc.assert(
    fc.property(field, fc.constantFrom(...LOCALES), fc.constantFrom(...formatters), (field, locale, formatter) => {
      const now = new Date("2026-03-05T12:00:00Z");
      const options = { locale, timeZone: "America/Chicago", now, formatter };
      const text = formatFieldValue(field, options);
      expect(typeof text).toBe("string");
      if (typeof field.value === "number") expect(text).not.toBe("");
      if (typeof field.value !== "string") expect(text).not.toContain("undefined");
    }),
    { numRuns: 500 },
  );
});

const amount = fc.record({
  amount: fc.oneof(fc.jsonValue(), fc.double().map(String)),
  currencyCode: fc.oneof(fc.constantFrom("EUR", "JPY", "XXX"), fc.jsonValue()),
});

test("any JSON in place of an amount gives a text or null", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), amount), (tag) => {
      const text = formatCurrencyAmount(tag, {
        locale: "de",
        timeZone: "UTC",
        now: null,
        formatter: cldr,
      });
      expect(text === null || text.length > 0).toBe(true);
    }),
  );
});

test("any number is spelt out in words or digits", () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.maxSafeInteger(), fc.integer()), fc.constantFrom(...LOCALES), (value, locale) => {
      expect(cldr.spellOut(value, locale)).toMatch(/./u);
    }),
    { numRuns: 1000 },
  );
});

test("a number of ten thousand digits takes no time, as a number or as a text", () => {
  const digits = "9".repeat(10_000);
  const options = { locale: "de", timeZone: "UTC", now: new Date(0), formatter: cldr };
  const styles = ["Decimal", "Percent", "Scientific", "SpellOut"].map((name) => `PKNumberStyle${name}`);
  const took = fastestRun(500, () => {
    for (const numberStyle of styles) {
      for (const value of [digits, Number(digits), Number.MAX_VALUE, Number.MIN_VALUE, Number(`0.${digits}`)]) {
        formatFieldValue({ value, numberStyle, dateStyle: "PKDateStyleFull", currencyCode: 1 }, options);
      }
    }
    formatCurrencyAmount({ amount: digits, currencyCode: "EUR" }, options);
  });
  expect(took).toBeLessThan(500);
});
