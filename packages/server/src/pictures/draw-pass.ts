import type { PassPackage } from "@passwright/pass";
import type { Drawing, DrawOptions } from "@passwright/render";

/** Sides of a pass that can be drawn. */
export type DrawnFace = "front" | "back" | "watch";

/** Which side, for whom, and as what. */
export interface PassPictureOptions extends Pick<DrawOptions, "locale" | "timeZone" | "now" | "fonts"> {
  readonly face?: DrawnFace | undefined;
  readonly format?: "png" | "svg" | undefined;
  /** Pixels for a point of a PNG; 2 when absent. */
  readonly scale?: 1 | 2 | 3 | undefined;
}

/** A picture of a pass. */
export interface PassPicture {
  readonly bytes: Uint8Array;
  readonly type: "image/png" | "image/svg+xml";
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly findings: Drawing["findings"];
}

/**
 * Draws a side of a pass. Nothing of it comes from anywhere but the pass and the options.
 *
 * @throws {RenderError} for what is no pass, or options that give no picture.
 */
export async function drawPass(
  pass: PassPackage,
  { face = "front", format = "png", scale = 2, ...options }: PassPictureOptions,
): Promise<PassPicture> {
  // Loaded with the first picture: a server that draws nothing keeps no fonts.
  const { drawBack, drawFront, drawWatch, toPng, toSvg } = await import("@passwright/render");
  const draw = { front: drawFront, back: drawBack, watch: drawWatch }[face];
  const { scene, findings } = await draw(pass, { ...options, scale });
  const { width, height } = scene;
  return format === "png"
    ? { bytes: await toPng(scene, { scale }), type: "image/png", width, height, findings }
    : { bytes: new TextEncoder().encode(toSvg(scene)), type: "image/svg+xml", width, height, findings };
}
