import type { PassPackage } from "@passwright/pass";
import type { Drawing, DrawOptions } from "@passwright/render";
import { loadRenderer, type Renderer } from "./renderer.ts";

/** For whom a face is drawn. */
export interface FaceOptions extends DrawOptions {
  /** The phone is in dark mode: its own pages are dark, the faces of passes are not. */
  readonly dark: boolean;
  /** How the Watch shows more than fits. */
  readonly layout: WatchLayout;
}

export const WATCH_LAYOUTS = ["carousel", "scroll"] as const;
export type WatchLayout = (typeof WATCH_LAYOUTS)[number];

type Draw = (renderer: Renderer, pass: PassPackage, options: FaceOptions) => Promise<Drawing>;

/** What of a pass can be drawn, and by whom. */
const DRAWN_BY = {
  front: (renderer, pass, options) => renderer.drawFront(pass, options),
  back: (renderer, pass, options) => renderer.drawBack(pass, { ...options, colourScheme: options.dark ? "dark" : "light" }),
  watch: (renderer, pass, options) => renderer.drawWatch(pass, options),
} as const satisfies Readonly<Record<string, Draw>>;

export type FaceName = keyof typeof DRAWN_BY;
export const FACES = Object.keys(DRAWN_BY) as readonly FaceName[];

/** Draws one side of a pass. Throws as the renderer does. */
export async function drawFace(face: FaceName, pass: PassPackage, options: FaceOptions): Promise<Drawing> {
  return DRAWN_BY[face](await loadRenderer(), pass, options);
}
