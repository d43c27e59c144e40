import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildTrueType } from "../../src/pdf/font/build-true-type.ts";
import { quadraticContours } from "../../src/pdf/font/quadratic-contours.ts";
import { readOutline } from "../../src/text/sfnt/glyf.ts";
import { readSfntTables } from "../../src/text/sfnt/sfnt-tables.ts";
import { loadInterCuts } from "../../src/text/inter/inter-cuts.ts";
import type { GlyphOutline } from "../../src/text/font-face.ts";

function glyphOf(bytes: Uint8Array, glyph: number): GlyphOutline {
  const tables = readSfntTables(bytes);
  return readOutline({ glyf: tables.get("glyf")!, loca: tables.get("loca")!, longOffsets: true }, glyph);
}

test("letters of Inter are in a built font as they are in Inter", async () => {
  const { "text-regular": inter } = await loadInterCuts();
  const letters = Array.from("ABgß8@éŁ€", (letter) => inter.glyphOf(letter.codePointAt(0)!));
  const { bytes } = buildTrueType(
    letters.map((glyph) => ({ outline: inter.outlineOf(glyph), advance: inter.advanceOf(glyph) })),
    inter.unitsPerEm,
  );
  for (const [index, glyph] of letters.entries()) {
    expect(quadraticContours(glyphOf(bytes, index))).toEqual(quadraticContours(inter.outlineOf(glyph)));
  }
});

test("the checksum of a built font is that of the standard", async () => {
  const { bytes } = buildTrueType([{ outline: { commands: "MLLZ", coordinates: [0, 0, 500, 0, 250, 700] }, advance: 500 }], 1000);
  const view = new DataView(bytes.buffer);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test("quadratic curves stay within two units of the cubic they stand for", () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 8, maxLength: 8 }), (numbers) => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers;
      const [contour = []] = quadraticContours({ commands: "MCLZ", coordinates: [...numbers, 3000, 3000] });
      if (contour.length === 0) return;
      const flat = contour.flatMap((point, index) => {
        const after = contour[(index + 1) % contour.length]!;
        if (point.on) return [point];
        const before = contour[(index + contour.length - 1) % contour.length]!;
        const start = before.on ? before : { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 };
        const end = after.on ? after : { x: (after.x + point.x) / 2, y: (after.y + point.y) / 2 };
        return Array.from({ length: 40 }, (_, step) => {
          const [t, s] = [step / 40, 1 - step / 40];
          return {
            x: s * s * start.x + 2 * s * t * point.x + t * t * end.x,
            y: s * s * start.y + 2 * s * t * point.y + t * t * end.y,
          };
        });
      });
      for (let step = 0; step <= 20; step += 1) {
        const [t, s] = [step / 20, 1 - step / 20];
        const x = s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3;
        const y = s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3;
        const nearest = Math.min(...flat.map((point, index) => toSegment({ x, y }, point, flat[(index + 1) % flat.length]!)));
        expect(nearest).toBeLessThan(2);
      }
    }),
    { numRuns: 60 },
  );
});

interface Place {
  readonly x: number;
  readonly y: number;
}

function toSegment(place: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((place.x - a.x) * dx + (place.y - a.y) * dy) / length));
  return Math.hypot(place.x - a.x - t * dx, place.y - a.y - t * dy);
}

test("outlines of hostile fonts become glyphs that a table can hold", () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300));
  fc.assert(
    fc.property(fc.stringMatching(/^[MLQCZ]{0,30}$/u), fc.array(value, { maxLength: 60 }), (commands, coordinates) => {
      const { bytes } = buildTrueType([{ outline: { commands, coordinates }, advance: coordinates[0] ?? 0 }], 1000);
      for (const point of quadraticContours(glyphOf(bytes, 0)).flat()) {
        expect(Math.abs(point.x)).toBeLessThanOrEqual(16_383);
        expect(Math.abs(point.y)).toBeLessThanOrEqual(16_383);
      }
    }),
  );
});

test("a glyph larger than a table can hold is drawn as large as it can", () => {
  const outline = { commands: "MLLZ", coordinates: [-1e300, 0, 1e6, Number.POSITIVE_INFINITY, 0, 40_000] };
  expect(quadraticContours(outline)).toEqual([
    [
      { x: -16_383, y: 0, on: true },
      { x: 16_383, y: 0, on: true },
      { x: 0, y: 16_383, on: true },
    ],
  ]);
});

test("an outline with more points than a glyph can have is cut", () => {
  const coordinates = Array.from({ length: 300_002 }, (_, at) => (at * 7919) % 4000);
  const points = quadraticContours({ commands: `M${"C".repeat(50_000)}`, coordinates }).flat();
  expect(points.length).toBeGreaterThan(1000);
  expect(points.length).toBeLessThan(21_000);
});
