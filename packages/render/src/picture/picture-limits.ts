import type { ImageFacts } from "@passwright/pass";

/** How large a picture may be. Whoever makes a pass chooses its pictures, so that each is hostile data. */
export interface PictureLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height; a pixel costs up to 12 bytes while it is decoded. */
  readonly maxPixels: number;
  /** The same of a JPEG or WebP; `maxPixels` when absent. */
  readonly maxForeignPixels?: number;
}

/** Width × height that a file of a format may have. */
export function pixelLimit(format: ImageFacts["format"], { maxPixels, maxForeignPixels = maxPixels }: PictureLimits): number {
  return format === "jpeg" || format === "webp" ? Math.min(maxPixels, maxForeignPixels) : maxPixels;
}

/**
 * The largest slot of a face has 1.7 million pixels (375 × 503 points at three pixels each); a picture
 * that is cut to it may have some more. Passes of issuers were seen with 1.6 million.
 *
 * JPEG and WebP are decoded by foreign code of objects and closures, at half the speed of our PNG and three times its memory: at
 * their limit they take a sixth of a second.
 */
export const PICTURE_LIMITS: PictureLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxPixels: 2_000_000,
  maxForeignPixels: 1_250_000,
};

/** What one drawing may take, whatever the pass holds. Tests hold every way of drawing a hostile pass to it. */
export const DRAWING_LIMITS = {
  /**
   * Pixels of all its pictures together. A pixel of a PNG takes some 0.1 microseconds to be unpacked, checked, coloured and
   * scaled; those of a JPEG count twice, those of a picture that is written anew three times.
   */
  pixels: 2_500_000,
  /** Milliseconds of processor time, with the file that is made of it. */
  time: 500,
  /** Bytes that the process grows by at the most while it is at it. */
  memory: 256 * 2 ** 20,
} as const;
