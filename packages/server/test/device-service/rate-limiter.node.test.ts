import { expect, test } from "vitest";
import { createRateLimiter } from "../../src/device-service/rate-limiter.ts";

function openLimiter(keys = 100) {
  const clock = { now: 0 };
  return { clock, limiter: createRateLimiter({ burst: 2, perSecond: 0.5, keys, clock: () => clock.now }) };
}

test("a burst passes, then as many as come in the long run", () => {
  const { clock, limiter } = openLimiter();
  expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([0, 0, 2000]);
  clock.now = 1000;
  expect(limiter.take("a")).toBe(1000);
  clock.now = 2000;
  expect([limiter.take("a"), limiter.take("a")]).toEqual([0, 2000]);
  clock.now = 1_000_000;
  expect([limiter.take("a"), limiter.take("a"), limiter.take("a") > 0]).toEqual([0, 0, true]);
});

test("one key takes nothing from another", () => {
  const { limiter } = openLimiter();
  for (let index = 0; index < 10; index += 1) limiter.take("a");
  expect(limiter.take("b")).toBe(0);
});

test("a clock that is set back gives nothing away and locks nobody out", () => {
  const { clock, limiter } = openLimiter();
  clock.now = 10_000;
  limiter.take("a");
  limiter.take("a");
  clock.now = 0;
  expect(limiter.take("a")).toBe(2000);
  clock.now = 2000;
  expect(limiter.take("a")).toBe(0);
});

test("the table is bounded: who was seen least recently is forgotten first", () => {
  const { limiter } = openLimiter(3);
  for (const key of ["a", "a", "b", "b", "c", "c"]) limiter.take(key);
  expect(limiter.take("a")).toBeGreaterThan(0);
  limiter.take("d");
  expect(limiter.take("a")).toBeGreaterThan(0);
  expect(limiter.take("b")).toBe(0);
});
