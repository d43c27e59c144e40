import type { SceneNode } from "@passwright/render";
import { type Mask, PER_POINT } from "./ink-mask.ts";

/** Edges of the ink of a text, points. */
export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text of a scene with the room it takes. */
export interface PlacedText {
  readonly text: string;
  readonly box: InkBox;
}

/** The texts of a scene, in the order they are painted. */
export function placedTexts(nodes: readonly SceneNode[]): PlacedText[] {
  return nodes.flatMap((node): PlacedText[] => {
    if (node.kind === "clip" || node.kind === "group") return placedTexts(node.nodes);
    if (node.kind !== "glyphs") return [];
    const { text, x, y, width, size } = node;
    return [{ text, box: { left: x, top: y - size * 0.78, right: x + width, bottom: y + size * 0.24 } }];
  });
}

/** How far a text may be from its place and still be found. */
const REACH: Readonly<Record<"across" | "down", number>> = { across: 4.5, down: 3 };

/**
 * The ink of a text in a mask: from the drawn ink outwards, as far as ink goes on without a gap wider than a space. Null
 * when there is none.
 */
export function inkBox({ width, height, ink }: Mask, { left, top, right, bottom }: InkBox, reach = REACH): InkBox | null {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value * PER_POINT)));
  const [x0, x1] = [clamp(left - reach.across, width), clamp(right + reach.across, width)];
  const [y0, y1] = [clamp(top - reach.down, height), clamp(bottom + reach.down, height)];
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -1, -1];
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      if (ink[y * width + x] !== 1) continue;
      [minX, maxX] = [Math.min(minX, x), Math.max(maxX, x)];
      [minY, maxY] = [Math.min(minY, y), Math.max(maxY, y)];
    }
  }
  if (maxX < 0) return null;
  return { left: minX / PER_POINT, top: minY / PER_POINT, right: (maxX + 1) / PER_POINT, bottom: (maxY + 1) / PER_POINT };
}
