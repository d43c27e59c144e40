import { CODE_BOX, FACE, FADED } from "../metrics.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { Canvas } from "./canvas.ts";
import { BLACK, WHITE } from "./face-colours.ts";
import { textNodes } from "./text-nodes.ts";

/** Greys what is drawn under it: the muted look of a pass that is not valid any more. */
export function veil(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): SceneNode {
  return { kind: "rect", ...box, radius: 0, fill: FADED.veil, role: "presentation" };
}

/** Says in a box of its own that a pass is over, where it has no code to say it under. `bottom` is where the box ends. */
export function drawEndBox(canvas: Canvas, words: string, bottom = FACE.height - CODE_BOX.squareInset): void {
  const { altSize, maxWidth, radius } = CODE_BOX;
  const { padding, height } = FADED.box;
  const line = canvas.type.fit(words, "regular", altSize, maxWidth - 2 * padding);
  const width = line.width * altSize + 2 * padding;
  const left = (canvas.width - width) / 2;
  canvas.nodes.push({ kind: "rect", x: left, y: bottom - height, width, height, radius, fill: WHITE });
  canvas.nodes.push(...textNodes(line, left + padding, bottom - FADED.box.baseline, altSize, BLACK));
}
