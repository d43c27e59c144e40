import { decode } from "jpeg-js";
import { measureJpegWork } from "./jpeg-work.ts";
import type { Picture, PictureProblem } from "./picture.ts";
import type { PictureLimits } from "./picture-limits.ts";

/** Full passes over the largest picture allowed; progressive files of known encoders make about ten. */
const SCANS_OF_LARGEST = 12;

/** More memory than this no picture within the limits needs: coefficients of 4 bytes, samples, and pixels. */
const BYTES_PER_PIXEL = 24;

/**
 * The pixels of a baseline or progressive JPEG. The size has been held against the limits; here the number of scans is
 * too, since a scan of a few bytes walks over all of the picture: a hundred thousand of them fit into a megabyte.
 */
export function decodeJpeg(
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
  limits: PictureLimits,
): Picture | PictureProblem {
  const { components, scans } = measureJpegWork(bytes);
  if (components === 4) return { fault: "format-not-drawn", detail: "a JPEG in four inks (CMYK)" };
  if (scans * size.width * size.height > SCANS_OF_LARGEST * limits.maxPixels) {
    return { fault: "too-much-work", detail: `${scans} scans over ${size.width} × ${size.height} pixels` };
  }
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      maxResolutionInMP: limits.maxPixels / 1e6,
      maxMemoryUsageInMB: 16 + (BYTES_PER_PIXEL * limits.maxPixels) / 2 ** 20,
    });
    return { width, height, rgba: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
  } catch (error) {
    return { fault: "damaged", detail: error instanceof Error ? error.message : String(error) };
  }
}
