import type { Picture } from "./picture.ts";

/** A colour of a picture: components 0 to 255, alpha 0 to 1, as colours of a scene are. */
export interface PictureColour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/**
 * The mean of all pixels, each counted by its alpha, in sRGB values. A picture of nothing is transparent black.
 *
 * @example
 * ```ts
 * const isDark = luminance(averageColour(background)) < 0.18;
 * ```
 */
export function averageColour({ rgba }: Picture): PictureColour {
  let red = 0;
  let green = 0;
  let blue = 0;
  let weight = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    red += (rgba[at] ?? 0) * alpha;
    green += (rgba[at + 1] ?? 0) * alpha;
    blue += (rgba[at + 2] ?? 0) * alpha;
    weight += alpha;
  }
  if (weight === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const mean = (sum: number): number => Math.round(sum / weight);
  return { r: mean(red), g: mean(green), b: mean(blue), a: weight / (255 * (rgba.length / 4)) };
}

/** Relative luminance (WCAG 2.2), 0 black to 1 white, of a colour's components; its alpha is not asked. */
export function luminance({ r, g, b }: Pick<PictureColour, "r" | "g" | "b">): number {
  return 0.2126 * toLinear(r / 255) + 0.7152 * toLinear(g / 255) + 0.0722 * toLinear(b / 255);
}

/** sRGB to light by a polynomial within 0.002 of the curve: the exact one needs a power, whose last bits differ by runtime. */
function toLinear(value: number): number {
  return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878);
}
