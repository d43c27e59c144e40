import { IMAGES, type ImageName, isImageName } from "@passwright/pass";

/** A file of a picture, ready for a pass. */
export interface FittedImage {
  /** `thumbnail@2x.png`. */
  readonly path: string;
  /** A PNG; null: the picture is too small for this scale. */
  readonly bytes: Uint8Array | null;
}

/** Pixels that are decoded at most: a photo of today's phones has half of them. */
const MOST_PIXELS = 100_000_000;

/** Where no size is documented: as wide as the widest phone. */
const WIDEST = { width: 440, height: 440, rule: "within" } as const;

/**
 * Makes a photo into the files of a picture of a pass: turned as the camera was held, cut or shrunk to what Wallet draws, at
 * every scale that needs no enlarging, without what the camera wrote about place and person.
 *
 * @throws what is wrong with the picture, as the decoder says it.
 */
export async function fitImage(name: ImageName, bytes: Uint8Array): Promise<readonly FittedImage[]> {
  const { default: sharp } = await import("sharp");
  const decoded = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).autoOrient();
  const { format, autoOrient: size } = await decoded.metadata();
  if (!FORMATS.has(format)) throw new Error("it is no PNG, JPEG or WebP");
  const box = IMAGES[name].size ?? WIDEST;
  // Wallet fills the box of these and cuts what stands over; of the others it draws all.
  const fills = box.rule !== "within";
  const fitted: FittedImage[] = [];
  for (const scale of [1, 2, 3] as const) {
    const path = `${name}${scale === 1 ? "" : `@${scale}x`}.png`;
    const [width, height] = [box.width * scale, box.height * scale];
    const isEnough = fills ? size.width >= width && size.height >= height : size.width >= width || size.height >= height;
    if (scale > 1 && !isEnough) {
      fitted.push({ path, bytes: null });
      continue;
    }
    const png = await decoded
      .clone()
      .resize({ width, height, fit: fills ? "cover" : "inside", withoutEnlargement: !fills })
      .png({ compressionLevel: 9 })
      .toBuffer();
    fitted.push({ path, bytes: new Uint8Array(png) });
  }
  return fitted;
}

const FORMATS: ReadonlySet<string> = new Set(["png", "jpeg", "webp"]);

/** The picture that a step of a path names; null for none. Its logo is the form's, and the form is the template's. */
export function toImageName(text: string): ImageName | null {
  return isImageName(text) && text !== "personalizationLogo" ? text : null;
}
