import { PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../../src/draw-options.ts";
import { type Drawing, drawFront } from "../../src/layout/draw-front.ts";
import type { SceneGlyphRun, SceneNode } from "../../src/scene/scene.ts";

/** A package of a pass.json and nothing else, or with files. */
export function passOf(data: object, files: Readonly<Record<string, Uint8Array | string>> = {}): PassPackage {
  return PassPackage.fromFiles({ "pass.json": JSON.stringify(data), ...files });
}

export function draw(data: object, options: DrawOptions = {}): Promise<Drawing> {
  return drawFront(passOf(data), options);
}

/** All nodes of a drawing that paint something, clips and groups opened. */
export function paintedNodes(nodes: readonly SceneNode[]): SceneNode[] {
  return nodes.flatMap((node) =>
    node.kind === "clip" || node.kind === "group" || node.kind === "link" ? paintedNodes(node.nodes) : [node],
  );
}

/** The texts of a drawing. */
export function runs({ scene }: Drawing): SceneGlyphRun[] {
  return paintedNodes(scene.nodes).filter((node) => node.kind === "glyphs");
}

/** The run of a text; fails when it is not drawn. */
export function runOf(drawing: Drawing, text: string): SceneGlyphRun {
  const found = runs(drawing).find((run) => run.text === text);
  if (found === undefined)
    throw new Error(
      `not drawn: ${text}; there are ${runs(drawing)
        .map((run) => run.text)
        .join(" | ")}`,
    );
  return found;
}

/** A field with a label and a value. */
export function field(label: string, value: string, more: object = {}): object {
  return { key: label + value, label, value, ...more };
}
