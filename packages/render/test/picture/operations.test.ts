import * as fc from "fast-check";
import { expect, test } from "vitest";
import { blur } from "../../src/picture/blur.ts";
import { createPicture, type Picture } from "../../src/picture/picture.ts";
import { averageColour, luminance } from "../../src/picture/picture-colour.ts";
import { scaleToFill, scaleToFit } from "../../src/picture/scale-picture.ts";
import { pixelHash } from "./pixel-hash.ts";

function paint(width: number, height: number, colourOf: (x: number, y: number) => readonly number[]): Picture {
  const picture = createPicture(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) picture.rgba.set(colourOf(x, y), (y * width + x) * 4);
  }
  return picture;
}

function pixelAt({ width, rgba }: Picture, x: number, y: number): readonly number[] {
  return Array.from(rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4));
}

const sizes = fc.integer({ min: 1, max: 40 });
const colours = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));

/** A pattern with alpha that no operation leaves as it is. */
const PATTERN = paint(37, 29, (x, y) => [(x * 41) & 255, (y * 67) & 255, ((x ^ y) * 29) & 255, (x * y * 3) & 255]);

test("a plain picture stays plain whatever its size becomes", () => {
  fc.assert(
    fc.property(sizes, sizes, sizes, sizes, colours, (width, height, newWidth, newHeight, colour) => {
      const plain = paint(width, height, () => [...colour, 255]);
      const filled = scaleToFill(plain, newWidth, newHeight);
      expect([filled.width, filled.height]).toEqual([newWidth, newHeight]);
      expect(filled.rgba).toEqual(paint(newWidth, newHeight, () => [...colour, 255]).rgba);
    }),
  );
});

test("a picture that fits keeps its ratio within a pixel and touches the box", () => {
  fc.assert(
    fc.property(sizes, sizes, sizes, sizes, (width, height, boxWidth, boxHeight) => {
      const fitted = scaleToFit(createPicture(width, height), boxWidth, boxHeight);
      expect(fitted.width <= boxWidth && fitted.height <= boxHeight).toBe(true);
      expect(fitted.width === boxWidth || fitted.height === boxHeight).toBe(true);
      const ideal = Math.max(1, (height * fitted.width) / width);
      if (fitted.width === boxWidth) expect(Math.abs(fitted.height - ideal)).toBeLessThanOrEqual(1);
    }),
  );
});

test("filling a box cuts both sides evenly", () => {
  const bands = paint(40, 10, (x) => (x < 15 ? [255, 0, 0, 255] : x < 25 ? [0, 255, 0, 255] : [0, 0, 255, 255]));
  const square = scaleToFill(bands, 10, 10);
  expect(pixelAt(square, 5, 5)).toEqual([0, 255, 0, 255]);
  expect(pixelAt(square, 0, 5)[1]).toBeGreaterThan(200);
  expect(pixelAt(square, 9, 5)[1]).toBeGreaterThan(200);
});

test("a size that is there already gives the picture itself", () => {
  expect(scaleToFill(PATTERN, 37, 29)).toBe(PATTERN);
  expect(scaleToFit(PATTERN, 37, 99)).toBe(PATTERN);
});

test("a reduction gives the mean, not a choice of pixels", () => {
  const board = paint(64, 64, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255]));
  const reduced = scaleToFit(board, 8, 8);
  for (let at = 0; at < reduced.rgba.length; at += 4) expect(Math.abs((reduced.rgba[at] ?? 0) - 127)).toBeLessThanOrEqual(2);
});

test("colours behind full transparency do not shine through", () => {
  const hidden = paint(20, 20, (x) => (x < 10 ? [0, 0, 255, 255] : [255, 0, 0, 0]));
  for (const made of [scaleToFit(hidden, 7, 7), blur(hidden, 2), blur(hidden, 7)]) {
    for (let at = 0; at < made.rgba.length; at += 4) expect(made.rgba[at]).toBe(0);
  }
});

test.each([0.5, 1, 2.5, 6, 20])("a plain picture stays plain under a blur of %d", (sigma) => {
  const plain = paint(33, 21, () => [200, 100, 7, 255]);
  expect(blur(plain, sigma).rgba).toEqual(plain.rgba);
});

test.each([1.5, 2.9, 4, 9, 14])("a blur of %d comes near the Gaussian", (sigma) => {
  // A step blurred is the error function; here summed up as it is defined.
  const width = 240;
  const step = paint(width, 12, (x) => (x < width / 2 ? [255, 255, 255, 255] : [0, 0, 0, 255]));
  const made = blur(step, sigma);
  for (let x = 60; x < width - 60; x += 1) {
    let weight = 0;
    let sum = 0;
    for (let from = 0; from < width; from += 1) {
      const share = Math.exp(-((from - x) ** 2) / (2 * sigma * sigma));
      weight += share;
      sum += from < width / 2 ? 255 * share : 0;
    }
    expect(Math.abs((pixelAt(made, x, 6)[0] ?? 0) - sum / weight)).toBeLessThanOrEqual(8);
  }
});

test("no blur, and a blur of nothing, give the picture itself", () => {
  expect(blur(PATTERN, 0)).toBe(PATTERN);
  expect(blur(PATTERN, Number.NaN)).toBe(PATTERN);
  expect(blur(createPicture(0, 0), 3).rgba.length).toBe(0);
});

test("operations give the same bytes in every runtime", () => {
  expect(pixelHash(scaleToFill(PATTERN, 50, 20).rgba)).toBe("d3169923");
  expect(pixelHash(scaleToFit(PATTERN, 11, 11).rgba)).toBe("c0c7e97a");
  expect(pixelHash(blur(PATTERN, 1.7).rgba)).toBe("0b91a68e");
  expect(pixelHash(blur(PATTERN, 8).rgba)).toBe("5e29a9d6");
});

test("the mean colour counts each pixel by its alpha", () => {
  const half = paint(2, 1, (x) => (x === 0 ? [200, 100, 0, 255] : [255, 255, 255, 0]));
  expect(averageColour(half)).toEqual({ r: 200, g: 100, b: 0, a: 0.5 });
  expect(averageColour(createPicture(3, 3))).toEqual({ r: 0, g: 0, b: 0, a: 0 });
});

test("luminance follows the sRGB curve", () => {
  expect(luminance({ r: 0, g: 0, b: 0 })).toBe(0);
  expect(luminance({ r: 255, g: 255, b: 255 })).toBeCloseTo(1, 5);
  for (let value = 0; value <= 255; value += 1) {
    const exact = value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    expect(Math.abs(luminance({ r: value, g: value, b: value }) - exact)).toBeLessThan(0.003);
  }
});
