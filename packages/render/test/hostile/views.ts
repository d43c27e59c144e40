import type { PassPackage } from "@passwright/pass";
import { drawBack } from "../../src/back/draw-back.ts";
import { type Drawing, drawFront } from "../../src/layout/draw-front.ts";
import { drawStackHeader } from "../../src/layout/draw-stack-header.ts";
import { drawWatch } from "../../src/watch/draw-watch.ts";

const NOW = new Date("2026-01-02T03:04:05Z");

/** Every way in which a pass is drawn. */
export const VIEWS: Readonly<Record<string, (pass: PassPackage) => Promise<Drawing>>> = {
  front: (pass) => drawFront(pass, { now: NOW }),
  "classic front": (pass) => drawFront(pass, { now: NOW, look: "classic" }),
  back: (pass) => drawBack(pass, { now: NOW }),
  stack: (pass) => drawStackHeader(pass, { now: NOW }),
  watch: (pass) => drawWatch(pass, { now: NOW }),
};
