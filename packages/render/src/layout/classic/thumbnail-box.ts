import { FACE, THUMBNAIL } from "../../metrics.ts";
import type { FacePicture } from "../face-picture.ts";

/** Longest sides against each other that a thumbnail keeps; beyond, its ends are cut. A */
const MIN_RATIO = 2 / 3;
const MAX_RATIO = 3 / 2;

/** The box of a thumbnail: at most 90 points either way, top right. */
export function thumbnailBox({ width, height }: FacePicture, face: number, top: number) {
  const ratio = Math.min(MAX_RATIO, Math.max(MIN_RATIO, width / height));
  const box =
    ratio >= 1
      ? { width: THUMBNAIL.size, height: THUMBNAIL.size / ratio }
      : { width: THUMBNAIL.size * ratio, height: THUMBNAIL.size };
  return { x: face - FACE.inset - box.width, y: top, ...box };
}
