import { MISSING_FRAME } from "../metrics.ts";
import type { SceneColour, SceneGlyph, SceneNode } from "../scene/scene.ts";
import type { ShapedRun, ShapedText } from "../text/shaped-text.ts";
import type { PlacedGlyph } from "../text/shaping-face.ts";
import { num, seg } from "./geometry.ts";

/** A line of text as nodes: its left end at `x`, its baseline at `y`. */
export function textNodes(line: ShapedText, x: number, y: number, size: number, fill: SceneColour): SceneNode[] {
  return line.runs.map((run) => runNode(run, x + run.x * size, y, size, fill));
}

function runNode(run: ShapedRun, x: number, y: number, size: number, fill: SceneColour): SceneNode {
  switch (run.kind) {
    case "glyphs": {
      const scale = size / run.face.unitsPerEm;
      let pen = 0;
      const glyphs = run.glyphs.map((placed) => {
        const glyph = new Glyph(placed, pen, scale);
        pen += placed.advance;
        return glyph;
      });
      const { face, text, direction } = run;
      return { kind: "glyphs", font: face, size, x, y, width: run.width * size, fill, glyphs, text, direction };
    }
    case "emoji": {
      const scale = size / run.art.size;
      const left = x + ((run.width - 1) * size) / 2;
      const top = y - size * EMOJI_RISE;
      const nodes = run.art.paths.map(({ opacity, ...path }): SceneNode => {
        const moved = { ...path, data: movePath(path.data, left, top, scale) };
        return opacity === 1 ? moved : { kind: "group", opacity, nodes: [moved] };
      });
      return { kind: "group", opacity: 1, label: run.text, role: "img", nodes };
    }
    case "missing":
      break;
  }
  const { inset, height, line } = MISSING_FRAME;
  const count = Array.from(run.text).length;
  const advance = (run.width * size) / count;
  let data = "";
  for (let index = 0; index < count; index += 1) {
    const [left, right] = [x + index * advance + inset * size, x + (index + 1) * advance - inset * size];
    const top = y - height * size;
    data += `${seg("M", left, top)}${seg("L", right, top)}${seg("L", right, y)}${seg("L", left, y)}Z`;
  }
  const stroke = { colour: fill, width: line * size };
  return { kind: "path", data, fill: null, stroke, label: run.text, role: "text" };
}

/**
 * A class for the engine's sake: what a literal makes V8 may come to put among old objects at once, where the glyphs of every face that
 * was drawn stay until all of the heap is searched. It happened in some processes, 11 KB a face, and not in others.
 */
class Glyph implements SceneGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly cluster: number;

  constructor({ id, dx, dy, advance, cluster }: PlacedGlyph, pen: number, scale: number) {
    this.id = id;
    this.x = (pen + dx) * scale;
    this.y = -dy * scale;
    this.advance = advance * scale;
    this.cluster = cluster;
  }
}

/** An emoji stands a little under the baseline, as high above it as capitals and a bit more. */
const EMOJI_RISE = 0.86;

function movePath(data: string, x: number, y: number, scale: number): string {
  return data.replaceAll(/([A-Z])([^A-Z]*)/gu, (_, command: string, numbers: string) => {
    if (numbers.trim() === "") return command;
    const moved = numbers
      .trim()
      .split(/[\s,]+/u)
      .map((part, index) => num((index % 2 === 0 ? x : y) + Number(part) * scale));
    return command + moved.join(" ");
  });
}
