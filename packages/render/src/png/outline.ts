import { release } from "../picture/release.ts";
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
  readonly points: Float64Array;
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
  for (const token of data.match(TOKEN) ?? []) {
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

/** Gathers outlines as polygons, in memory that serves one shape after the other. */
export class PolygonPen {
  #points = new Float64Array(4096);
  #count = 0;
  #starts: number[] = [];

  /** Begins another shape: the polygons that were taken are no more. */
  clear(): void {
    this.#count = 0;
    this.#starts = [];
  }

  /** Begins another polygon of this shape. */
  begin(): void {
    this.#starts.push(this.#count);
  }

  /** Gives its memory back. */
  release(): void {
    release(this.#points);
  }

  /** Adds an outline, its curves as lines. Every contour is closed, as filling does. */
  add({ commands, coordinates }: GlyphOutline, { scaleX, scaleY, moveX, moveY }: Placement): void {
    let at = 0;
    let x = 0;
    let y = 0;
    let startX = 0;
    let startY = 0;
    const across = (index: number): number => (coordinates[at + index] ?? 0) * scaleX + moveX;
    const down = (index: number): number => (coordinates[at + index] ?? 0) * scaleY + moveY;
    for (const command of commands) {
      switch (command) {
        case "M":
          x = across(0);
          y = down(1);
          startX = x;
          startY = y;
          this.begin();
          this.push(x, y);
          at += 2;
          break;
        case "L":
          x = across(0);
          y = down(1);
          this.push(x, y);
          at += 2;
          break;
        case "Q": {
          const controlX = across(0);
          const controlY = down(1);
          const endX = across(2);
          const endY = down(3);
          // A quadratic curve is a cubic one with its controls two thirds of the way.
          const firstX = x + ((controlX - x) * 2) / 3;
          const firstY = y + ((controlY - y) * 2) / 3;
          const secondX = endX + ((controlX - endX) * 2) / 3;
          const secondY = endY + ((controlY - endY) * 2) / 3;
          this.#curve(x, y, firstX, firstY, secondX, secondY, endX, endY);
          x = endX;
          y = endY;
          at += 4;
          break;
        }
        case "C": {
          const endX = across(4);
          const endY = down(5);
          this.#curve(x, y, across(0), down(1), across(2), down(3), endX, endY);
          x = endX;
          y = endY;
          at += 6;
          break;
        }
        default:
          this.push(startX, startY);
          x = startX;
          y = startY;
      }
    }
  }

  /** They last until the pen is cleared. */
  get polygons(): Polygons {
    return { points: this.#points.subarray(0, this.#count), starts: this.#starts };
  }

  /** Adds a point to the polygon that was begun last. */
  push(x: number, y: number): void {
    const at = this.#count;
    this.#count = at + 2;
    if (this.#count > this.#points.length) this.#grow();
    this.#points[at] = x;
    this.#points[at + 1] = y;
  }

  #grow(): void {
    const larger = new Float64Array(this.#points.length * 2);
    larger.set(this.#points);
    release(this.#points);
    this.#points = larger;
  }

  /**
   * Even steps, as many as the bend asks for: a curve is within ⅛ × (its second differences) × 6 ÷ n² of n lines. Numbers and not
   * pairs of them: a face has some ten thousand curves.
   */
  #curve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void {
    const bendX = Math.max(Math.abs(x0 - 2 * x1 + x2), Math.abs(x1 - 2 * x2 + x3));
    const bendY = Math.max(Math.abs(y0 - 2 * y1 + y2), Math.abs(y1 - 2 * y2 + y3));
    const bend = Math.sqrt(bendX * bendX + bendY * bendY);
    const lines = Math.max(1, Math.min(MOST_LINES, Math.ceil(Math.sqrt((bend * 0.75) / TOLERANCE))));
    for (let line = 1; line <= lines; line += 1) {
      const t = line / lines;
      const s = 1 - t;
      const a = s * s * s;
      const b = 3 * s * s * t;
      const c = 3 * s * t * t;
      const d = t * t * t;
      this.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
  }
}
