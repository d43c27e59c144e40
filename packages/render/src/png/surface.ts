import type { Picture } from "../picture/picture.ts";
import type { Coverage } from "./coverage.ts";

/** Colours by place. */
export interface Shader {
  /** Colour at a pixel, components 0 to 255, alpha 0 to 255, not multiplied. */
  readonly paintAt: (x: number, y: number, into: Uint8ClampedArray) => void;
  /** All pixels of a row have one colour. */
  readonly isEvenAcross: boolean;
}

/** A drawing under way: pixels with colours multiplied by alpha, and the outline that is drawn inside of. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  /** The same memory, a number for each pixel. */
  readonly pixels: Uint32Array;
}

export function createSurface(width: number, height: number): Surface {
  const rgba = new Uint8ClampedArray(width * height * 4);
  return { width, height, rgba, pixels: new Uint32Array(rgba.buffer) };
}

/** Paints one colour (components 0 to 255, alpha 0 to 1) where a shape covers pixels, inside of `clip`. */
export function paintColour(
  surface: Surface,
  shape: Coverage,
  colour: { readonly r: number; readonly g: number; readonly b: number; readonly a: number },
  clip: Coverage | null,
): void {
  const ink = createInk();
  ink.rgba.set([colour.r, colour.g, colour.b, Math.round(Math.max(0, Math.min(1, colour.a)) * 255)]);
  const covered = new Uint8Array(shape.width);
  for (let row = 0; row < shape.height; row += 1) paintRow(surface, shape, row, coverRow(shape, clip, row, covered), ink);
}

/** A colour, alpha 0 to 255 and not multiplied, and the same memory as one number. */
interface Ink {
  readonly rgba: Uint8ClampedArray;
  readonly pixel: Uint32Array;
}

function createInk(): Ink {
  const pixel = new Uint32Array(1);
  return { rgba: new Uint8ClampedArray(pixel.buffer), pixel };
}

/** Paints colours that differ from pixel to pixel, or from row to row. */
export function paintShader(surface: Surface, shape: Coverage, { paintAt, isEvenAcross }: Shader, clip: Coverage | null): void {
  const ink = createInk();
  const colour = ink.rgba;
  const scratch = new Uint8Array(shape.width);
  for (let row = 0; row < shape.height; row += 1) {
    const y = shape.top + row;
    const covered = coverRow(shape, clip, row, scratch);
    if (isEvenAcross) {
      paintAt(shape.left, y, colour);
      paintRow(surface, shape, row, covered, ink);
      continue;
    }
    let to = (y * surface.width + shape.left) * 4;
    for (let column = 0; column < shape.width; column += 1, to += 4) {
      let alpha = covered[column] ?? 0;
      if (alpha === 0) continue;
      paintAt(shape.left + column, y, colour);
      alpha = divide255(alpha * (colour[3] ?? 0));
      if (alpha !== 0) blend(surface.rgba, to, colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, alpha);
    }
  }
}

/** Paints a row of a shape in one colour, alpha 0 to 255. Most pixels of a face are covered whole and take one write. */
function paintRow(surface: Surface, shape: Coverage, row: number, covered: Uint8Array, ink: Ink): void {
  // Four reads: taking the array apart makes an object for each of them, for each row.
  const red = ink.rgba[0] ?? 0;
  const green = ink.rgba[1] ?? 0;
  const blue = ink.rgba[2] ?? 0;
  const opacity = ink.rgba[3] ?? 0;
  const { rgba, pixels } = surface;
  const whole = opacity === 255 ? (ink.pixel[0] ?? 0) : 0;
  const start = (shape.top + row) * surface.width + shape.left;
  for (let column = 0; column < shape.width; column += 1) {
    let alpha = covered[column] ?? 0;
    if (alpha === 0) continue;
    if (opacity !== 255) alpha = divide255(alpha * opacity);
    if (alpha === 255) pixels[start + column] = whole;
    else if (alpha !== 0) blend(rgba, (start + column) * 4, red, green, blue, alpha);
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
  const scratch = new Uint8Array(shape.width);
  const firstColumn = Math.max(0, left - shape.left);
  const lastColumn = Math.min(shape.width, left + picture.width - shape.left);
  const lastRow = Math.min(shape.height, top + picture.height - shape.top);
  for (let row = Math.max(0, top - shape.top); row < lastRow; row += 1) {
    const y = shape.top + row;
    const x = shape.left + firstColumn;
    const covered = coverRow(shape, clip, row, scratch);
    let pixel = ((y - top) * picture.width + x - left) * 4;
    let to = (y * surface.width + x) * 4;
    for (let column = firstColumn; column < lastColumn; column += 1, pixel += 4, to += 4) {
      let alpha = covered[column] ?? 0;
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

/** The pixels that two outlines have in common, in the memory of the inner one. */
export function intersect(outer: Coverage | null, inner: Coverage | null): Coverage {
  if (inner === null) return NOTHING;
  if (outer === null) return inner;
  for (let row = 0; row < inner.height; row += 1) {
    coverRow(inner, outer, row, inner.values.subarray(row * inner.width, (row + 1) * inner.width));
  }
  return inner;
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

/** How much of a row's pixels a shape covers inside of `clip`; written into `into` where a clip is. */
function coverRow(shape: Coverage, clip: Coverage | null, row: number, into: Uint8Array): Uint8Array {
  const start = row * shape.width;
  if (clip === null) return shape.values.subarray(start, start + shape.width);
  const line = shape.top + row - clip.top;
  const shift = shape.left - clip.left;
  const from = Math.max(0, -shift);
  const end = line < 0 || line >= clip.height ? from : Math.max(from, Math.min(shape.width, clip.width - shift));
  into.fill(0, 0, Math.min(from, shape.width));
  for (let column = from, at = line * clip.width + shift + from; column < end; column += 1, at += 1) {
    const outer = clip.values[at] ?? 0;
    const inner = shape.values[start + column] ?? 0;
    into[column] = outer === 255 ? inner : outer === 0 ? 0 : divide255(inner * outer);
  }
  into.fill(0, end);
  return into;
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
