import type { PassStyle } from "@passwright/pass";
import { BACKGROUND, FACE } from "../metrics.ts";
import { blur } from "../picture/blur.ts";
import { encodePng } from "../picture/encode-png.ts";
import { averageColour } from "../picture/picture-colour.ts";
import { scaleToFill } from "../picture/scale-picture.ts";
import type { SceneColour, SceneNode } from "../scene/scene.ts";
import { findImage, readPixels, type PictureSource } from "./face-picture.ts";

/** The blurred picture behind an event ticket. */
export interface Backdrop {
  readonly node: SceneNode;
  readonly average: SceneColour;
}

/** Pixels per point of the blurred picture: there is nothing finer in it. */
const DENSITY = 0.25;

/** The background of an event ticket without a strip: covers the face, a little larger, blurred. */
export async function readBackdrop(
  style: PassStyle,
  images: readonly string[],
  source: PictureSource,
  width: number,
): Promise<Backdrop | null> {
  // A strip and a background exclude each other; the strip wins, as on a phone.
  if (style !== "eventTicket" || !images.includes("strip") || findImage("strip", source) !== null) return null;
  const found = findImage("background", source);
  if (found === null) return null;
  const picture = await readPixels(found, source);
  if (picture === null) return null;
  const box = { width: width * BACKGROUND.enlarge, height: FACE.height * BACKGROUND.enlarge };
  const pixels = { width: Math.round(box.width * DENSITY), height: Math.round(box.height * DENSITY) };
  const soft = blur(scaleToFill(picture, pixels.width, pixels.height), BACKGROUND.sigma * DENSITY);
  const { r, g, b } = averageColour(soft);
  const place = { x: (width - box.width) / 2, y: (FACE.height - box.height) / 2, ...box };
  const bytes = encodePng(soft);
  return {
    node: { kind: "image", ...place, mediaType: "image/png", bytes, pixels, role: "presentation" },
    average: { r, g, b, a: 1 },
  };
}
