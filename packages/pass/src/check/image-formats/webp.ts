import type { ImageFacts } from "../image-facts.ts";
import { textAt, viewOf } from "./byte-text.ts";

/** RIFF header and the first chunk's header, before the first chunk's data (RFC 9649, section 2.3). */
const FIRST_CHUNK = 12;
const FIRST_DATA = 20;

export function readWebpFacts(bytes: Uint8Array): ImageFacts | null {
  if (bytes.length < FIRST_DATA + 10 || textAt(bytes, 0, 4) !== "RIFF" || textAt(bytes, 8, 4) !== "WEBP") return null;
  const view = viewOf(bytes);
  const intact = view.getUint32(4, true) + 8 <= bytes.length;
  switch (textAt(bytes, FIRST_CHUNK, 4)) {
    case "VP8 ": {
      // Frame tag, then the start code 9D 01 2A (RFC 6386, section 9.1).
      if (view.getUint16(FIRST_DATA + 3, true) !== 0x019d || bytes[FIRST_DATA + 5] !== 0x2a) return null;
      const width = view.getUint16(FIRST_DATA + 6, true) & 0x3fff;
      const height = view.getUint16(FIRST_DATA + 8, true) & 0x3fff;
      return { format: "webp", width, height, hasAlpha: false, intact };
    }
    case "VP8L": {
      if (bytes[FIRST_DATA] !== 0x2f) return null;
      const bits = view.getUint32(FIRST_DATA + 1, true);
      const width = (bits & 0x3fff) + 1;
      const height = ((bits >>> 14) & 0x3fff) + 1;
      return { format: "webp", width, height, hasAlpha: ((bits >>> 28) & 1) === 1, intact };
    }
    case "VP8X": {
      const hasAlpha = ((bytes[FIRST_DATA] ?? 0) & 0x10) !== 0;
      const width = (view.getUint32(FIRST_DATA + 4, true) & 0xffffff) + 1;
      const height = (view.getUint16(FIRST_DATA + 7, true) | ((bytes[FIRST_DATA + 9] ?? 0) << 16)) + 1;
      return { format: "webp", width, height, hasAlpha, intact };
    }
    default:
      return null;
  }
}
