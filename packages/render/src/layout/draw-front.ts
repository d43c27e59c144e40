import type { PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import { FACE } from "../metrics.ts";
import { deepFreeze } from "../scene/freeze-scene.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { chooseLook } from "./choose-look.ts";
import { veil } from "./end-marks.ts";
import { faceGround, hairline } from "./face-ground.ts";
import { prepareFace, type PreparedFace } from "./prepare-face.ts";
import { silhouette } from "./silhouette.ts";
import { STYLE_NAMES } from "./style-names.ts";

/** A drawn face. */
export interface Drawing {
  readonly scene: Scene;
  /** What of the pass the picture does not show as it stands there. */
  readonly findings: readonly DrawFinding[];
}

/**
 * Draws the front of a pass as Wallet shows it. A part that cannot be read or has no room is left out, and a finding names it.
 *
 * @throws {RenderError} `ERR_RENDER_NO_STYLE`, `ERR_RENDER_OPTION`, `ERR_RENDER_FONT_INVALID`; and as `PassPackage.document` does
 * for a pass.json that cannot be read.
 *
 * @example
 * ```ts
 * const pass = await PassPackage.read(bytes);
 * const { scene, findings } = await drawFront(pass, { locale: "de-AT", timeZone: "Europe/Vienna", now: new Date() });
 * const svg = toSvg(scene);
 * ```
 */
export async function drawFront(pass: PassPackage, options: DrawOptions = {}): Promise<Drawing> {
  const look = chooseLook(pass.data, pass.files, options.look ?? "newest");
  if (look === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const prepared = await prepareFace(pass, look.style, look.pictures, options, look.onPicture);
  const { canvas, face } = prepared;
  look.paint(canvas, face);
  // Posters have no bite in their edge: their artwork reaches the rim.
  const outline = silhouette(look.name === "posterEventTicket" ? "posterGeneric" : look.style, canvas.width);
  return finish(prepared, outline, FACE.height);
}

/** The nodes of a canvas inside an outline, on their ground. */
export function finish(prepared: PreparedFace, outline: string, height: number): Drawing {
  const { canvas, face, findings, language, title } = prepared;
  const nodes: SceneNode[] = [...faceGround(prepared, height), ...canvas.nodes];
  if (face.over !== null) nodes.push(veil({ x: 0, y: 0, width: canvas.width, height }));
  nodes.push(hairline(outline));
  const scene: Scene = {
    width: canvas.width,
    height,
    title: [STYLE_NAMES[face.style], title].filter((part) => part !== "").join(": "),
    // What matters most of a pass that is over is read first.
    description: [...(face.over === null ? [] : [face.over]), ...canvas.lines].join("\n"),
    language,
    nodes: [{ kind: "clip", data: outline, nodes }],
  };
  return { scene: deepFreeze(scene), findings: Object.freeze(findings) };
}
