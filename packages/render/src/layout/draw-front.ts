import type { PassPackage, PassStyle } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import { FACE } from "../metrics.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { paintBoardingPass } from "./classic/boarding-pass.ts";
import { paintEventTicket } from "./classic/event-ticket.ts";
import { paintGeneric } from "./classic/generic.ts";
import { paintStripCard } from "./classic/strip-card.ts";
import type { FacePainter } from "./face.ts";
import { faceGround, hairline } from "./face-ground.ts";
import { picturesOf, prepareFace, type PreparedFace } from "./prepare-face.ts";
import { chooseStyle } from "./read-face.ts";
import { silhouette } from "./silhouette.ts";
import { STYLE_NAMES } from "./style-names.ts";

/** A drawn face. */
export interface Drawing {
  readonly scene: Scene;
  /** What of the pass the picture does not show as it stands there. */
  readonly findings: readonly DrawFinding[];
}

const PAINTERS: Readonly<Record<Exclude<PassStyle, "posterGeneric">, FacePainter>> = {
  boardingPass: paintBoardingPass,
  coupon: paintStripCard,
  eventTicket: paintEventTicket,
  generic: paintGeneric,
  storeCard: paintStripCard,
};

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
  const style = chooseStyle(pass.data, options.look ?? "newest");
  if (style === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const prepared = await prepareFace(pass, style, picturesOf(style), options);
  const { canvas, face } = prepared;
  if (style !== "posterGeneric") PAINTERS[style](canvas, face);
  return finish(prepared, silhouette(style, canvas.width), FACE.height);
}

/** The nodes of a canvas inside an outline, on their ground. */
export function finish(prepared: PreparedFace, outline: string, height: number): Drawing {
  const { canvas, face, findings, language, title } = prepared;
  const nodes: SceneNode[] = [...faceGround(prepared, height), ...canvas.nodes, hairline(outline)];
  const scene: Scene = {
    width: canvas.width,
    height,
    title: [STYLE_NAMES[face.style], title].filter((part) => part !== "").join(": "),
    description: canvas.lines.join("\n"),
    language,
    nodes: [{ kind: "clip", data: outline, nodes }],
  };
  return { scene: deepFreeze(scene), findings: Object.freeze(findings) };
}

/** A scene is a value: nobody who walks it can change it. Bytes of pictures and fonts cannot be frozen and are left. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const [key, part] of Object.entries(value)) if (key !== "font") deepFreeze(part);
  return value;
}
