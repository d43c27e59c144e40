import { decodePicture } from "../picture/decode-picture.ts";
import type { Picture } from "../picture/picture.ts";
import { release } from "../picture/release.ts";
import { resample } from "../picture/resample.ts";
import type { Scene, SceneGlyphRun, SceneGroup, SceneImage, SceneNode, ScenePaint, SceneRect } from "../scene/scene.ts";
import type { GlyphOutline } from "../text/font-face.ts";
import { type Coverage, coverBox, coverPolygons, CoverageScratch } from "./coverage.ts";
import { createGradientPaint } from "./gradient.ts";
import { PolygonPen, type Polygons, readPathData } from "./outline.ts";
import { strokePolygons } from "./stroke.ts";
import {
  createSurface,
  intersect,
  paintColour,
  paintPicture,
  paintShader,
  paintSurface,
  type Surface,
  toStraight,
} from "./surface.ts";

/**
 * Paints a scene to pixels. `scale` is pixels for a point; the size is rounded to whole pixels.
 *
 * Everything is computed here with `+ − × ÷` and square roots, which IEEE 754 defines to the last bit: no canvas, no
 * module of another language, the same pixels in every runtime. A picture that cannot be decoded is left out.
 */
export async function paintScene(scene: Scene, scale: number): Promise<Picture> {
  const surface = createSurface(Math.max(1, Math.round(scene.width * scale)), Math.max(1, Math.round(scene.height * scale)));
  const scratch = new CoverageScratch();
  const pen = new PolygonPen();
  const strokePen = new PolygonPen();
  await paintNodes(scene.nodes, { surface, scale, clip: null, scratch, pen, strokePen });
  scratch.release();
  pen.release();
  strokePen.release();
  return toStraight(surface);
}

interface Brush {
  readonly surface: Surface;
  readonly scale: number;
  /** Where alone it paints; null: everywhere. */
  readonly clip: Coverage | null;
  readonly scratch: CoverageScratch;
  /** Holds the shape that is being painted. */
  readonly pen: PolygonPen;
  /** Holds the shape of the line around it. */
  readonly strokePen: PolygonPen;
}

async function paintNodes(nodes: readonly SceneNode[], brush: Brush): Promise<void> {
  for (const node of nodes) await paintNode(node, brush);
}

async function paintNode(node: SceneNode, brush: Brush): Promise<void> {
  switch (node.kind) {
    case "rect":
      paintCoverage(brush, node.radius > 0 ? cover(brush, place(roundOutline(node), brush)) : coverNode(node, brush), node.fill);
      break;
    case "path": {
      const polygons = place(readPathData(node.data), brush);
      if (node.fill !== null) paintShape(brush, polygons, node.fill);
      if (node.stroke !== null) {
        const { width, colour } = node.stroke;
        paintShape(brush, strokePolygons(polygons, width * brush.scale, brush.strokePen), colour);
      }
      break;
    }
    case "glyphs":
      paintShape(brush, glyphPolygons(node, brush), node.fill);
      break;
    case "image":
      await paintImage(node, brush);
      break;
    case "clip": {
      // The clip stays while other shapes come and go.
      const inner = cover(brush, place(readPathData(node.data), brush));
      brush.scratch.giveAway();
      await paintNodes(node.nodes, { ...brush, clip: intersect(brush.clip, inner) });
      if (inner !== null) release(inner.values);
      break;
    }
    case "group":
      await paintGroup(node, brush);
      break;
    case "link":
      await paintNodes(node.nodes, brush);
      break;
  }
}

function place(outline: GlyphOutline, { scale, pen }: Brush): Polygons {
  pen.clear();
  pen.add(outline, { scaleX: scale, scaleY: scale, moveX: 0, moveY: 0 });
  return pen.polygons;
}

function cover({ surface, scratch }: Brush, polygons: Polygons): Coverage | null {
  return coverPolygons(polygons, surface.width, surface.height, scratch);
}

function paintShape(brush: Brush, polygons: Polygons, paint: ScenePaint): void {
  paintCoverage(brush, cover(brush, polygons), paint);
}

/** A box without round corners. */
function coverNode({ x, y, width, height }: SceneRect | SceneImage, { surface, scale, scratch }: Brush): Coverage | null {
  return coverBox(x * scale, y * scale, (x + width) * scale, (y + height) * scale, surface.width, surface.height, scratch);
}

function paintCoverage(brush: Brush, shape: Coverage | null, paint: ScenePaint): void {
  if (shape === null) return;
  if ("kind" in paint) paintShader(brush.surface, shape, createGradientPaint(paint, brush.scale), brush.clip);
  else paintColour(brush.surface, shape, paint, brush.clip);
}

/** A quarter of a circle as a cubic curve: how far its controls lie from the corner's ends, in radii. */
const QUARTER = 0.5522847498;

function roundOutline({ x, y, width, height, radius }: SceneRect): GlyphOutline {
  const [right, bottom] = [x + width, y + height];
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const c = r * (1 - QUARTER);
  return {
    commands: "MLCLCLCLCZ",
    coordinates: [
      [x + r, y, right - r, y, right - c, y, right, y + c, right, y + r],
      [right, bottom - r, right, bottom - c, right - c, bottom, right - r, bottom],
      [x + r, bottom, x + c, bottom, x, bottom - c, x, bottom - r],
      [x, y + r, x, y + c, x + c, y, x + r, y],
    ].flat(),
  };
}

function glyphPolygons({ font, size, x, y, glyphs }: SceneGlyphRun, { scale, pen }: Brush): Polygons {
  pen.clear();
  const em = (size / font.unitsPerEm) * scale;
  for (const glyph of glyphs) {
    pen.add(font.outlineOf(glyph.id), { scaleX: em, scaleY: -em, moveX: (x + glyph.x) * scale, moveY: (y + glyph.y) * scale });
  }
  return pen.polygons;
}

async function paintImage(node: SceneImage, brush: Brush): Promise<void> {
  const { x, y, width, height, bytes } = node;
  const { surface, scale, clip } = brush;
  const shape = coverNode(node, brush);
  if (shape === null) return;
  const { picture } = await decodePicture(bytes);
  if (picture === null) return;
  // The part of the picture that lies under the pixels it touches, and only that, is brought to their size.
  const [perX, perY] = [picture.width / (width * scale), picture.height / (height * scale)];
  const region = {
    x: (shape.left - x * scale) * perX,
    y: (shape.top - y * scale) * perY,
    width: shape.width * perX,
    height: shape.height * perY,
  };
  const fitted = resample(picture, region, shape.width, shape.height);
  paintPicture(surface, shape, fitted, shape.left, shape.top, clip);
  release(fitted.rgba);
  if (fitted !== picture) release(picture.rgba);
}

async function paintGroup({ opacity, nodes }: SceneGroup, brush: Brush): Promise<void> {
  if (opacity >= 1) {
    await paintNodes(nodes, brush);
    return;
  }
  const layer = createSurface(brush.surface.width, brush.surface.height);
  await paintNodes(nodes, { ...brush, surface: layer });
  paintSurface(brush.surface, layer, Math.round(Math.max(0, opacity) * 255));
  release(layer.rgba);
}
