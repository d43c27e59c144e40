import { createPicture, type Picture, type PictureProblem } from "./picture.ts";
import type { PictureLimits } from "./picture-limits.ts";
import { largestWebpFrame } from "./webp-frames.ts";
import { findExcessiveWebpWork } from "./webp-groups.ts";

/** The pixels of a WebP, lossy or not, of an animation the first frame. The decoder is loaded when the first one comes. */
export async function decodeWebp(bytes: Uint8Array, limits: PictureLimits): Promise<Picture | PictureProblem> {
  const pixels = largestWebpFrame(bytes);
  if (pixels > limits.maxPixels) return { fault: "too-many-pixels", detail: `a frame of ${pixels} pixels` };
  const excess = await findExcessiveWebpWork(bytes);
  if (excess !== null) return { fault: "too-much-work", detail: excess };
  const { WebPDecoder } = await import("image-in-browser/lib/src/formats/webp-decoder.js");
  try {
    const image = new WebPDecoder().decode({ bytes, frameIndex: 0 });
    if (image === undefined) return { fault: "damaged", detail: "no frame can be read" };
    return toPicture(image.width, image.height, image.numChannels, image.toUint8Array());
  } catch (error) {
    return { fault: "damaged", detail: error instanceof Error ? error.message : String(error) };
  }
}

function toPicture(width: number, height: number, channels: number, samples: Uint8Array): Picture {
  if (channels === 4) return { width, height, rgba: new Uint8ClampedArray(samples.buffer, samples.byteOffset, width * height * 4) };
  const picture = createPicture(width, height);
  for (let from = 0, to = 0; to < picture.rgba.length; from += channels, to += 4) {
    picture.rgba[to] = samples[from] ?? 0;
    picture.rgba[to + 1] = samples[from + 1] ?? 0;
    picture.rgba[to + 2] = samples[from + 2] ?? 0;
    picture.rgba[to + 3] = 255;
  }
  return picture;
}
