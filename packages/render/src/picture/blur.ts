import { createPicture, type Picture } from "./picture.ts";
import { fromPremultiplied, isOpaque, premultiplied } from "./premultiply.ts";
import { resample } from "./resample.ts";

/** A blur of this many pixels and more is computed on a smaller picture: what it would lose the blur takes anyway. */
const SIGMA_WHEN_REDUCED = 3;
const LARGEST_REDUCTION = 16;

/** Three boxes in a row come within 3 % of a Gaussian (W3C Filter Effects, feGaussianBlur). */
const BOXES = 3;

/** Between the passes samples keep so many bits more than 8. */
const EXTRA_BITS = 7;

/**
 * A picture as through frosted glass: a Gaussian of standard deviation `sigma` pixels, in whole numbers, so that every
 * runtime gives the same bytes. Beyond its edge the picture goes on as it ends.
 *
 * @example
 * ```ts
 * const glass = blur(scaleToFill(background, 1083, 1509), 36);
 * ```
 */
export function blur(picture: Picture, sigma: number): Picture {
  if (!(sigma > 0) || picture.width === 0 || picture.height === 0) return picture;
  const factor = Math.max(1, Math.min(LARGEST_REDUCTION, Math.floor(sigma / SIGMA_WHEN_REDUCED)));
  const opaque = isOpaque(picture);
  const small = reduce(picture.width, picture.height, opaque ? picture.rgba : premultiplied(picture), factor);
  // Means of n pixels spread by (n² − 1) ÷ 12 themselves, and so does a straight line between two of them, by n² ÷ 6.
  const spread = factor === 1 ? 0 : (factor * factor - 1) / 12 + (factor * factor) / 6;
  const rest = Math.sqrt(Math.max(0, sigma * sigma - spread)) / factor;
  const blurred = blurByBoxes(small, boxRadii(rest));
  if (factor === 1) return opaque ? blurred : fromPremultiplied(blurred);
  const region = { x: 0, y: 0, width: picture.width / factor, height: picture.height / factor };
  const straight = opaque ? blurred : fromPremultiplied(blurred);
  return resample(straight, region, picture.width, picture.height, "linear");
}

/** Means of `factor` × `factor` pixels; at the right and lower edge of as many as there are. */
function reduce(width: number, height: number, source: Uint8ClampedArray, factor: number): Picture {
  if (factor === 1) return { width, height, rgba: source };
  const result = createPicture(Math.ceil(width / factor), Math.ceil(height / factor));
  const sums = new Uint32Array(result.width * 4);
  for (let row = 0; row < result.height; row += 1) {
    const rows = Math.min(factor, height - row * factor);
    sums.fill(0);
    for (let y = row * factor; y < row * factor + rows; y += 1) {
      let at = y * width * 4;
      for (let column = 0; column < sums.length; column += 4) {
        const end = Math.min(at + factor * 4, (y + 1) * width * 4);
        let red = 0;
        let green = 0;
        let blue = 0;
        let alpha = 0;
        for (; at < end; at += 4) {
          red += source[at] ?? 0;
          green += source[at + 1] ?? 0;
          blue += source[at + 2] ?? 0;
          alpha += source[at + 3] ?? 0;
        }
        sums[column] = (sums[column] ?? 0) + red;
        sums[column + 1] = (sums[column + 1] ?? 0) + green;
        sums[column + 2] = (sums[column + 2] ?? 0) + blue;
        sums[column + 3] = (sums[column + 3] ?? 0) + alpha;
      }
    }
    for (let at = 0; at < sums.length; at += 1) {
      const count = rows * Math.min(factor, width - (at >> 2) * factor);
      result.rgba[row * sums.length + at] = Math.floor(((sums[at] ?? 0) + (count >> 1)) / count);
    }
  }
  return result;
}

/**
 * Radii of the boxes whose variances sum up nearest to sigma²: a box of 2r + 1 has ((2r + 1)² − 1) ÷ 12.
 */
function boxRadii(sigma: number): readonly number[] {
  const ideal = Math.sqrt((12 * sigma * sigma) / BOXES + 1);
  const lower = Math.max(0, Math.floor((ideal - 1) / 2));
  const variance = (radius: number): number => ((2 * radius + 1) * (2 * radius + 1) - 1) / 12;
  const missing = sigma * sigma - BOXES * variance(lower);
  const wider = Math.max(0, Math.min(BOXES, Math.round(missing / (variance(lower + 1) - variance(lower)))));
  return Array.from({ length: BOXES }, (_, box) => (box < wider ? lower + 1 : lower));
}

function blurByBoxes(picture: Picture, radii: readonly number[]): Picture {
  const { width, height, rgba } = picture;
  let from = new Uint16Array(rgba.length);
  let to = new Uint16Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 1) from[at] = (rgba[at] ?? 0) << EXTRA_BITS;
  for (const radius of radii) {
    if (radius === 0) continue;
    for (let row = 0; row < height; row += 1) slideBox(from, to, row * width * 4, 4, width, radius);
    for (let column = 0; column < width; column += 1) slideBox(to, from, column * 4, width * 4, height, radius);
  }
  const result = createPicture(width, height);
  const half = 1 << (EXTRA_BITS - 1);
  for (let at = 0; at < rgba.length; at += 1) result.rgba[at] = ((from[at] ?? 0) + half) >> EXTRA_BITS;
  return result;
}

/** The mean of 2 × radius + 1 neighbours along a line of `count` pixels, `step` samples apart, from `start`. */
function slideBox(from: Uint16Array, to: Uint16Array, start: number, step: number, count: number, radius: number): void {
  const size = 2 * radius + 1;
  const last = start + (count - 1) * step;
  for (let channel = 0; channel < 4; channel += 1) {
    const first = from[start + channel] ?? 0;
    let sum = first * (radius + 1) + (size >> 1);
    for (let near = 1; near <= radius; near += 1) sum += from[Math.min(start + near * step, last) + channel] ?? 0;
    for (let at = start + channel, index = 0; index < count; index += 1, at += step) {
      to[at] = Math.floor(sum / size);
      const entering = index + radius + 1 < count ? at + (radius + 1) * step : last + channel;
      const leaving = index >= radius ? at - radius * step : start + channel;
      sum += (from[entering] ?? 0) - (from[leaving] ?? 0);
    }
  }
}
