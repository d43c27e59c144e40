import type { ShapedRun, ShapedText } from "./shaped-text.ts";

/**
 * Apple sets its font tighter the larger a text is, up to 19 points: points between letters by size.
 * Source: Human Interface Guidelines, Typography, "Tracking values", SF Pro. Larger sizes come from our display cuts, whose
 * spacing is fitted as it is.
 */
const TRACKING: readonly (readonly [size: number, tracking: number])[] = [
  [8, 0.21],
  [9, 0.17],
  [10, 0.12],
  [11, 0.06],
  [12, 0],
  [13, -0.08],
  [14, -0.15],
  [15, -0.23],
  [16, -0.31],
  [17, -0.43],
];

/** Tracking of a size, in em; between two sizes of the table, between their values. */
export function trackingOf(size: number): number {
  const next = TRACKING.findIndex(([known]) => known >= size);
  const [largest, widest] = TRACKING.at(-1) ?? [size, 0];
  if (next === -1) return widest / largest;
  const [size2, tracking2] = TRACKING[next] ?? [size, 0];
  const [size1, tracking1] = TRACKING[Math.max(0, next - 1)] ?? [size, 0];
  const share = size2 === size1 ? 1 : (size - size1) / (size2 - size1);
  return (tracking1 + (tracking2 - tracking1) * share) / size;
}

/** A line with room put between its letters, or taken from it. */
export function track(line: ShapedText, em: number): ShapedText {
  if (em === 0 || line.tracked === 0) return line;
  let x = 0;
  const runs = line.runs.map((run): ShapedRun => {
    const moved = run.kind === "glyphs" && run.face.isTracked ? trackRun(run, em, x) : { ...run, x };
    x += moved.width;
    return moved;
  });
  return { ...line, runs, width: x };
}

function trackRun<Run extends Extract<ShapedRun, { kind: "glyphs" }>>(run: Run, em: number, x: number): Run {
  const extra = em * run.face.unitsPerEm;
  // Half of it on either side, so that a line grows evenly to both.
  const glyphs = run.glyphs.map((glyph) => ({ ...glyph, dx: glyph.dx + extra / 2, advance: glyph.advance + extra }));
  return { ...run, x, glyphs, width: run.width + em * run.glyphs.length };
}
