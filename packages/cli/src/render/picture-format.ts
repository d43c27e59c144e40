import type { Scene } from "@passwright/render";
import { loadRenderer } from "./renderer.ts";

export const PICTURE_FORMATS = ["svg", "png"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** The format that the ending of a name tells; null for none. */
export function pictureFormatOf(path: string): PictureFormat | null {
  return PICTURE_FORMATS.find((format) => path.toLowerCase().endsWith(`.${format}`)) ?? null;
}

/** @param scale pixels for a point of a PNG. */
export async function writePicture(scene: Scene, format: PictureFormat, scale: 1 | 2 | 3): Promise<Uint8Array> {
  const { toPng, toSvg } = await loadRenderer();
  return format === "png" ? toPng(scene, { scale }) : new TextEncoder().encode(toSvg(scene));
}
