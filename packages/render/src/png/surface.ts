import type { Picture } from "../picture/picture.ts";
import type { Coverage } from "./coverage.ts";

/** Colour at a pixel, components 0 to 255, alpha 0 to 255, not multiplied. */
export type PaintAt = (x: number, y: number, into: Uint8ClampedArray) => void;

/** A drawing under way: pixels with colours multiplied by alpha, and the outline that is drawn inside of. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

export function createSurface(width: number, height: number): Surface {
  return { width, height, rgba: new Uint8ClampedArray(width * height * 4) };
}

/** Paints one colour (components 0 to 255, alpha 0 to 1) where a shape covers pixels, inside of `clip`. */
export function paintColour(
  surface: Surface,
  shape: Coverage,
  colour: { readonly r: number; readonly g: number; readonly b: number; readonly a: number },
  clip: Coverage | null,
): void {
  const opacity = Math.round(Math.max(0, Math.min(1, colour.a)) * 255);
  const { rgba } = surface;
  for (let row = 0, from = 0; row < shape.height; row += 1) {
    const y = shape.top + row;
    let to = (y * surface.width + shape.left) * 4;
    for (let column = 0; column < shape.width; column += 1, from += 1, to += 4) {
      let alpha = shape.values[from] ?? 0;
      if (alpha === 0) continue;
      if (clip !== null) alpha = divide255(alpha * coverageAt(clip, shape.left + column, y));
      if (opacity !== 255) alpha = divide255(alpha * opacity);
      if (alpha === 255) {
        rgba[to] = colour.r;
        rgba[to + 1] = colour.g;
        rgba[to + 2] = colour.b;
        rgba[to + 3] = 255;
        continue;
      }
      if (alpha !== 0) blend(rgba, to, colour.r, colour.g, colour.b, alpha);
    }
  }
}

/** Paints colours that differ from pixel to pixel. */
export function paintShader(surface: Surface, shape: Coverage, paintAt: PaintAt, clip: Coverage | null): void {
  const colour = new Uint8ClampedArray(4);
  for (let row = 0, from = 0; row < shape.height; row += 1) {
    const y = shape.top + row;
    let to = (y * surface.width + shape.left) * 4;
    for (let column = 0; column < shape.width; column += 1, from += 1, to += 4) {
      let alpha = shape.values[from] ?? 0;
      if (clip !== null && alpha !== 0) alpha = divide255(alpha * coverageAt(clip, shape.left + column, y));
      if (alpha === 0) continue;
      paintAt(shape.left + column, y, colour);
      alpha = divide255(alpha * (colour[3] ?? 0));
      if (alpha !== 0) blend(surface.rgba, to, colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, alpha);
    }
  }
}

/** Paints a picture whose first pixel lies at `left`, `top`; pixels beyond its edge are not there. */
export function paintPicture(
  surface: Surface,
  shape: Coverage,
  picture: Picture,
  left: number,
  top: number,
  clip: Coverage | null,
): void {
  const { rgba } = surface;
  const source = picture.rgba;
  const firstColumn = Math.max(0, left - shape.left);
  const lastColumn = Math.min(shape.width, left + picture.width - shape.left);
  const lastRow = Math.min(shape.height, top + picture.height - shape.top);
  for (let row = Math.max(0, top - shape.top); row < lastRow; row += 1) {
    const y = shape.top + row;
    const x = shape.left + firstColumn;
    let pixel = ((y - top) * picture.width + x - left) * 4;
    let to = (y * surface.width + x) * 4;
    for (let column = firstColumn; column < lastColumn; column += 1, pixel += 4, to += 4) {
      let alpha = shape.values[row * shape.width + column] ?? 0;
      if (clip !== null && alpha !== 0) alpha = divide255(alpha * coverageAt(clip, shape.left + column, y));
      const own = source[pixel + 3] ?? 0;
      if (own !== 255) alpha = divide255(alpha * own);
      if (alpha === 0) continue;
      if (alpha === 255) {
        rgba[to] = source[pixel] ?? 0;
        rgba[to + 1] = source[pixel + 1] ?? 0;
        rgba[to + 2] = source[pixel + 2] ?? 0;
        rgba[to + 3] = 255;
        continue;
      }
      blend(rgba, to, source[pixel] ?? 0, source[pixel + 1] ?? 0, source[pixel + 2] ?? 0, alpha);
    }
  }
}

/** Paints pixels of another surface over this one, `opacity` 0 to 255. */
export function paintSurface(surface: Surface, above: Surface, opacity: number): void {
  for (let at = 0; at < above.rgba.length; at += 4) {
    const alpha = divide255((above.rgba[at + 3] ?? 0) * opacity);
    if (alpha === 0) continue;
    for (let channel = 0; channel < 4; channel += 1) {
      const below = divide255((surface.rgba[at + channel] ?? 0) * (255 - alpha));
      surface.rgba[at + channel] = divide255((above.rgba[at + channel] ?? 0) * opacity) + below;
    }
  }
}

/** The pixels that two outlines have in common. */
export function intersect(outer: Coverage | null, inner: Coverage | null): Coverage {
  if (inner === null) return NOTHING;
  if (outer === null) return inner;
  const values = inner.values.slice();
  for (let row = 0, at = 0; row < inner.height; row += 1) {
    for (let column = 0; column < inner.width; column += 1, at += 1) {
      values[at] = divide255((values[at] ?? 0) * coverageAt(outer, inner.left + column, inner.top + row));
    }
  }
  return { ...inner, values };
}

/** The finished pixels, colours no longer multiplied by alpha. */
export function toStraight({ width, height, rgba }: Surface): Picture {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    if (alpha === 255 || alpha === 0) continue;
    for (let channel = at; channel < at + 3; channel += 1) {
      rgba[channel] = Math.floor(((rgba[channel] ?? 0) * 255 + (alpha >> 1)) / alpha);
    }
  }
  return { width, height, rgba };
}

const NOTHING: Coverage = { left: 0, top: 0, width: 0, height: 0, values: new Uint8Array() };

function coverageAt(coverage: Coverage, x: number, y: number): number {
  const column = x - coverage.left;
  const row = y - coverage.top;
  if (column < 0 || row < 0 || column >= coverage.width || row >= coverage.height) return 0;
  return coverage.values[row * coverage.width + column] ?? 0;
}

/** Source over (Porter and Duff), on colours multiplied by alpha. */
function blend(rgba: Uint8ClampedArray, at: number, red: number, green: number, blue: number, alpha: number): void {
  const rest = 255 - alpha;
  rgba[at] = divide255(red * alpha + (rgba[at] ?? 0) * rest);
  rgba[at + 1] = divide255(green * alpha + (rgba[at + 1] ?? 0) * rest);
  rgba[at + 2] = divide255(blue * alpha + (rgba[at + 2] ?? 0) * rest);
  rgba[at + 3] = divide255(255 * alpha + (rgba[at + 3] ?? 0) * rest);
}

/** Rounded division of a product of two bytes. */
function divide255(product: number): number {
  return (product + 128 + ((product + 128) >> 8)) >> 8;
}
