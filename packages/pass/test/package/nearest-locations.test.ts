import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceBetween, nearestLocations } from "../../src/package/nearest-locations.ts";

const LISBON = { latitude: 38.7223, longitude: -9.1393 };
const OSLO = { latitude: 59.9139, longitude: 10.7522 };
const AUCKLAND = { latitude: -36.8485, longitude: 174.7633 };

describe("the distance between points", () => {
  test.each([
    [LISBON, OSLO, 2_736_000],
    [LISBON, AUCKLAND, 19_617_000],
    [{ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 }, 22_239],
    [{ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 123 }, 20_015_115],
    [OSLO, OSLO, 0],
  ])("%j to %j is %i m", (a, b, metres) => {
    expect(Math.abs(distanceBetween(a, b) - metres)).toBeLessThan(Math.max(1, metres * 0.005));
  });

  test("is the same both ways, and never more than half the globe", () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        const distance = distanceBetween(a, b);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(20_015_116);
        expect(Math.abs(distance - distanceBetween(b, a))).toBeLessThan(1e-3);
      }),
    );
  });
});

describe("the nearest of many locations", () => {
  test("are the best ten, nearest first, with all their keys", () => {
    const shops = Array.from({ length: 500 }, (_, index) => ({
      latitude: 50 + index / 100,
      longitude: 10,
      relevantText: `Shop ${index}`,
    }));
    const nearest = nearestLocations(shops, { latitude: 52.001, longitude: 10 });
    expect(nearest.map(({ relevantText }) => relevantText).slice(0, 3)).toEqual(["Shop 200", "Shop 201", "Shop 199"]);
    expect(nearest).toHaveLength(10);
  });

  test("cross the date line, and leave out what is no place", () => {
    const places = [
      { latitude: 0, longitude: 170 },
      { latitude: 0, longitude: -179 },
      { latitude: 200, longitude: 179 },
      { latitude: Number.NaN, longitude: 0 },
    ];
    expect(nearestLocations(places, { latitude: 0, longitude: 179 }, 3)).toEqual([places[1], places[0]]);
    expect(nearestLocations(places, OSLO, 0)).toEqual([]);
  });
});
