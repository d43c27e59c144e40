import type { PictureProblem } from "./picture.ts";
import { DRAWING_LIMITS } from "./picture-limits.ts";

/** What the pictures of one drawing may still cost. Each that is read takes its part, the first ones first. */
export class PixelBudget {
  #left: number = DRAWING_LIMITS.pixels;

  /** Takes the pixels of a picture, several times over where they are worked at several times. @returns what to say when too few are left. */
  take({ width, height }: { readonly width: number; readonly height: number }, times: number): PictureProblem | null {
    const cost = width * height * times;
    if (cost > this.#left) {
      return { fault: "too-many-together", detail: `${width} × ${height} pixels, limit ${DRAWING_LIMITS.pixels} for all` };
    }
    this.#left -= cost;
    return null;
  }
}
