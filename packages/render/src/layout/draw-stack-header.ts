import type { PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import { FACE, STACK_HEIGHT } from "../metrics.ts";
import { type Drawing, finish } from "./draw-front.ts";
import { arc, seg } from "./geometry.ts";
import { drawHeader } from "./header.ts";
import { picturesOf, prepareFace } from "./prepare-face.ts";
import { chooseStyle } from "./read-face.ts";

/**
 * Draws what of a pass is seen in a stack of passes: logo, its text and the header fields.
 *
 * @throws As {@link drawFront}.
 *
 * @example
 * ```ts
 * const { scene } = await drawStackHeader(pass, { screenWidth: 402 });
 * console.log(scene.width, scene.height); // 370 60
 * ```
 */
export async function drawStackHeader(pass: PassPackage, options: DrawOptions = {}): Promise<Drawing> {
  const style = chooseStyle(pass.data, "classic");
  if (style === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const wanted = picturesOf(style).filter((name) => name === "logo");
  const prepared = await prepareFace(pass, style, wanted, options);
  const { canvas, face } = prepared;
  drawHeader(canvas, { logo: face.pictures.logo, logoText: face.logoText, fields: face.header });
  return finish(prepared, roundTop(canvas.width, STACK_HEIGHT, FACE.radius), STACK_HEIGHT);
}

/** Round at the top; the bottom goes on behind the next pass. */
function roundTop(width: number, height: number, r: number): string {
  const turn = Math.PI / 2;
  return `${seg("M", r, 0)}${seg("L", width - r, 0)}${arc(width - r, r, r, -turn, 0)}${seg("L", width, height)}${seg("L", 0, height)}${seg("L", 0, r)}${arc(r, r, r, 2 * turn, 3 * turn)}Z`;
}
