import type { PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { drawFront } from "./draw-front.ts";

/** A face in words. */
export interface FaceDescription {
  /** What it is and whose: "Boarding pass: Aerolines, Flight to Vienna". */
  readonly title: string;
  /** What is written on it, in the order it is read: "Gate: B7". */
  readonly lines: readonly string[];
}

/**
 * The face of a pass as text, for people and programs that do not look at pictures: the same texts as the drawing, in
 * reading order, whole where the drawing cuts them.
 *
 * @throws As {@link drawFront}.
 *
 * @example
 * ```ts
 * const { title, lines } = await describe(pass, { locale: "en-GB" });
 * console.log([title, ...lines].join("\n"));
 * ```
 */
export async function describe(pass: PassPackage, options: DrawOptions = {}): Promise<FaceDescription> {
  const { scene } = await drawFront(pass, options);
  return { title: scene.title, lines: scene.description === "" ? [] : scene.description.split("\n") };
}
