import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatHttpDate, isNotModified, parseHttpDate, parseRetryAfter } from "@passwright/wallet/protocol";

const NOW = new Date("2026-03-01T12:00:00Z");

test.each([
  ["Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"],
  ["Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.000Z"],
  ["Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37.000Z"],
  ["Sunday, 01-Mar-26 12:00:00 GMT", "2026-03-01T12:00:00.000Z"],
  ["Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00.000Z"],
])("all three forms of a date are read: %s", (text, iso) => expect(parseHttpDate(text, NOW)?.toISOString()).toBe(iso));

test.each([
  "",
  "yesterday",
  "2026-03-01T12:00:00Z",
  "Sun, 06 Nov 1994 08:49:37 UTC",
  "Sun, 31 Feb 1994 08:49:37 GMT",
  "Sun, 00 Nov 1994 08:49:37 GMT",
  "Sun, 06 Nov 1994 24:00:00 GMT",
  "Sun, 06 Nov 1994 08:61:37 GMT",
  "Sun, 06 Foo 1994 08:49:37 GMT",
  "0",
  "a".repeat(100_000),
])("what is no date is not read: %#", (text) => expect(parseHttpDate(text, NOW)).toBeNull());

test("what is written is read, to the second", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      expect(parseHttpDate(formatHttpDate(date), NOW)?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test("a date within the second, or later, is not modified; an earlier one and no date are", () => {
  const modified = new Date("2026-03-01T12:00:00.900Z");
  expect(isNotModified(modified, "Sun, 01 Mar 2026 12:00:00 GMT")).toBe(true);
  expect(isNotModified(modified, "Sun, 01 Mar 2026 12:00:01 GMT")).toBe(true);
  expect(isNotModified(modified, "Sun, 01 Mar 2026 11:59:59 GMT")).toBe(false);
  expect(isNotModified(modified, "yesterday")).toBe(false);
  expect(isNotModified(modified, null)).toBe(false);
});

test("Retry-After is read as seconds or as a date", () => {
  expect(parseRetryAfter("120", NOW)).toBe(120_000);
  expect(parseRetryAfter("Sun, 01 Mar 2026 12:01:00 GMT", NOW)).toBe(60_000);
  expect(parseRetryAfter("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).toBe(0);
  for (const text of [null, "-1", "1.5", "soon", "9".repeat(400)]) expect(parseRetryAfter(text, NOW)).toBeNull();
});
