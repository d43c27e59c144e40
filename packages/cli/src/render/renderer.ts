import type * as render from "@passwright/render";

/** All of `@passwright/render`. */
export type Renderer = typeof render;

/** The renderer, loaded when something is drawn: its fonts would slow every other command down. */
export function loadRenderer(): Promise<Renderer> {
  return import("@passwright/render");
}
