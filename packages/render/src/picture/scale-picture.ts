import type { Picture } from "./picture.ts";
import { resample } from "./resample.ts";

/**
 * A picture that covers a box of `width` × `height` pixels, what hangs over cut off evenly at both sides, as Wallet fills
 * the slots of strip, background and artwork.
 *
 * @example
 * ```ts
 * const strip = scaleToFill(picture, 1125, 432);
 * ```
 */
export function scaleToFill(picture: Picture, width: number, height: number): Picture {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [spanX, spanY] = [width / scale, height / scale];
  const region = { x: (picture.width - spanX) / 2, y: (picture.height - spanY) / 2, width: spanX, height: spanY };
  return resample(picture, region, width, height);
}

/**
 * A picture in its own ratio, as large as fits into a box of `width` × `height` pixels; each side is at least a pixel.
 *
 * @example
 * ```ts
 * const logo = scaleToFit(picture, 480, 150);
 * ```
 */
export function scaleToFit(picture: Picture, width: number, height: number): Picture {
  const scale = Math.min(width / picture.width, height / picture.height);
  const size = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))] as const;
  return resample(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, ...size);
}
