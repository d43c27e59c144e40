import { createPicture, type Picture } from "./picture.ts";

/** Whether nothing shines through. */
export function isOpaque({ rgba }: Picture): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

/** The bytes with colours multiplied by alpha, rounded. */
export function premultiplied({ rgba }: Picture): Uint8ClampedArray {
  const result = new Uint8ClampedArray(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    result[at] = timesAlpha(rgba[at] ?? 0, alpha);
    result[at + 1] = timesAlpha(rgba[at + 1] ?? 0, alpha);
    result[at + 2] = timesAlpha(rgba[at + 2] ?? 0, alpha);
    result[at + 3] = alpha;
  }
  return result;
}

/** Straight alpha again. Filters with negative weights leave colours above their alpha; the array clamps them. */
export function fromPremultiplied({ width, height, rgba }: Picture): Picture {
  const result = createPicture(width, height);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    if (alpha === 0) continue;
    const half = alpha >> 1;
    result.rgba[at] = Math.floor(((rgba[at] ?? 0) * 255 + half) / alpha);
    result.rgba[at + 1] = Math.floor(((rgba[at + 1] ?? 0) * 255 + half) / alpha);
    result.rgba[at + 2] = Math.floor(((rgba[at + 2] ?? 0) * 255 + half) / alpha);
    result.rgba[at + 3] = alpha;
  }
  return result;
}

/** value × alpha ÷ 255, rounded, without a division. */
export function timesAlpha(value: number, alpha: number): number {
  const product = value * alpha + 128;
  return (product + (product >> 8)) >> 8;
}
