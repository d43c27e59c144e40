import type { PolygonPen, Polygons } from "./outline.ts";

/** A mitre longer than this many widths is cut to a bevel (SVG 2, section 13.5.5). */
const MITRE_LIMIT = 4;

/**
 * The shape of a line of this width along polygons: butt ends, mitred joins, as SVG draws when nothing else is said. A
 * contour whose last point is its first is closed; others have ends. The pieces all turn the same way, so that where they
 * overlap the nonzero rule sees one shape.
 *
 * @param pen Gathers the shape; not the one that holds the polygons.
 */
export function strokePolygons({ points, starts }: Polygons, width: number, pen: PolygonPen): Polygons {
  pen.clear();
  const half = width / 2;
  for (let contour = 0; contour < starts.length; contour += 1) {
    const segments = segmentsOf(points, starts[contour] ?? 0, starts[contour + 1] ?? points.length);
    for (const { x0, y0, x1, y1, unitX, unitY } of segments) {
      const [acrossX, acrossY] = [-unitY * half, unitX * half];
      push(pen, [x0 + acrossX, y0 + acrossY, x1 + acrossX, y1 + acrossY, x1 - acrossX, y1 - acrossY, x0 - acrossX, y0 - acrossY]);
    }
    const first = segments[0];
    const last = segments.at(-1);
    const isClosed = first !== undefined && last !== undefined && first.x0 === last.x1 && first.y0 === last.y1;
    for (let at = isClosed ? 0 : 1; at < segments.length; at += 1) {
      const before = segments.at(at - 1);
      const after = segments[at];
      if (before !== undefined && after !== undefined) pushJoin(pen, before, after, half);
    }
  }
  return pen.polygons;
}

interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Direction, of length 1. */
  readonly unitX: number;
  readonly unitY: number;
}

function segmentsOf(points: Float64Array, from: number, end: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = from + 2; at < end; at += 2) {
    const x0 = points[at - 2] ?? 0;
    const y0 = points[at - 1] ?? 0;
    const x1 = points[at] ?? 0;
    const y1 = points[at + 1] ?? 0;
    const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    if (length > 0) segments.push({ x0, y0, x1, y1, unitX: (x1 - x0) / length, unitY: (y1 - y0) / length });
  }
  return segments;
}

/** The wedge at the outer side of a corner, with its tip where it is not too long. */
function pushJoin(pen: PolygonPen, before: Segment, after: Segment, half: number): void {
  const turn = before.unitX * after.unitY - before.unitY * after.unitX;
  const along = before.unitX * after.unitX + before.unitY * after.unitY;
  if (turn === 0) return;
  const side = turn > 0 ? -half : half;
  const x = after.x0;
  const y = after.y0;
  const fromX = x - before.unitY * side;
  const fromY = y + before.unitX * side;
  const toX = x - after.unitY * side;
  const toY = y + after.unitX * side;
  // The length of the mitre against the width is 1 ÷ sin(half the angle between the lines), its square 2 ÷ (1 + along).
  const hasTip = 2 <= MITRE_LIMIT * MITRE_LIMIT * (1 + along);
  const reach = side / (1 + along);
  const tip = hasTip ? [x - (before.unitY + after.unitY) * reach, y + (before.unitX + after.unitX) * reach] : [];
  push(pen, [x, y, fromX, fromY, ...tip, toX, toY]);
}

/** Adds a polygon, turned round where its area is negative. */
function push(pen: PolygonPen, polygon: readonly number[]): void {
  let area = 0;
  for (let at = 0; at < polygon.length; at += 2) {
    const next = (at + 2) % polygon.length;
    area += (polygon[at] ?? 0) * (polygon[next + 1] ?? 0) - (polygon[next] ?? 0) * (polygon[at + 1] ?? 0);
  }
  pen.begin();
  const count = polygon.length;
  for (let at = 0; at < count; at += 2) {
    const from = area >= 0 ? at : count - 2 - at;
    pen.push(polygon[from] ?? 0, polygon[from + 1] ?? 0);
  }
}
