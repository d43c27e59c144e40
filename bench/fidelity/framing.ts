import type { Picture } from "@passwright/render";

/** Which part of a face a screenshot shows: a pixel is (point − origin) × scale. */
export interface Framing {
  readonly name: "exact" | "within" | "whole";
  readonly x: { readonly origin: number; readonly scale: number };
  readonly y: { readonly origin: number; readonly scale: number };
}

/** The pictures were cut and stretched to 1170 × 1638 pixels in three ways. Measured on the texts in them. */
const FRAMINGS: Readonly<Record<Framing["name"], Framing>> = {
  exact: { name: "exact", x: { origin: 0, scale: 1170 / 361 }, y: { origin: 0, scale: 1638 / 503 } },
  within: { name: "within", x: { origin: 9.1, scale: 3.413 }, y: { origin: -5.6, scale: 3.277 } },
  whole: { name: "whole", x: { origin: 1.3, scale: 3.265 }, y: { origin: 1.6, scale: 3.277 } },
};

/**
 * Tells the framings apart by the top of the picture: black in the corner outside of the card; a step in brightness where
 * the card begins some pixels down; or neither.
 */
export function findFraming(picture: Picture): Framing {
  const light = (x: number, y: number): number => {
    const at = (y * picture.width + x) * 4;
    const [r = 0, g = 0, b = 0] = picture.rgba.subarray(at, at + 3);
    return 0.299 * r + 0.587 * g + 0.114 * b;
  };
  if (light(0, 0) < 40) return FRAMINGS.exact;
  const column = Math.round(picture.width * 0.25);
  for (let y = 14; y <= 24; y += 1) if (Math.abs(light(column, y) - light(column, y - 3)) > 12) return FRAMINGS.within;
  return FRAMINGS.whole;
}
