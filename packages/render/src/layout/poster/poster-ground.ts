import { FACE, POSTER } from "../../metrics.ts";
import type { SceneColour, SceneNode } from "../../scene/scene.ts";
import type { Canvas } from "../canvas.ts";
import { contrasting } from "../face-colours.ts";
import type { FacePictures } from "../face.ts";
import { containIn, coverNode, type FacePicture, pictureNode } from "../face-picture.ts";

/** The artwork over the whole face, shaded at the top where the header stands and at the bottom where the rest does. */
export function drawPosterGround(
  canvas: Canvas,
  { artwork, background }: FacePictures,
  shadeTop: boolean,
  footer: SceneColour | null,
): void {
  const { width } = canvas;
  const art = artwork ?? background;
  if (art !== null) canvas.nodes.push(coverNode(art, { x: 0, y: 0, width, height: POSTER.artworkHeight }, "artwork"));
  if (shadeTop && art !== null) canvas.nodes.push(shade(canvas, 0, POSTER.headerShade, 0.55, 0));
  const from = POSTER.seatLabel - 58;
  if (footer !== null) {
    const fill: SceneColour = { ...footer, a: 0.92 };
    canvas.nodes.push({ kind: "rect", x: 0, y: from + 38, width, height: FACE.height - from - 38, radius: 0, fill });
  } else if (art !== null) canvas.nodes.push(shade(canvas, from, FACE.height, 0, 0.75));
}

/** Dark under light text, light under dark text. */
function shade({ width, colours }: Canvas, from: number, to: number, first: number, last: number): SceneNode {
  const ground = contrasting(colours.foreground);
  const stops = [
    { offset: 0, colour: { ...ground, a: first } },
    { offset: 1, colour: { ...ground, a: last } },
  ];
  return {
    kind: "rect",
    x: 0,
    y: from,
    width,
    height: to - from,
    radius: 0,
    fill: { kind: "linear", x1: 0, y1: from, x2: 0, y2: to, stops },
  };
}

/** The logo at the top left. Returns where the room beside it begins. */
export function drawPrimaryLogo(canvas: Canvas, logo: FacePicture | null): number {
  const { inset, logoHeight, logoMaxWidth } = POSTER;
  if (logo === null) return inset;
  const box = containIn(logo, logoMaxWidth, logoHeight);
  canvas.nodes.push(pictureNode(logo, { x: inset, y: inset, ...box }, "logo"));
  return inset + box.width + inset;
}
