import type { ImageFacts } from "@passwright/pass";

/** How large a picture may be. Whoever makes a pass chooses its pictures, so that each is hostile data. */
export interface PictureLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height; a pixel costs up to 12 bytes while it is decoded. */
  readonly maxPixels: number;
}

/**
 * JPEG and WebP are decoded by foreign code of objects and closures, at half the speed of our PNG and three times its memory: at
 * this size they take a third of a second.
 */
const MOST_FOREIGN_PIXELS = 4_000_000;

/** Width × height that a file of a format may have. */
export function pixelLimit(format: ImageFacts["format"], { maxPixels }: PictureLimits): number {
  return format === "jpeg" || format === "webp" ? Math.min(maxPixels, MOST_FOREIGN_PIXELS) : maxPixels;
}

/**
 * The largest slot of a face has 1.7 million pixels (375 × 503 points at three pixels each); four times as many leave room
 * for issuers that ship what their camera or designer gave them.
 */
export const PICTURE_LIMITS: PictureLimits = { maxBytes: 16 * 1024 * 1024, maxPixels: 7_000_000 };
