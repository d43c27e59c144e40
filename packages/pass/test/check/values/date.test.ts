import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseW3cDate } from "../../../src/check/values/date.ts";

describe("parseW3cDate reads", () => {
  test.each([
    ["1980-05-07T10:30-05:00", "1980-05-07T15:30:00.000Z", -300],
    ["2026-06-01T12:00:30Z", "2026-06-01T12:00:30.000Z", 0],
    ["2026-06-01T12:00:30.5+02:00", "2026-06-01T10:00:30.500Z", 120],
    ["2026-06-01T12:00:30.123456+05:45", "2026-06-01T06:15:30.123Z", 345],
    ["2028-02-29T00:00+14:00", "2028-02-28T10:00:00.000Z", 840],
    ["0099-12-31T23:59:59-00:00", "0099-12-31T23:59:59.000Z", 0],
  ])("%s", (text, iso, offsetMinutes) => {
    const result = parseW3cDate(text);
    expect(result).toMatchObject({ ok: true, offsetMinutes: expect.closeTo(offsetMinutes) });
    expect(result.ok && result.date.toISOString()).toBe(iso);
  });

  test("whether there are seconds and fractions", () => {
    expect(parseW3cDate("2026-06-01T12:00Z")).toMatchObject({ hasSeconds: false, hasFraction: false });
    expect(parseW3cDate("2026-06-01T12:00:01Z")).toMatchObject({ hasSeconds: true, hasFraction: false });
    expect(parseW3cDate("2026-06-01T12:00:01.0Z")).toMatchObject({ hasSeconds: true, hasFraction: true });
  });

  test("every moment that toISOString writes, wherever its zone", () => {
    const moments = fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000);
        fc.pre(local.getUTCFullYear() >= 0 && local.getUTCFullYear() <= 9999);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
          String(part).padStart(2, "0"),
        );
        const text = `${local.toISOString().slice(0, -1)}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
        const result = parseW3cDate(text);
        expect(result.ok && result.date.getTime()).toBe(date.getTime());
      }),
    );
  });
});

describe("parseW3cDate says what is wrong with", () => {
  test.each([
    ["", "not-a-date", null],
    ["tomorrow", "not-a-date", null],
    ["2026-06-01 12:00:00Z", "not-a-date", null],
    ["2026-06-01t12:00:00z", "not-a-date", null],
    ["2026-6-1T12:00Z", "not-a-date", null],
    ["2026-06-01T12:00:00Z ", "not-a-date", null],
    ["2026-06-01T12:00:00 +02:00", "not-a-date", null],
    ["2026-06-01T12Z", "not-a-date", null],
    ["/Date(1487415600000-0000)/", "not-a-date", null],
    ["2026", "date-only", null],
    ["2026-06", "date-only", null],
    ["2026-06-01", "date-only", null],
    ["2026-06-01T12:00", "no-zone", null],
    ["2026-06-01T12:00:00.000", "no-zone", null],
    ["2026-06-01T12:00:00+0200", "offset-colon", "2026-06-01T12:00:00+02:00"],
    ["2026-06-01T12:00+9900", "offset-colon", null],
    ["2026-06-01T12:00:00-7:00", "offset-digits", "2026-06-01T12:00:00-07:00"],
    ["2026-06-01T12:00:00+02", "offset-digits", "2026-06-01T12:00:00+02:00"],
    ["2026-02-29T12:00:00Z", "impossible", null],
    ["2026-04-31T12:00:00Z", "impossible", null],
    ["2026-13-01T12:00:00Z", "impossible", null],
    ["2026-00-01T12:00:00Z", "impossible", null],
    ["2026-06-00T12:00:00Z", "impossible", null],
    ["2026-06-01T24:00:00Z", "impossible", null],
    ["2026-06-01T12:60:00Z", "impossible", null],
    ["2026-06-01T12:00:60Z", "impossible", null],
    ["1900-02-29T12:00:00Z", "impossible", null],
    ["2026-06-01T12:00:00+14:01", "offset-range", null],
    ["2026-06-01T12:00:00+02:60", "offset-range", null],
  ])("%j: %s", (text, fault, suggestion) => {
    expect(parseW3cDate(text)).toEqual({ ok: false, fault, suggestion });
  });
});

test("parseW3cDate takes any text without failing, and long ones without looking", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseW3cDate(text)));
  expect(parseW3cDate(`2026-06-01T12:00:00.${"1".repeat(1_000_000)}Z`)).toMatchObject({ fault: "not-a-date" });
});
