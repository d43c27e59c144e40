import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";

type Pixel = (x: number, y: number) => readonly [red: number, green: number, blue: number, alpha: number];

function draw(width: number, height: number, pixel: Pixel): Uint8Array {
  const picture = createPicture(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) picture.rgba.set(pixel(x / width, y / height), (y * width + x) * 4);
  }
  return encodePng(picture);
}

const slope: Pixel = (x, y) => [x * 255, y * 255, 128, 255];
const disc: Pixel = (x, y) => [200, 40, 60, (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.22 ? 255 : 0];
const stripes: Pixel = (x, y) => ((x * 8 + y * 8) % 2 < 1 ? [255, 255, 255, 255] : [30, 90, 160, 255]);

const SIZES = {
  "icon@2x.png": [58, 58, disc],
  "logo@2x.png": [200, 80, stripes],
  "strip@2x.png": [375, 144, slope],
  "thumbnail@2x.png": [120, 150, disc],
  "background@2x.png": [180, 220, slope],
  "footer@2x.png": [286, 15, stripes],
  "artwork@2x.png": [358, 448, slope],
  "primaryLogo@2x.png": [126, 30, stripes],
  "secondaryLogo@2x.png": [135, 12, stripes],
} as const satisfies Record<string, readonly [number, number, Pixel]>;

export type GoldenPicture = keyof typeof SIZES;

/** Pictures of our own making: a slope of colours, a disc with nothing around it, stripes. */
export function goldenPictures(names: readonly GoldenPicture[]): Record<string, Uint8Array> {
  return Object.fromEntries(
    names.map((name) => {
      const [width, height, pixel] = SIZES[name];
      return [name, draw(width, height, pixel)];
    }),
  );
}
