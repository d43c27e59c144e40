import type { GlyphOutline } from "../../text/font-face.ts";
import { type ContourPoint, quadraticContours } from "./quadratic-contours.ts";

/** A glyph of a font that is being built. */
export interface BuiltGlyph {
  readonly outline: GlyphOutline;
  /** In units of the font. */
  readonly advance: number;
}

export interface BuiltFont {
  readonly bytes: Uint8Array;
  /** What all glyphs lie in, units of the font. */
  readonly box: GlyphBox;
}

export interface GlyphBox {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

const EMPTY_BOX: GlyphBox = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };

/**
 * A TrueType font of glyphs, numbered as they come; the first is the one for what is missing. Made anew from outlines, so that any
 * kind of font goes in, nothing of a foreign file gets into ours, and the font has no more than the text needs. It has the tables
 * that a font in a PDF needs (ISO 32000-1, 9.9).
 * Source: OpenType 1.9.1.
 */
export function buildTrueType(glyphs: readonly BuiltGlyph[], unitsPerEm: number): BuiltFont {
  const drawn = glyphs.map(({ outline }) => drawGlyph(quadraticContours(outline)));
  const box = drawn.map((glyph) => glyph.box).reduce(join, EMPTY_BOX);
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const metrics = new DataView(new ArrayBuffer(glyphs.length * 4));
  let offset = 0;
  for (const [index, glyph] of drawn.entries()) {
    metrics.setUint16(index * 4, clampAdvance(glyphs[index]?.advance ?? 0));
    metrics.setInt16(index * 4 + 2, glyph.box.xMin);
    offset += glyph.bytes.length;
    loca.setUint32((index + 1) * 4, offset);
  }
  const glyf = new Uint8Array(offset);
  for (const [index, { bytes }] of drawn.entries()) glyf.set(bytes, loca.getUint32(index * 4));
  const head = headTable(unitsPerEm, box);
  const tables: [string, Uint8Array][] = [
    ["glyf", glyf],
    ["head", head],
    ["hhea", horizontalHeader(glyphs, box)],
    ["hmtx", new Uint8Array(metrics.buffer)],
    ["loca", new Uint8Array(loca.buffer)],
    ["maxp", maximums(drawn)],
  ];
  return { bytes: joinTables(tables), box };
}

export function clampAdvance(advance: number): number {
  return Math.round(Math.max(0, Math.min(65_535, advance)));
}

interface DrawnGlyph {
  readonly bytes: Uint8Array;
  readonly box: GlyphBox;
  readonly points: number;
  readonly contours: number;
}

/** A simple glyph: every point with a flag of its own and two bytes for each coordinate; compression takes the rest away. */
function drawGlyph(contours: readonly (readonly ContourPoint[])[]): DrawnGlyph {
  const points = contours.flat();
  if (points.length === 0) return { bytes: new Uint8Array(), box: EMPTY_BOX, points: 0, contours: 0 };
  const box = points.map(({ x, y }) => ({ xMin: x, yMin: y, xMax: x, yMax: y })).reduce(join);
  const length = 10 + contours.length * 2 + 2 + points.length * 5;
  const view = new DataView(new ArrayBuffer((length + 3) & ~3));
  setNumbers(view, 0, [contours.length, box.xMin, box.yMin, box.xMax, box.yMax]);
  let at = 10;
  let end = -1;
  for (const contour of contours) {
    end += contour.length;
    view.setUint16(at, end);
    at += 2;
  }
  at += 2;
  for (const { on } of points) {
    view.setUint8(at, on ? 1 : 0);
    at += 1;
  }
  for (const axis of ["x", "y"] as const) {
    let before = 0;
    for (const point of points) {
      view.setInt16(at, point[axis] - before);
      before = point[axis];
      at += 2;
    }
  }
  return { bytes: new Uint8Array(view.buffer), box, points: points.length, contours: contours.length };
}

function setNumbers(view: DataView, at: number, values: readonly number[]): void {
  for (const [index, value] of values.entries()) view.setInt16(at + index * 2, value);
}

function join(a: GlyphBox, b: GlyphBox): GlyphBox {
  return {
    xMin: Math.min(a.xMin, b.xMin),
    yMin: Math.min(a.yMin, b.yMin),
    xMax: Math.max(a.xMax, b.xMax),
    yMax: Math.max(a.yMax, b.yMax),
  };
}

function headTable(unitsPerEm: number, { xMin, yMin, xMax, yMax }: GlyphBox): Uint8Array {
  const view = new DataView(new ArrayBuffer(54));
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  // Baseline at 0, whole measures.
  view.setUint16(16, 0x000b);
  view.setUint16(18, unitsPerEm);
  setNumbers(view, 36, [xMin, yMin, xMax, yMax]);
  view.setUint16(46, 8);
  view.setInt16(48, 2);
  // Offsets of glyphs have four bytes.
  view.setInt16(50, 1);
  return new Uint8Array(view.buffer);
}

function horizontalHeader(glyphs: readonly BuiltGlyph[], { xMin, yMin, xMax, yMax }: GlyphBox): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint32(0, 0x00010000);
  view.setInt16(4, yMax);
  view.setInt16(6, yMin);
  view.setUint16(
    10,
    glyphs.reduce((most, { advance }) => Math.max(most, clampAdvance(advance)), 0),
  );
  view.setInt16(12, xMin);
  view.setInt16(16, xMax);
  view.setInt16(18, 1);
  view.setUint16(34, glyphs.length);
  return new Uint8Array(view.buffer);
}

function maximums(glyphs: readonly DrawnGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphs.length);
  view.setUint16(
    6,
    glyphs.reduce((most, { points }) => Math.max(most, points), 0),
  );
  view.setUint16(
    8,
    glyphs.reduce((most, { contours }) => Math.max(most, contours), 0),
  );
  view.setUint16(14, 1);
  return new Uint8Array(view.buffer);
}

/** The directory and the tables, each at a multiple of four. */
function joinTables(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const total = tables.reduce((sum, [, { length }]) => sum + ((length + 3) & ~3), start);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  const power = 31 - Math.clz32(tables.length);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, (tables.length - (1 << power)) * 16);
  let at = start;
  let head = 0;
  for (const [index, [tag, bytes]] of tables.entries()) {
    file.set(bytes, at);
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, bytes.length));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    if (tag === "head") head = at;
    at += (bytes.length + 3) & ~3;
  }
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, total)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
