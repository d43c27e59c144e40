import type { PassFiles } from "../package/pass-files.ts";
import { parseImagePath, toImagePath } from "../package/image-path.ts";

/**
 * Scales a PNG to a size in pixels and gives a PNG. A port: decoding pictures is not this package's work. The command line
 * and the server have one over `sharp`.
 */
export type ImageScaler = (png: Uint8Array, size: { readonly width: number; readonly height: number }) => Promise<Uint8Array>;

/** A picture that was made of a larger one. */
export interface DerivedImage {
  readonly path: string;
  /** The path of the picture it was made of. */
  readonly from: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the scales of images that are missing out of the largest that is there: `icon@3x.png` alone gives `icon@2x.png` and
 * `icon.png`. Nothing is ever enlarged, and nothing that is there replaced. Files that are no PNG inside are passed over.
 *
 * @returns The pictures made, in the order of the files they come from.
 *
 * @example
 * ```ts
 * const derived = await deriveScales(files, scaler);
 * const complete = new Map([...files, ...derived.map(({ path, bytes }) => [path, bytes] as const)]);
 * ```
 */
export async function deriveScales(files: PassFiles, scaler: ImageScaler): Promise<DerivedImage[]> {
  const derived: DerivedImage[] = [];
  for (const [from, png] of files) {
    const image = parseImagePath(from);
    const size = readPngSize(png);
    if (image === null || image.scale === 1 || size === null) continue;
    // The largest of a picture does the work for all.
    if (image.scale === 2 && files.has(toImagePath({ ...image, scale: 3 }))) continue;
    for (const scale of [2, 1] as const) {
      const path = toImagePath({ ...image, scale });
      if (scale >= image.scale || files.has(path)) continue;
      const ratio = scale / image.scale;
      const target = { width: Math.max(1, Math.round(size.width * ratio)), height: Math.max(1, Math.round(size.height * ratio)) };
      derived.push({ path, from, bytes: await scaler(png, target) });
    }
  }
  return derived;
}

/** Width and height of a PNG from its header (PNG 3rd edition, §11.2.1); null when there is none. */
export function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const isPng = bytes.length >= 24 && PNG_START.every((byte, index) => bytes[index] === byte);
  if (!isPng) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The signature, and a first chunk IHDR of 13 bytes. */
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] as const;
