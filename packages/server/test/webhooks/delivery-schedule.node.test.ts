import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  GIVE_UP_MS,
  holdUntil,
  nextAttemptAt,
  readRetryAfter,
  RETRY_DELAYS_MS,
} from "../../src/webhooks/delivery/delivery-schedule.ts";

const NOW = 1_790_000_000_000;

test("the delays make up three days, and a delivery that never comes through is given up then", () => {
  expect(RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0) / 3_600_000).toBeCloseTo(71.6, 1);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }), (chances) => {
      let now = NOW;
      let tries = 0;
      for (const random of chances) {
        tries += 1;
        const next = nextAttemptAt({ roundAt: NOW, tries, now, random, wish: null });
        if (next === null) break;
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(NOW + GIVE_UP_MS);
        now = next;
      }
      expect(tries).toBeGreaterThanOrEqual(10);
      expect(tries).toBeLessThanOrEqual(11);
      expect(now - NOW).toBeGreaterThan(GIVE_UP_MS * 0.78);
    }),
  );
});

test("chance spreads what failed together over two fifths of its delay", () => {
  const at = (random: number) => nextAttemptAt({ roundAt: NOW, tries: 3, now: NOW, random, wish: null });
  expect([at(0), at(0.5), at(1)]).toEqual([NOW + 240_000, NOW + 300_000, NOW + 360_000]);
});

test("a receiver is given the time that it asks for, a day at most, and never less than its delay", () => {
  const at = (wish: number) => nextAttemptAt({ roundAt: NOW, tries: 1, now: NOW, random: 0.5, wish });
  expect(at(60_000)).toBe(NOW + 60_000);
  expect(at(1)).toBe(NOW + 5000);
  expect(at(Number.MAX_SAFE_INTEGER)).toBe(NOW + 86_400_000);
});

test("an endpoint is left alone after five failures, longer and longer, and when it says that it is busy", () => {
  const held = (failures: number, status: number | null, wish: number | null = null) => {
    const until = holdUntil({ failures, status, now: NOW, wish });
    return until === null ? null : until - NOW;
  };
  expect([1, 4, 5, 6, 7, 40].map((failures) => held(failures, 500))).toEqual([null, null, 5000, 10_000, 20_000, 600_000]);
  for (const status of [429, 502, 503, 504]) expect(held(1, status)).toBe(10_000);
  expect(held(1, 429, 120_000)).toBe(120_000);
  expect(held(1, 500, 120_000)).toBeNull();
  expect(held(1, 429, 10 * 86_400_000)).toBe(3_600_000);
  expect(held(1, null)).toBeNull();
});

test("Retry-After is read as seconds or as a date", () => {
  expect(readRetryAfter("120", NOW)).toBe(120_000);
  expect(readRetryAfter(new Date(NOW + 60_000).toUTCString(), NOW)).toBe(60_000);
  expect(readRetryAfter(new Date(NOW - 60_000).toUTCString(), NOW)).toBe(0);
  for (const header of [undefined, ["1", "2"], "soon", "-5", "1.5e3x"]) expect(readRetryAfter(header, NOW)).toBeNull();
});
