import type { GlyphOutline } from "../text/font-face.ts";

/** Places points of an outline in pixels: x' = x × scaleX + moveX, and so for y. */
export interface Placement {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly moveX: number;
  readonly moveY: number;
}

/** Closed polygons in pixels: x and y by turns, and where each polygon begins (an index of `points`). */
export interface Polygons {
  readonly points: readonly number[];
  readonly starts: readonly number[];
}

/** How far, in pixels, a curve may lie from the lines that stand for it. */
const TOLERANCE = 0.03;

/** Lines for one curve at the most: data with coordinates as large as the world costs no more. */
const MOST_LINES = 64;

/** Coordinates of each command. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

const TOKEN = /[MLQCZ]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

/**
 * Path data of absolute commands M, L, Q, C and Z as commands and coordinates. A command that is missing goes on with the
 * one before it, as in SVG (2, section 9.3); anything else is passed over.
 */
export function readPathData(data: string): GlyphOutline {
  let commands = "";
  const coordinates: number[] = [];
  let command = "";
  let wanted = 0;
  for (const [token] of data.matchAll(TOKEN)) {
    const count = ARGUMENTS[token];
    if (count !== undefined) {
      command = token;
      commands += token;
      wanted = count;
      continue;
    }
    if (wanted === 0 && command !== "" && command !== "Z") {
      command = command === "M" ? "L" : command;
      commands += command;
      wanted = ARGUMENTS[command] ?? 0;
    }
    if (wanted === 0) continue;
    coordinates.push(Number(token));
    wanted -= 1;
  }
  return { commands, coordinates };
}

/** An outline as polygons, its curves as lines. Every contour is closed, as filling does. */
export function toPolygons({ commands, coordinates }: GlyphOutline, { scaleX, scaleY, moveX, moveY }: Placement): Polygons {
  const points: number[] = [];
  const starts: number[] = [];
  let at = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const next = (): readonly [number, number] => {
    const point = [(coordinates[at] ?? 0) * scaleX + moveX, (coordinates[at + 1] ?? 0) * scaleY + moveY] as const;
    at += 2;
    return point;
  };
  for (const command of commands) {
    switch (command) {
      case "M":
        [x, y] = next();
        [startX, startY] = [x, y];
        starts.push(points.length);
        points.push(x, y);
        break;
      case "L":
        [x, y] = next();
        points.push(x, y);
        break;
      case "Q": {
        const [controlX, controlY] = next();
        const [endX, endY] = next();
        // A quadratic curve is a cubic one with its controls two thirds of the way.
        const first = [x + ((controlX - x) * 2) / 3, y + ((controlY - y) * 2) / 3] as const;
        const second = [endX + ((controlX - endX) * 2) / 3, endY + ((controlY - endY) * 2) / 3] as const;
        pushCurve(points, [x, y], first, second, [endX, endY]);
        [x, y] = [endX, endY];
        break;
      }
      case "C": {
        const [first, second, end] = [next(), next(), next()];
        pushCurve(points, [x, y], first, second, end);
        [x, y] = end;
        break;
      }
      default:
        points.push(startX, startY);
        [x, y] = [startX, startY];
    }
  }
  return { points, starts };
}

type Point = readonly [number, number];

/** Even steps, as many as the bend asks for: a curve is within ⅛ × (its second differences) × 6 ÷ n² of n lines. */
function pushCurve(points: number[], [x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point, [x3, y3]: Point): void {
  const bendX = Math.max(Math.abs(x0 - 2 * x1 + x2), Math.abs(x1 - 2 * x2 + x3));
  const bendY = Math.max(Math.abs(y0 - 2 * y1 + y2), Math.abs(y1 - 2 * y2 + y3));
  const bend = Math.sqrt(bendX * bendX + bendY * bendY);
  const lines = Math.max(1, Math.min(MOST_LINES, Math.ceil(Math.sqrt((bend * 0.75) / TOLERANCE))));
  for (let line = 1; line <= lines; line += 1) {
    const t = line / lines;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}
