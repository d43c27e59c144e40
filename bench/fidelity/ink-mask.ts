/** Luminance, 0 to 255, on a grid of {@link PER_POINT} pixels a point. */
export interface Luminance {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** 1 where there is ink. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

export const PER_POINT = 3;
/** 8 points, and odd, so that the window has a middle. */
const WINDOW = 25;
const THRESHOLD = 64;

/** Ink is what differs from the median of the window around it. */
export function inkMask({ width, height, values }: Luminance): Mask {
  const ink = new Uint8Array(width * height);
  const half = (WINDOW - 1) / 2;
  const histogram = new Uint32Array(256);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - half), Math.min(height - 1, y + half)];
    histogram.fill(0);
    let count = 0;
    let median = 0;
    let below = 0;
    const add = (x: number, sign: 1 | -1): void => {
      for (let row = top; row <= bottom; row += 1) {
        const value = values[row * width + x] ?? 0;
        histogram[value] = (histogram[value] ?? 0) + sign;
        count += sign;
        if (value < median) below += sign;
      }
    };
    for (let x = 0; x <= Math.min(half, width - 1); x += 1) add(x, 1);
    for (let x = 0; x < width; x += 1) {
      if (x > 0 && x + half < width) add(x + half, 1);
      if (x - half - 1 >= 0) add(x - half - 1, -1);
      while (below > count / 2) {
        median -= 1;
        below -= histogram[median] ?? 0;
      }
      while (below + (histogram[median] ?? 0) <= count / 2 && median < 255) {
        below += histogram[median] ?? 0;
        median += 1;
      }
      if (Math.abs((values[y * width + x] ?? 0) - median) > THRESHOLD) ink[y * width + x] = 1;
    }
  }
  return { width, height, ink };
}

/** Ink and everything within `radius` pixels of it. */
export function dilate({ width, height, ink }: Mask, radius: number): Mask {
  const across = new Uint8Array(width * height);
  const spread = (from: Uint8Array, to: Uint8Array, lines: number, length: number, step: number, stride: number): void => {
    for (let line = 0; line < lines; line += 1) {
      let last = -Infinity;
      for (let at = 0; at < length + radius; at += 1) {
        if (at < length && from[line * stride + at * step] === 1) last = at;
        const target = at - radius;
        if (target >= 0 && last >= target - radius) to[line * stride + target * step] = 1;
      }
    }
  };
  spread(ink, across, height, width, 1, width);
  const both = new Uint8Array(width * height);
  spread(across, both, width, height, width, 1);
  return { width, height, ink: both };
}

/** Takes the ink out of a box, points. */
export function erase({ width, ink, height }: Mask, box: { x: number; y: number; width: number; height: number }): void {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value * PER_POINT)));
  const [left, right] = [clamp(box.x, width), clamp(box.x + box.width, width)];
  for (let y = clamp(box.y, height); y < clamp(box.y + box.height, height); y += 1)
    ink.fill(0, y * width + left, y * width + right);
}

/** How well two masks agree: the harmonic mean of how much of each lies within the tolerance of the other. */
export function agreement(one: Mask, other: Mask, tolerance: number): number {
  const share = (mask: Mask, near: Mask): number => {
    let total = 0;
    let met = 0;
    for (const [at, value] of mask.ink.entries()) {
      if (value === 0) continue;
      total += 1;
      met += near.ink[at] ?? 0;
    }
    return total === 0 ? 1 : met / total;
  };
  const precision = share(one, dilate(other, tolerance));
  const recall = share(other, dilate(one, tolerance));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
