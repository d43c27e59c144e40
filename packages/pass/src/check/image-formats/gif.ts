import type { ImageFacts } from "../image-facts.ts";
import { textAt, viewOf } from "./byte-text.ts";

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;

export function readGifFacts(bytes: Uint8Array): ImageFacts | null {
  const version = textAt(bytes, 0, 6);
  if ((version !== "GIF87a" && version !== "GIF89a") || bytes.length < 13) return null;
  const view = viewOf(bytes);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  if (width === 0 || height === 0) return null;
  return { format: "gif", width, height, hasAlpha: isTransparent(bytes), intact: bytes.lastIndexOf(TRAILER) > 13 };
}

/** The transparency flag of a graphic control extension before the first picture (GIF89a, section 23). */
function isTransparent(bytes: Uint8Array): boolean {
  const packed = bytes[10] ?? 0;
  let offset = 13 + ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));
  while (bytes[offset] === EXTENSION) {
    if (bytes[offset + 1] === GRAPHIC_CONTROL && ((bytes[offset + 3] ?? 0) & 1) === 1) return true;
    offset += 2;
    while ((bytes[offset] ?? 0) !== 0) offset += 1 + (bytes[offset] ?? 0);
    offset += 1;
  }
  return false;
}
