import { type ImageFacts, readImageFacts } from "@passwright/pass";
import { decodeJpeg } from "./decode-jpeg.ts";
import { decodeWebp } from "./decode-webp.ts";
import type { Picture, PictureFault, PictureProblem, PictureResult } from "./picture.ts";
import { PICTURE_LIMITS, type PictureLimits, pixelLimit } from "./picture-limits.ts";
import { decodePng } from "./png-format/decode-png.ts";

/**
 * The pixels of a picture of a pass: PNG (also Xcode's CgBI), JPEG and WebP, told by the bytes and never by the name. The
 * same pixels in every runtime: no canvas and no decoder of the platform has a part in it. What the file says of its size
 * is held against the limits before memory is spent; a bad picture gives its reason and never throws.
 *
 * @example
 * ```ts
 * const result = await decodePicture(files.get("strip@2x.png")!);
 * if (result.fault === null) console.log(result.picture.width, result.picture.height);
 * else console.warn(result.fault, result.detail);
 * ```
 */
export async function decodePicture(bytes: Uint8Array, limits: PictureLimits = PICTURE_LIMITS): Promise<PictureResult> {
  if (bytes.length > limits.maxBytes) return failure(null, "too-many-bytes", `${bytes.length} bytes, limit ${limits.maxBytes}`);
  const facts = readImageFacts(bytes);
  if (facts === null) return failure(null, "unknown-format", `the first bytes are ${firstBytes(bytes)}`);
  const { format, width, height } = facts;
  const most = pixelLimit(format, limits);
  if (width * height > most) return failure(format, "too-many-pixels", `${width} × ${height} pixels, limit ${most}`);
  if (width === 0 || height === 0) return failure(format, "damaged", `${width} × ${height} pixels`);
  const decoded = await DECODERS[format](bytes, facts, { ...limits, maxPixels: most });
  if ("fault" in decoded) return failure(format, decoded.fault, decoded.detail);
  return { picture: decoded, format, fault: null, detail: null };
}

type Decode = (
  bytes: Uint8Array,
  facts: ImageFacts,
  limits: PictureLimits,
) => Picture | PictureProblem | Promise<Picture | PictureProblem>;

const DECODERS: Readonly<Record<ImageFacts["format"], Decode>> = {
  png: decodePng,
  cgbi: decodePng,
  jpeg: decodeJpeg,
  webp: (bytes, _facts, limits) => decodeWebp(bytes, limits),
  gif: () => ({ fault: "format-not-drawn", detail: "a GIF" }),
  heic: () => ({ fault: "format-not-drawn", detail: "a HEIC" }),
};

function failure(format: ImageFacts["format"] | null, fault: PictureFault, detail: string): PictureResult {
  return { picture: null, format, fault, detail };
}

function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ") || "none";
}
