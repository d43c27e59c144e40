import type { GlyphOutline } from "../font-face.ts";

/** Where each glyph's outline lies in the table `glyf`. */
export interface GlyphTable {
  readonly glyf: DataView;
  readonly loca: DataView;
  readonly longOffsets: boolean;
}

/** How deep glyphs may be made of glyphs; a font that goes deeper turns in a circle. */
const MAX_DEPTH = 5;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/**
 * The outline of a glyph of a TrueType font, in font units, y up; quadratic curves.
 * Source: OpenType 1.9.1, "glyf".
 */
export function readOutline(table: GlyphTable, glyph: number): GlyphOutline {
  let commands = "";
  const coordinates: number[] = [];
  for (const contour of readContours(table, glyph, 0)) commands += traceContour(contour, coordinates);
  return { commands, coordinates };
}

function readContours(table: GlyphTable, glyph: number, depth: number): Point[][] {
  const { glyf, loca, longOffsets } = table;
  const start = longOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const end = longOffsets ? loca.getUint32(glyph * 4 + 4) : loca.getUint16(glyph * 2 + 2) * 2;
  if (end <= start || depth > MAX_DEPTH) return [];
  const count = glyf.getInt16(start);
  return count >= 0 ? readSimple(glyf, start + 10, count) : readComposite(table, start + 10, depth);
}

function readSimple(glyf: DataView, start: number, contourCount: number): Point[][] {
  if (contourCount === 0) return [];
  const ends = Array.from({ length: contourCount }, (_, index) => glyf.getUint16(start + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = start + contourCount * 2;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = glyf.getUint8(at);
    at += 1;
    flags.push(flag);
    if ((flag & 8) !== 0) {
      for (let more = glyf.getUint8(at); more > 0; more -= 1) flags.push(flag);
      at += 1;
    }
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, total).map((flag) => {
      if ((flag & short) !== 0) {
        value += (flag & same) !== 0 ? glyf.getUint8(at) : -glyf.getUint8(at);
        at += 1;
      } else if ((flag & same) === 0) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  let first = 0;
  return ends.map((end) => {
    const contour: Point[] = [];
    for (let index = first; index <= end; index += 1) {
      contour.push({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: ((flags[index] ?? 0) & 1) !== 0 });
    }
    first = end + 1;
    return contour;
  });
}

function readComposite(table: GlyphTable, start: number, depth: number): Point[][] {
  const { glyf } = table;
  const contours: Point[][] = [];
  let at = start;
  let flags: number;
  do {
    flags = glyf.getUint16(at);
    const part = glyf.getUint16(at + 2);
    const words = (flags & 1) !== 0;
    const dx = words ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4);
    const dy = words ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5);
    at += words ? 8 : 6;
    let [a, b, c, d] = [1, 0, 0, 1];
    const next = (): number => {
      at += 2;
      return glyf.getInt16(at - 2) / 16384;
    };
    if ((flags & 0x08) !== 0) a = d = next();
    else if ((flags & 0x40) !== 0) [a, d] = [next(), next()];
    else if ((flags & 0x80) !== 0) [a, b, c, d] = [next(), next(), next(), next()];
    for (const contour of readContours(table, part, depth + 1)) {
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
    }
  } while ((flags & 0x20) !== 0);
  return contours;
}

/** Between two control points a point of the curve is implied in the middle. */
function traceContour(points: readonly Point[], coordinates: number[]): string {
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, on: true });
  const [head] = points;
  const tail = points.at(-1);
  if (head === undefined || tail === undefined) return "";
  const start = head.on ? head : tail.on ? tail : middle(head, tail);
  coordinates.push(start.x, start.y);
  let commands = "M";
  let control: Point | null = null;
  const path = head.on ? [...points.slice(1), start] : [...points, start];
  for (const point of path) {
    if (point.on) {
      if (control === null) coordinates.push(point.x, point.y);
      else coordinates.push(control.x, control.y, point.x, point.y);
      commands += control === null ? "L" : "Q";
      control = null;
    } else {
      if (control !== null) {
        const implied = middle(control, point);
        coordinates.push(control.x, control.y, implied.x, implied.y);
        commands += "Q";
      }
      control = point;
    }
  }
  return `${commands}Z`;
}
