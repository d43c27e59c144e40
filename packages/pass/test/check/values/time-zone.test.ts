import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isTimeZone } from "../../../src/check/values/time-zone.ts";

test.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+8", "Asia/Calcutta", "Asia/Kolkata"])(
  "%s is a zone",
  (name) => {
    expect(isTimeZone(name)).toBe(true);
  },
);

test.each(["", "CEST", "Berlin", "europe/berlin", "+02:00", "-0700", "GMT+2", "UTC+2", "2", "Mars/Olympus", "x".repeat(10_000)])(
  "%j is none",
  (name) => {
    expect(isTimeZone(name)).toBe(false);
  },
);

test("no text makes it fail", () => {
  fc.assert(fc.property(fc.string(), (text) => void isTimeZone(text)));
});
