import type { ImageScaler } from "@passwright/pass";

/** The port over `sharp`, loaded when the first image is scaled. Bounded: a picture bomb of 100 megapixels is refused. */
export const sharpScaler: ImageScaler = async (png, { width, height }) => {
  const { default: sharp } = await import("sharp");
  const scaled = await sharp(png, { limitInputPixels: 100_000_000 })
    .resize(width, height, { fit: "fill", kernel: "lanczos3" })
    .png()
    .toBuffer();
  return new Uint8Array(scaled);
};
