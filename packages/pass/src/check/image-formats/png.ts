import { platform } from "#platform";
import type { ImageFacts } from "../image-facts.ts";
import { textAt, viewOf } from "./byte-text.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Length, type and checksum around a chunk's data (PNG, third edition, section 5.3). */
const CHUNK_FRAME = 12;

/**
 * A PNG, or the variant that Xcode writes for iOS: a `CgBI` chunk before IHDR, raw DEFLATE and swapped channels, which
 * devices draw and other readers do not.
 */
export function readPngFacts(bytes: Uint8Array): ImageFacts | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = viewOf(bytes);
  let format: "png" | "cgbi" = "png";
  let size: { readonly width: number; readonly height: number } | null = null;
  let hasAlpha = false;
  let sound = true;
  let hasPixels = false;
  let ended = false;
  let offset: number = SIGNATURE.length;
  while (offset + CHUNK_FRAME <= bytes.length && !ended) {
    const length = view.getUint32(offset);
    const end = offset + CHUNK_FRAME + length;
    if (end > bytes.length) break;
    const type = textAt(bytes, offset + 4, 4);
    // A decoder passes over a broken ancillary chunk, whose name begins with a small letter (section 13.2).
    const isCritical = ((bytes[offset + 4] ?? 0) & 0x20) === 0;
    if (isCritical && platform.crc32(bytes.subarray(offset + 4, end - 4)) !== view.getUint32(end - 4)) sound = false;
    if (type === "CgBI") format = "cgbi";
    if (type === "IHDR" && size === null && length >= 13) {
      size = { width: view.getUint32(offset + 8), height: view.getUint32(offset + 12) };
      // Colour types 4 and 6 carry an alpha channel (section 11.2.1).
      hasAlpha = ((bytes[offset + 17] ?? 0) & 4) !== 0;
    }
    if (type === "tRNS") hasAlpha = true;
    if (type === "IDAT" && length > 0) hasPixels = true;
    if (type === "IEND") ended = true;
    offset = end;
  }
  if (size === null || size.width === 0 || size.height === 0) return null;
  return { format, ...size, hasAlpha, intact: sound && hasPixels && ended };
}
