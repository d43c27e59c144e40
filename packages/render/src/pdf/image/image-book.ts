import { decodePicture } from "../../picture/decode-picture.ts";
import { filterRows } from "../../picture/png-format/filter-rows.ts";
import { type Picture, createPicture } from "../../picture/picture.ts";
import { isOpaque } from "../../picture/premultiply.ts";
import { resample } from "../../picture/resample.ts";
import type { SceneImage, SceneNode } from "../../scene/scene.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { fingerprint } from "../file/fingerprint.ts";
import { dict, integer, ref } from "../file/pdf-syntax.ts";

/** The pictures of a file, each of them in it once however often it is shown. */
export interface ImageBook {
  /** Decodes and writes the pictures of a scene, of which a point is so many inches on paper. */
  load(nodes: readonly SceneNode[], inchesPerPoint: number): Promise<void>;
  /** The object of a picture; null when it cannot be read. */
  idOf(image: SceneImage): number | null;
}

/** More pixels to the inch than printers show. */
const FINEST = 600;

export function createImageBook(file: PdfFile): ImageBook {
  const ids = new Map<string, number | null>();
  const keys = new Map<SceneImage, string>();
  return {
    async load(nodes, inchesPerPoint) {
      for (const image of imagesIn(nodes)) {
        const [most, less] = [image.width, image.height].map((points) => Math.max(1, Math.ceil(points * inchesPerPoint * FINEST)));
        const size = { width: Math.min(image.pixels.width, most ?? 1), height: Math.min(image.pixels.height, less ?? 1) };
        const key = `${fingerprint([image.bytes])} ${size.width} ${size.height}`;
        keys.set(image, key);
        if (ids.has(key)) continue;
        const { picture } = await decodePicture(image.bytes);
        ids.set(key, picture === null ? null : writePicture(file, fit(picture, size)));
      }
    },
    idOf: (image) => ids.get(keys.get(image) ?? "") ?? null,
  };
}

function imagesIn(nodes: readonly SceneNode[]): SceneImage[] {
  return nodes.flatMap((node) => (node.kind === "image" ? node : "nodes" in node ? imagesIn(node.nodes) : []));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function fit(picture: Picture, { width, height }: Size): Picture {
  if (picture.width <= width && picture.height <= height) return picture;
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  return resample(picture, whole, Math.min(width, picture.width), Math.min(height, picture.height));
}

/** Rows that are filtered as in a PNG (ISO 32000-1, 7.4.4.4); what shines through is a picture of its own. */
function writePicture(file: PdfFile, picture: Picture): number {
  const { width, height } = picture;
  const common = { Type: "/XObject", Subtype: "/Image", Width: integer(width), Height: integer(height), BitsPerComponent: 8 };
  const rows = (colors: number): string => dict({ Predictor: 15, Colors: colors, BitsPerComponent: 8, Columns: integer(width) });
  const mask = isOpaque(picture)
    ? undefined
    : file.addStream({ ...common, ColorSpace: "/DeviceGray", DecodeParms: rows(1) }, alphaRows(picture));
  return file.addStream(
    { ...common, ColorSpace: "/DeviceRGB", DecodeParms: rows(3), SMask: mask === undefined ? undefined : ref(mask) },
    filterRows(mask === undefined ? picture : withoutHidden(picture), 3),
  );
}

/** Colours that nobody sees are black: they would only cost room. */
function withoutHidden({ width, height, rgba }: Picture): Picture {
  const shown = createPicture(width, height);
  shown.rgba.set(rgba);
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at + 3] === 0) shown.rgba.fill(0, at, at + 3);
  return shown;
}

const UP = 2;

function alphaRows({ width, height, rgba }: Picture): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1);
    rows[start] = UP;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4 + 3;
      rows[start + 1 + x] = (rgba[at] ?? 0) - (y === 0 ? 0 : (rgba[at - width * 4] ?? 0));
    }
  }
  return rows;
}
