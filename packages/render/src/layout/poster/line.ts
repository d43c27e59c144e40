import type { SceneColour } from "../../scene/scene.ts";
import type { TextWeight } from "../../text/typesetter.ts";
import type { Canvas } from "../canvas.ts";
import { textNodes } from "../text-nodes.ts";

/** Where and how a line of a poster is written. */
export interface PosterLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: TextWeight;
  readonly colour: SceneColour;
  readonly width: number;
  /** From which side `x` counts. */
  readonly from: "left" | "right" | "center";
}

/** Writes a line, its end cut where it is too long. Returns its width. */
export function writeLine(canvas: Canvas, text: string, { x, y, size, weight, colour, width, from }: PosterLine): number {
  if (text === "" || width <= 0) return 0;
  const line = canvas.type.fit(text, weight, size, width);
  if (line.text !== text) canvas.report({ rule: "text-truncated", where: { file: "pass.json" }, params: { text: line.text } });
  const drawn = line.width * size;
  const left = from === "left" ? x : from === "right" ? x - drawn : x - drawn / 2;
  canvas.nodes.push(...textNodes(line, left, y, size, colour));
  return drawn;
}
