import type { ImageFacts } from "./image-facts.ts";
import { readPngFacts } from "./image-formats/png.ts";
import { readJpegFacts } from "./image-formats/jpeg.ts";
import { readWebpFacts } from "./image-formats/webp.ts";
import { readGifFacts } from "./image-formats/gif.ts";
import { readHeicFacts } from "./image-formats/heic.ts";

/**
 * What an image file is, told by its bytes and never by its name: issuers ship JPEG and WebP under `.png`. No pixel is
 * decoded; every format is read in one forward walk, so hostile files cost no more than their length.
 *
 * @returns null when the bytes are no picture of a known format, or stop before its size is told.
 *
 * @example
 * ```ts
 * const facts = readImageFacts(files.get("icon.png")!);
 * if (facts?.format !== "png") console.warn("icon.png is not a PNG");
 * ```
 */
export function readImageFacts(bytes: Uint8Array): ImageFacts | null {
  for (const read of [readPngFacts, readJpegFacts, readWebpFacts, readGifFacts, readHeicFacts]) {
    const facts = read(bytes);
    if (facts !== null) return facts;
  }
  return null;
}
