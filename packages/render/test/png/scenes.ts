import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import type { Scene, SceneImage, SceneNode, SceneRect } from "../../src/scene/scene.ts";
import type { FontFace, GlyphOutline } from "../../src/text/font-face.ts";

export const BLACK = { r: 0, g: 0, b: 0, a: 1 } as const;
export const WHITE = { r: 255, g: 255, b: 255, a: 1 } as const;
export const RED = { r: 255, g: 0, b: 0, a: 1 } as const;

export function createScene(width: number, height: number, nodes: readonly SceneNode[]): Scene {
  return { width, height, title: "a scene", description: "", language: "en", nodes };
}

export function createRect(x: number, y: number, width: number, height: number, more: Partial<SceneRect> = {}): SceneRect {
  return { kind: "rect", x, y, width, height, radius: 0, fill: BLACK, ...more };
}

/** A picture of waves, enlarged as blurred backgrounds are. */
export function createImage(x: number, y: number, width: number, height: number): SceneImage {
  const picture = createPicture(45, 63);
  for (let row = 0, at = 0; row < 63; row += 1) {
    for (let column = 0; column < 45; column += 1, at += 4) {
      picture.rgba.set([40 + column * 4, 60 + row * 3, 200 - ((column * row) >> 5), 255], at);
    }
  }
  return {
    kind: "image",
    x,
    y,
    width,
    height,
    mediaType: "image/png",
    bytes: encodePng(picture),
    pixels: { width: 45, height: 63 },
  };
}

/** A ring: its hole turns the other way, as holes of glyphs do. */
const RING: GlyphOutline = {
  commands: "MQQQQZMQQQQZ",
  coordinates: [
    [500, 0, 900, 0, 900, 400, 900, 800, 500, 800, 100, 800, 100, 400, 100, 0, 500, 0],
    [500, 150, 250, 150, 250, 400, 250, 650, 500, 650, 750, 650, 750, 400, 750, 150, 500, 150],
  ].flat(),
};

/** A font of one glyph. */
export const RING_FONT: FontFace = {
  id: "ring",
  family: "Ring",
  weight: 400,
  unitsPerEm: 1000,
  capHeight: 800,
  bytes: new Uint8Array(),
  glyphOf: () => 1,
  advanceOf: () => 1000,
  kerningOf: () => 0,
  outlineOf: () => RING,
};

/** Modules of a code, each a square of its own, sharing edges with its neighbours. */
export function modulePath(x: number, y: number, size: number, modules: number): string {
  let data = "";
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if ((row * 7 + column * 5 + ((row * column) % 3)) % 2 === 0) continue;
      const [left, top] = [x + column * size, y + row * size];
      data += `M${left} ${top}L${left + size} ${top}L${left + size} ${top + size}L${left} ${top + size}Z`;
    }
  }
  return data;
}

export const FACE_OUTLINE =
  "M12 0L349 0C355.627 0 361 5.373 361 12L361 491C361 497.627 355.627 503 349 503L12 503C5.373 503 0 497.627 0 491L0 12C0 5.373 5.373 0 12 0Z";

/** What a front of an event ticket is made of: picture, sheen, sixty glyphs, a code on a panel, a line. */
export const FRONT: Scene = createScene(361, 503, [
  {
    kind: "clip",
    data: FACE_OUTLINE,
    nodes: [
      createImage(-11, -15, 383, 533),
      createRect(0, 0, 361, 48, {
        fill: {
          kind: "linear",
          x1: 0,
          y1: 0,
          x2: 0,
          y2: 48,
          stops: [
            { offset: 0, colour: { ...WHITE, a: 0.13 } },
            { offset: 1, colour: { ...WHITE, a: 0 } },
          ],
        },
      }),
      ...[0, 1, 2, 3].map((line): SceneNode => ({
        kind: "glyphs",
        font: RING_FONT,
        size: 18,
        x: 15,
        y: 90 + line * 50,
        width: 300,
        fill: WHITE,
        glyphs: Array.from({ length: 15 }, (_, at) => ({ id: 1, x: at * 20.3, y: 0, advance: 20.3, cluster: at })),
        text: "ooooooooooooooo",
        direction: "ltr",
      })),
      { kind: "path", data: "M15 300L200 300L346 310", fill: null, stroke: { colour: RED, width: 1.5 } },
      createRect(105, 330, 152, 152, { radius: 6, fill: WHITE }),
      { kind: "path", data: modulePath(115, 340, 4, 33), fill: BLACK, stroke: null },
      { kind: "group", opacity: 0.5, nodes: [createRect(10, 480, 40, 12), createRect(30, 470, 40, 18, { fill: RED })] },
    ],
  },
]);
