import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPass, PassTemplate } from "../../src/index.ts";
import { TEMPLATE_LIMITS } from "../../src/template/limits.ts";
import { createNearestPoints, distanceOf, type GeoPoint } from "../../src/template/nearest-points.ts";

const HOME = { latitude: 52.52, longitude: 13.405 };
const SHOPS = [
  { latitude: 48.137, longitude: 11.575, relevantText: "Munich" },
  { latitude: 52.516, longitude: 13.377, relevantText: "Brandenburg Gate" },
  { latitude: 53.551, longitude: 9.993, relevantText: "Hamburg", altitude: 6 },
  { latitude: 52.4, longitude: 13.066, relevantText: "Potsdam" },
];

function files(nearest: unknown, changes: { readonly pass?: object; readonly files?: Readonly<Record<string, string>> } = {}) {
  return {
    "pass.json": JSON.stringify({ serialNumber: "${id}", description: "Card", ...changes.pass }),
    "template.json": JSON.stringify({ nearest, sample: { id: "1", home: HOME } }),
    ...changes.files,
  };
}

async function textsOf(template: PassTemplate, home: GeoPoint | null): Promise<readonly (string | undefined)[] | undefined> {
  const { data } = await template.build({ id: "1", home });
  const locations = data["locations"] as readonly { readonly relevantText?: string }[] | undefined;
  return locations?.map(({ relevantText }) => relevantText);
}

test("a pass gets the places nearest to its holder, nearest first, each with its text", async () => {
  const template = await PassTemplate.fromFiles(files({ locations: SHOPS, to: { $eval: "home" }, count: 2 }));
  expect(template.names).toEqual(["id", "home"]);
  expect(await textsOf(template, HOME)).toEqual(["Brandenburg Gate", "Potsdam"]);
  expect(await textsOf(template, { latitude: 48, longitude: 11 })).toEqual(["Munich", "Potsdam"]);
  const pass = await template.build({ id: "1", home: { latitude: 53.5, longitude: 10 } });
  expect((pass.data["locations"] as readonly unknown[])[0]).toEqual(SHOPS[2]);
});

test("places come from a file of their own, which is in no pass", async () => {
  const template = await PassTemplate.fromFiles(
    files({ locations: "shops.json", to: { $eval: "home" } }, { files: { "shops.json": JSON.stringify(SHOPS), "icon.png": "x" } }),
  );
  expect([...(await template.buildSample()).files.keys()].toSorted()).toEqual(["icon.png", "pass.json"]);
  expect(await textsOf(template, HOME)).toEqual(["Brandenburg Gate", "Potsdam", "Hamburg", "Munich"]);
});

test("a point can be put together of several values, and a pass without one has no places", async () => {
  // As text: an object with a member `then` is taken for a promise by readers and linters.
  const to: unknown = JSON.parse(`{
    "$if": "home != null",
    "then": { "latitude": { "$eval": "home.latitude" }, "longitude": { "$eval": "home.longitude" } },
    "else": null
  }`);
  const template = await PassTemplate.fromFiles(files({ locations: SHOPS, to, within: 40_000 }));
  expect(await textsOf(template, HOME)).toEqual(["Brandenburg Gate", "Potsdam"]);
  expect(await textsOf(template, { latitude: 0, longitude: 0 })).toEqual([]);
  expect(await textsOf(template, null)).toBeUndefined();
});

test("of thousands ten are chosen, within the limit that the check knows", async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    latitude: (index % 100) / 2,
    longitude: Math.floor(index / 100) / 2,
  }));
  const template = await PassTemplate.fromFiles(
    files({ locations: "many.json", to: { $eval: "home" } }, { files: { "many.json": JSON.stringify(many) } }),
  );
  const pass = await template.buildSample();
  expect(pass.data["locations"]).toHaveLength(10);
  const { findings } = await checkPass(pass.files);
  expect(findings.map(({ rule }) => rule)).not.toContain("locations-count");
});

describe("what is wrong is told where it stands", () => {
  test.each([
    ["nearest", []],
    ["nearest.to", { locations: SHOPS }],
    ["nearest.from", { locations: SHOPS, to: HOME, from: 1 }],
    ["nearest.count", { locations: SHOPS, to: HOME, count: 11 }],
    ["nearest.within", { locations: SHOPS, to: HOME, within: -1 }],
    ["nearest.locations", { to: HOME }],
    ["nearest.locations", { locations: "none.json", to: HOME }],
    ["template.json has no locations", { locations: [], to: HOME }],
    ["location 2 has no latitude", { locations: [SHOPS[0], { latitude: 91, longitude: 0 }], to: HOME }],
    ["location 1: text is not one of", { locations: [{ ...SHOPS[0], text: "x" }], to: HOME }],
    ["location 1: relevantText", { locations: [{ ...SHOPS[0], relevantText: 5 }], to: HOME }],
  ])("%s: %j", async (place, nearest) => {
    const error = await PassTemplate.fromFiles(files(nearest)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_PASS_TEMPLATE_INVALID", message: expect.stringContaining(place) });
  });

  test("places of pass.json's own, a file that is no list, and too many of them", async () => {
    const nearest = { locations: SHOPS, to: HOME };
    const invalid = { code: "ERR_PASS_TEMPLATE_INVALID" };
    await expect(PassTemplate.fromFiles(files(nearest, { pass: { locations: [] } }))).rejects.toMatchObject(invalid);
    for (const text of ["{}", "[1", "\u{0}"]) {
      const given = files({ ...nearest, locations: "a.json" }, { files: { "a.json": text } });
      await expect(PassTemplate.fromFiles(given)).rejects.toMatchObject(invalid);
    }
    const many = `[${`{"latitude":1,"longitude":1},`.repeat(TEMPLATE_LIMITS.places)}{"latitude":1,"longitude":1}]`;
    const given = files({ ...nearest, locations: "a.json" }, { files: { "a.json": many } });
    await expect(PassTemplate.fromFiles(given)).rejects.toMatchObject({ code: "ERR_PASS_TEMPLATE_LIMIT" });
  });

  test("a value that is no point", async () => {
    const template = await PassTemplate.fromFiles(files({ locations: SHOPS, to: { $eval: "home" } }));
    for (const home of [{ latitude: "52" }, [52, 13], { latitude: 100, longitude: 0 }, "Berlin"]) {
      await expect(template.build({ id: "1", home })).rejects.toMatchObject({
        code: "ERR_PASS_TEMPLATE_EXPRESSION",
        details: { place: "nearest.to" },
      });
    }
  });
});

describe("points", () => {
  const find = (points: readonly GeoPoint[], to: GeoPoint, count = 10) => createNearestPoints(points).find(to, { count });
  const at = (latitude: number, longitude: number): GeoPoint => ({ latitude, longitude });

  test("are near across the antimeridian", () => {
    expect(find([at(0, 170), at(0, -179.9), at(0, 179)], at(0, 179.95))).toEqual([1, 2, 0]);
    expect(distanceOf(at(10, 180), at(10, -180))).toBeLessThan(0.001);
  });

  test("are near across the poles, where every longitude is the same", () => {
    expect(find([at(80, 0), at(89, 180), at(85, 90)], at(89.5, 0))).toEqual([1, 2, 0]);
    expect(distanceOf(at(90, 0), at(90, 137))).toBeLessThan(0.001);
    expect(find([at(-89, 10), at(-90, -77)], at(-90, 3))).toEqual([1, 0]);
  });

  test("that are as near as each other keep their order", () => {
    expect(find([at(1, 1), at(1, 1), at(0, 0), at(1, 1)], at(1, 1), 3)).toEqual([0, 1, 3]);
  });

  test("a metre apart are told apart, and distances are those of the great circle", () => {
    const metre = 1 / 111_195;
    expect(find([at(52 + 2 * metre, 13), at(52 + metre, 13)], at(52, 13))).toEqual([1, 0]);
    expect(distanceOf(at(52.52, 13.405), at(48.8566, 2.3522)) / 1000).toBeCloseTo(877.5, 0);
    expect(distanceOf(at(0, 0), at(0, 180)) / 1000).toBeCloseTo(20_015.1, 0);
  });

  test("are those that sorting all of them finds", () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), point, fc.integer({ min: 1, max: 10 }), (points, to, count) => {
        const chosen = find(points, to, count);
        const distances = points.map((one) => distanceOf(one, to));
        const sorted = distances.toSorted((one, two) => one - two).slice(0, count);
        expect(chosen).toHaveLength(Math.min(count, points.length));
        for (const [place, index] of chosen.entries()) {
          expect(Math.abs((distances[index] ?? 0) - (sorted[place] ?? 0))).toBeLessThan(0.5);
        }
      }),
    );
  });
});
