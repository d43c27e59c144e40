import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Picture } from "../../src/picture/picture.ts";
import { paintScene } from "../../src/png/paint-scene.ts";
import type { SceneNode } from "../../src/scene/scene.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { BLACK, createImage, createRect, createScene, FRONT, modulePath, RED, RING_FONT, WHITE } from "./scenes.ts";

function alphaAt({ width, rgba }: Picture, x: number, y: number): number {
  return rgba[(y * width + x) * 4 + 3] ?? -1;
}

/** Covered area in pixels. */
function areaOf({ rgba }: Picture): number {
  let sum = 0;
  for (let at = 3; at < rgba.length; at += 4) sum += rgba[at] ?? 0;
  return sum / 255;
}

function paint(nodes: readonly SceneNode[], scale = 1): Promise<Picture> {
  return paintScene(createScene(20, 20, nodes), scale);
}

function path(data: string, more: object = {}): SceneNode {
  return { kind: "path", data, fill: BLACK, stroke: null, ...more };
}

test("a rectangle covers its own area of each pixel", async () => {
  const made = await paint([createRect(2.5, 3.25, 4, 2)]);
  expect([alphaAt(made, 2, 4), alphaAt(made, 3, 3), alphaAt(made, 3, 4), alphaAt(made, 2, 3)]).toEqual([128, 191, 255, 96]);
  expect(areaOf(made)).toBeCloseTo(8, 0);
});

test("a polygon covers its area wherever it lies, also where it hangs out", async () => {
  const coordinate = fc.integer({ min: -200, max: 400 }).map((tenths) => tenths / 10);
  const corners = fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate);
  const check = async ([ax, ay, bx, by, cx, cy]: [number, number, number, number, number, number]) => {
    const made = await paint([path(`M${ax} ${ay}L${bx} ${by}L${cx} ${cy}Z`)]);
    // The centres of a fine grid, counted by the sign of three edges.
    let inside = 0;
    for (let y = 0.05; y < 20; y += 0.1) {
      for (let x = 0.05; x < 20; x += 0.1) {
        const sides = [
          (bx - ax) * (y - ay) - (by - ay) * (x - ax),
          (cx - bx) * (y - by) - (cy - by) * (x - bx),
          (ax - cx) * (y - cy) - (ay - cy) * (x - cx),
        ];
        if (sides.every((side) => side > 0) || sides.every((side) => side < 0)) inside += 1;
      }
    }
    expect(Math.abs(areaOf(made) - inside / 100)).toBeLessThan(1.5);
  };
  await fc.assert(fc.asyncProperty(corners, check), { numRuns: 40 });
});

test("modules that share an edge leave no seam at any scale", async () => {
  const solid = "M1 1L3.3 1L3.3 9L1 9ZM3.3 1L7 1L7 9L3.3 9Z";
  const made = await paint([path(solid)], 1.7);
  for (let x = 3; x < 11; x += 1) expect(alphaAt(made, x, 8)).toBe(255);
});

test("a hole that turns the other way stays open, one that turns the same way is filled", async () => {
  const outer = "M2 2L18 2L18 18L2 18Z";
  expect(alphaAt(await paint([path(`${outer}M6 6L6 14L14 14L14 6Z`)]), 10, 10)).toBe(0);
  expect(alphaAt(await paint([path(`${outer}M6 6L14 6L14 14L6 14Z`)]), 10, 10)).toBe(255);
});

test("curves cover what circles do", async () => {
  const made = await paint([createRect(2, 2, 16, 16, { radius: 8 })], 2);
  expect(Math.abs(areaOf(made) / 4 - Math.PI * 64)).toBeLessThan(0.5);
});

test("a line is as wide as it says, its corner mitred, its ends cut", async () => {
  const stroke = { colour: BLACK, width: 2 };
  expect(areaOf(await paint([path("M4 10L14 10", { fill: null, stroke })]))).toBeCloseTo(20, 1);
  const angle = await paint([path("M4 4L14 4L14 14", { fill: null, stroke })]);
  expect(areaOf(angle)).toBeCloseTo(40, 1);
  expect(alphaAt(angle, 14, 3)).toBe(255);
  const closed = await paint([path("M4 4L14 4L14 14L4 14Z", { fill: null, stroke })]);
  expect(areaOf(closed)).toBeCloseTo(80, 1);
});

test("a clip cuts, and a clip within it cuts further", async () => {
  const inner: SceneNode = { kind: "clip", data: "M10 0L20 0L20 20L10 20Z", nodes: [createRect(0, 0, 20, 20)] };
  const made = await paint([{ kind: "clip", data: "M0 0L20 0L20 10L0 10Z", nodes: [inner] }]);
  expect(areaOf(made)).toBe(100);
  expect(alphaAt(made, 15, 5)).toBe(255);
  expect(areaOf(await paint([{ kind: "clip", data: "", nodes: [createRect(0, 0, 20, 20)] }]))).toBe(0);
});

test("things of a group do not show through each other", async () => {
  const made = await paint([
    { kind: "group", opacity: 0.5, nodes: [createRect(0, 0, 20, 20), createRect(0, 0, 20, 20, { fill: RED })] },
  ]);
  expect(Array.from(made.rgba.subarray(0, 4))).toEqual([255, 0, 0, 128]);
});

test("colours are laid over each other by their alpha", async () => {
  const half = createRect(0, 0, 20, 20, { fill: { ...BLACK, a: 0.5 } });
  const made = await paint([createRect(0, 0, 20, 20, { fill: WHITE }), half]);
  expect(Array.from(made.rgba.subarray(0, 4))).toEqual([127, 127, 127, 255]);
});

test("a gradient runs along its line and goes on beyond its stops", async () => {
  const stops = [
    { offset: 0.25, colour: BLACK },
    { offset: 0.75, colour: WHITE },
  ];
  const made = await paint([createRect(0, 0, 20, 20, { fill: { kind: "linear", x1: 0, y1: 0, x2: 20, y2: 0, stops } })]);
  const reds = Array.from({ length: 20 }, (_, x) => made.rgba[x * 4] ?? 0);
  expect([reds[0], reds[4], reds[15], reds[19]]).toEqual([0, 0, 255, 255]);
  expect(Math.abs((reds[9] ?? 0) - 115)).toBeLessThan(3);
});

test("glyphs stand on their baseline, upright", async () => {
  const glyphs = [{ id: 1, x: 0, y: 0, advance: 10, cluster: 0 }];
  const made = await paint([
    { kind: "glyphs", font: RING_FONT, size: 10, x: 5, y: 15, width: 10, fill: BLACK, glyphs, text: "o", direction: "ltr" },
  ]);
  expect([14, 11, 7, 16].map((y) => alphaAt(made, 10, y) > 200)).toEqual([true, false, true, false]);
});

test("a picture fills its box, and what hangs out of the face is left out", async () => {
  const made = await paint([createImage(-10, -10, 40, 40)], 2);
  expect(areaOf(made)).toBe(1600);
  const whole = await paint([createImage(0, 0, 20, 20)], 2);
  expect(whole.rgba[0]).toBeLessThan(made.rgba[0] ?? 0);
});

test("a picture that cannot be decoded is left out, and the rest is painted", async () => {
  const broken = { ...createImage(0, 0, 20, 20), bytes: Uint8Array.of(1, 2, 3) };
  expect(areaOf(await paint([broken, createRect(0, 0, 5, 5)]))).toBe(25);
});

test("numbers that are none, and outlines that are none, paint nothing", async () => {
  const nodes = [
    createRect(Number.NaN, 0, 5, 5),
    createRect(0, 0, -5, 5),
    path("L"),
    path("M1 1"),
    path("nonsense 1 2 3"),
    path(""),
  ];
  expect(areaOf(await paint(nodes))).toBe(0);
  const huge = await paint([path("M-1e9 -1e9L1e9 -1e9L1e9 1e9L-1e9 1e9Z")]);
  expect(areaOf(huge)).toBe(400);
});

test("a code's modules keep their count at every scale", async () => {
  const made = await paint([path(modulePath(2, 2, 2, 8))], 3);
  const modules = modulePath(2, 2, 2, 8).split("Z").length - 1;
  expect(areaOf(made)).toBe(modules * 36);
});

test.each([
  [1, "4e6a25dc"],
  [2, "b2783dd0"],
  [3, "d15bf7d7"],
])("a front at %i pixels a point has the same pixels in every runtime", async (scale, hash) => {
  expect(pixelHash((await paintScene(FRONT, scale)).rgba)).toBe(hash);
});
