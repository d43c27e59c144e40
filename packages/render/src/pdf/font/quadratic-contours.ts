import type { GlyphOutline } from "../../text/font-face.ts";

/** A point of a TrueType contour. */
export interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** How far, in units of the font, a quadratic curve may lie from the cubic that it stands for. */
const TOLERANCE = 0.4;
const MOST_PIECES = 12;
/** What a glyph table can hold. */
const LARGEST = 16_383;
/** No letter has so many points: outlines are from fonts that may be hostile. */
const MOST_POINTS = 20_000;

/** An outline as contours of lines and quadratic curves in whole units: what a `glyf` table holds. */
export function quadraticContours({ commands, coordinates }: GlyphOutline): ContourPoint[][] {
  const contours: ContourPoint[][] = [];
  let contour: ContourPoint[] = [];
  let at = 0;
  let count = 0;
  const next = (on: boolean): ContourPoint => {
    const point = { x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0, on };
    at += 2;
    return point;
  };
  const close = (): void => {
    const points = simplify(contour);
    if (points.length > 2) contours.push(points);
    contour = [];
  };
  for (const command of commands) {
    const before = contour.length;
    if (count > MOST_POINTS) break;
    if (command === "M") {
      close();
      contour.push(next(true));
    } else if (command === "L") contour.push(next(true));
    else if (command === "Q") contour.push(next(false), next(true));
    else if (command === "C") {
      const start = contour.at(-1) ?? { x: 0, y: 0, on: true };
      contour.push(...splitCubic(start, next(false), next(false), next(true)));
    }
    count += Math.max(1, contour.length - before);
  }
  close();
  return contours;
}

/** Quadratic curves along a cubic: as many as bring them near enough. */
function splitCubic(p0: ContourPoint, p1: ContourPoint, p2: ContourPoint, p3: ContourPoint): ContourPoint[] {
  const dx = p3.x - 3 * p2.x + 3 * p1.x - p0.x;
  const dy = p3.y - 3 * p2.y + 3 * p1.y - p0.y;
  // The distance of a cubic from the quadratic through its middle is sqrt(3) / 36 of this, and falls with the third power.
  const distance = (Math.sqrt(dx * dx + dy * dy) * Math.sqrt(3)) / 36;
  let pieces = 1;
  while (pieces < MOST_PIECES && distance > TOLERANCE * pieces * pieces * pieces) pieces += 1;
  const points: ContourPoint[] = [];
  const step = 1 / pieces;
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = pointAt(p0, p1, p2, p3, piece * step);
    const to = piece === pieces - 1 ? { ...p3 } : pointAt(p0, p1, p2, p3, (piece + 1) * step);
    const start = slopeAt(p0, p1, p2, p3, piece * step);
    const end = slopeAt(p0, p1, p2, p3, (piece + 1) * step);
    // The mean of the two controls that the ends' slopes ask for.
    const x = (from.x + to.x) / 2 + ((start.x - end.x) * step) / 4;
    const y = (from.y + to.y) / 2 + ((start.y - end.y) * step) / 4;
    points.push({ x, y, on: false }, { x: to.x, y: to.y, on: true });
  }
  return points;
}

function pointAt(p0: ContourPoint, p1: ContourPoint, p2: ContourPoint, p3: ContourPoint, t: number): { x: number; y: number } {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: a * p0.x + b * p1.x + c * p2.x + d * p3.x, y: a * p0.y + b * p1.y + c * p2.y + d * p3.y };
}

function slopeAt(p0: ContourPoint, p1: ContourPoint, p2: ContourPoint, p3: ContourPoint, t: number): { x: number; y: number } {
  const s = 1 - t;
  const [a, b, c] = [3 * s * s, 6 * s * t, 3 * t * t];
  return {
    x: a * (p1.x - p0.x) + b * (p2.x - p1.x) + c * (p3.x - p2.x),
    y: a * (p1.y - p0.y) + b * (p2.y - p1.y) + c * (p3.y - p2.y),
  };
}

/** Leaves out what is implied: a last point on the first one, and points in the middle of two controls. */
function simplify(points: readonly ContourPoint[]): ContourPoint[] {
  const [first] = points;
  const last = points.at(-1);
  const open = points.length > 1 && first !== undefined && last?.on === true && last.x === first.x && last.y === first.y;
  const ring = open ? points.slice(0, -1) : points;
  const kept = ring.filter((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length];
    const after = ring[(index + 1) % ring.length];
    if (!point.on || before === undefined || after === undefined || before.on || after.on) return true;
    return point.x !== (before.x + after.x) / 2 || point.y !== (before.y + after.y) / 2;
  });
  return kept.map(({ x, y, on }) => ({ x: toUnit(x), y: toUnit(y), on }));
}

function toUnit(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.max(-LARGEST, Math.min(LARGEST, value))) : 0;
}
