import type { ImageFacts } from "@passwright/pass";
import { measureJpegWork } from "./jpeg-work.ts";
import { PICTURE_LIMITS, pixelLimit } from "./picture-limits.ts";
import { findPngFault } from "./png-format/decode-png.ts";
import { crc32 } from "./png-format/crc32.ts";

/** A progressive JPEG has about ten scans. */
const MOST_SCANS = 24;

/** What can stand in a scene as it is. */
export type PlainMediaType = "image/png" | "image/jpeg";

/**
 * The type of a file that can go into a drawing as it is, its pixels neither coloured nor scaled: a PNG or JPEG within the limits,
 * complete, with nothing that other readers stumble over; null for the others.
 */
export function plainMediaType(bytes: Uint8Array, facts: ImageFacts): PlainMediaType | null {
  const { format, width, height, intact } = facts;
  const isFitting = width > 0 && height > 0 && width * height <= pixelLimit(format, PICTURE_LIMITS);
  if (!intact || !isFitting || bytes.length > PICTURE_LIMITS.maxBytes) return null;
  if (format === "png") return hasSoundChunks(bytes) && canBeUnpacked(bytes, facts) ? "image/png" : null;
  if (format !== "jpeg") return null;
  const { components, scans } = measureJpegWork(bytes);
  // Four inks are drawn inside out by some readers; scans by the thousand are an attack on them.
  return components !== 4 && scans > 0 && scans <= MOST_SCANS ? "image/jpeg" : null;
}

/**
 * Whether the data of a PNG can be unpacked to its last row: checksums can be right around nonsense. That takes longer than all else
 * of a face in SVG, so that the answer is kept as long as someone holds the file: the passes of a template share theirs.
 */
function canBeUnpacked(bytes: Uint8Array, facts: ImageFacts): boolean {
  const known = UNPACKED.get(bytes);
  if (known !== undefined) return known;
  const can = findPngFault(bytes, facts) === null;
  UNPACKED.set(bytes, can);
  return can;
}

const UNPACKED = new WeakMap<Uint8Array, boolean>();

const PNG_SIGNATURE = 8;

/** Whether each chunk of a PNG has its checksum (section 5.3): what was damaged on its way does not, and browsers refuse it. */
function hasSoundChunks(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || view.getUint32(end) !== crc32(bytes.subarray(at + 4, end))) return false;
    // What stands behind the last chunk is no part of the picture.
    if (view.getUint32(at + 4) === IEND) return true;
    at = end + 4;
  }
  return false;
}

const IEND = 0x49454e44;
