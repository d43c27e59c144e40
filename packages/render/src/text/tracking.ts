import type { ShapedRun, ShapedText } from "./shaped-text.ts";

/**
 * Apple sets its font tighter the larger a text is, up to 19 points: points between letters by size.
 * Source: Human Interface Guidelines, Typography, "Tracking values", SF Pro. Larger sizes come from our display cuts, whose
 * spacing is fitted as it is.
 */
const TRACKING = [
  { size: 8, tracking: 0.21 },
  { size: 9, tracking: 0.17 },
  { size: 10, tracking: 0.12 },
  { size: 11, tracking: 0.06 },
  { size: 12, tracking: 0 },
  { size: 13, tracking: -0.08 },
  { size: 14, tracking: -0.15 },
  { size: 15, tracking: -0.23 },
  { size: 16, tracking: -0.31 },
  { size: 17, tracking: -0.43 },
] as const;
const LARGEST = { size: 17, tracking: -0.43 } as const;

/** Tracking of a size, in em; between two sizes of the table, between their values. */
export function trackingOf(size: number): number {
  let next = 0;
  while (next < TRACKING.length && (TRACKING[next]?.size ?? size) < size) next += 1;
  if (next === TRACKING.length) return LARGEST.tracking / LARGEST.size;
  const above = TRACKING[next] ?? LARGEST;
  const below = TRACKING[Math.max(0, next - 1)] ?? LARGEST;
  const share = above.size === below.size ? 1 : (size - below.size) / (above.size - below.size);
  return (below.tracking + (above.tracking - below.tracking) * share) / size;
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
