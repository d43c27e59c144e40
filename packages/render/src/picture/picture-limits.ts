/** How large a picture may be. Whoever makes a pass chooses its pictures, so that each is hostile data. */
export interface PictureLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height; a pixel costs up to 12 bytes while it is decoded. */
  readonly maxPixels: number;
}

/**
 * The largest slot of a face has 1.7 million pixels (375 × 503 points at three pixels each); four times as many leave room
 * for issuers that ship what their camera or designer gave them, and decode in half a second as JPEG.
 */
export const PICTURE_LIMITS: PictureLimits = { maxBytes: 16 * 1024 * 1024, maxPixels: 7_000_000 };
