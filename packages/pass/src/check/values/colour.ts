/** How a colour is written: as Apple documents it, or in a form that only some readers of passes know. */
export type ColourForm = "rgb" | "rgba" | "hex3" | "hex6";

/** A colour of a pass. Components are integers from 0 to 255, alpha runs from 0 (clear) to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha?: number;
  readonly form: ColourForm;
}

const RGB = /^\s{0,9}rgb\(\s{0,9}(\d{1,3})\s{0,9},\s{0,9}(\d{1,3})\s{0,9},\s{0,9}(\d{1,3})\s{0,9}\)\s{0,9}$/iu;
const RGBA =
  /^\s{0,9}rgba\(\s{0,9}(\d{1,3})\s{0,9},\s{0,9}(\d{1,3})\s{0,9},\s{0,9}(\d{1,3})\s{0,9},\s{0,9}([01]|[01]?\.\d{1,9}|\d{1,3}%)\s{0,9}\)\s{0,9}$/iu;
const HEX = /^\s{0,9}#(?:([0-9a-f]{3})|([0-9a-f]{6}))\s{0,9}$/iu;
/** Anything with the outline of `rgb(…)` whose components may be out of bounds: signs, fractions, exponents. */
const RGB_OUTLINE = /^\s{0,9}rgba?\(([^()]{0,99})\)\s{0,9}$/iu;

/**
 * Reads a colour as Wallet and its kin write them: `rgb(r, g, b)`, which is the documented form, and `rgba(r, g, b, a)`,
 * `#RGB` and `#RRGGBB`, which are in use. Letters may be of either case.
 *
 * @returns null for everything else: names, `hsl()`, hex with alpha, components outside 0 to 255.
 * Source: https://developer.apple.com/documentation/walletpasses/pass (backgroundColor); `#` as in Apple's pass-builder.
 *
 * @example
 * ```ts
 * parseColour("#ff8800"); // { r: 255, g: 136, b: 0, form: "hex6" }
 * ```
 */
export function parseColour(text: string): Colour | null {
  const rgb = RGB.exec(text);
  if (rgb !== null) return fromComponents(rgb.slice(1, 4), "rgb");
  const rgba = RGBA.exec(text);
  if (rgba !== null) {
    const alpha = toAlpha(rgba[4] ?? "");
    const colour = fromComponents(rgba.slice(1, 4), "rgba");
    return colour === null || alpha > 1 ? null : { ...colour, alpha };
  }
  const hex = HEX.exec(text);
  if (hex === null) return null;
  const [, short, long] = hex;
  const digits = short === undefined ? (long ?? "") : short.replaceAll(/./gu, "$&$&");
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  return { r, g, b, form: short === undefined ? "hex6" : "hex3" };
}

/** `rgb` over three components with a slip: a space or no bracket, semicolons, spaces for commas. */
const SLIPPED =
  /^\s{0,9}(?:rgb)?\s{0,9}\(?\s{0,9}(\d{1,3})\s{0,9}[,; ]\s{0,9}(\d{1,3})\s{0,9}[,; ]\s{0,9}(\d{1,3})[\s);,.]{0,9}$/iu;
const BARE_HEX = /^\s{0,9}[0-9a-f]{6}\s{0,9}$/iu;

/**
 * The colour that a text means which {@link parseColour} refuses for its punctuation.
 *
 * @example
 * ```ts
 * mendColour("rgb(22, 55, 110);"); // { r: 22, g: 55, b: 110, form: "rgb" }
 * ```
 */
export function mendColour(text: string): Colour | null {
  const slipped = SLIPPED.exec(text);
  if (slipped !== null) return fromComponents(slipped.slice(1, 4), "rgb");
  return BARE_HEX.test(text) ? parseColour(`#${text.trim()}`) : null;
}

/** True for `rgb(…)` or `rgba(…)` over three or four numbers that {@link parseColour} refuses: out of range, negative, fractional, percentages. */
export function isColourOutOfRange(text: string): boolean {
  const outline = RGB_OUTLINE.exec(text);
  if (outline === null || parseColour(text) !== null) return false;
  const parts = (outline[1] ?? "").split(",").map((part) => part.trim());
  return (
    (parts.length === 3 || parts.length === 4) &&
    parts.every((part) => part !== "" && Number.isFinite(Number(part.replace(/%$/u, ""))))
  );
}

/**
 * A colour in the documented form. Alpha is dropped: the form has none.
 *
 * @example
 * ```ts
 * formatRgb({ r: 255, g: 136, b: 0 }); // "rgb(255, 136, 0)"
 * ```
 */
export function formatRgb({ r, g, b }: Pick<Colour, "r" | "g" | "b">): string {
  return `rgb(${r}, ${g}, ${b})`;
}

/** A colour with alpha laid over an opaque one, rounded to whole components. */
export function blend(over: Colour, under: Colour): Colour {
  const { alpha = 1 } = over;
  const mix = (top: number, bottom: number): number => Math.round(top * alpha + bottom * (1 - alpha));
  return { r: mix(over.r, under.r), g: mix(over.g, under.g), b: mix(over.b, under.b), form: "rgb" };
}

/**
 * Contrast of two opaque colours, from 1 (none) to 21 (black on white).
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 *
 * @example
 * ```ts
 * contrastOf({ r: 0, g: 0, b: 0 }, { r: 255, g: 255, b: 255 }); // 21
 * ```
 */
export function contrastOf(one: Pick<Colour, "r" | "g" | "b">, other: Pick<Colour, "r" | "g" | "b">): number {
  const a = luminanceOf(one);
  const b = luminanceOf(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminanceOf({ r, g, b }: Pick<Colour, "r" | "g" | "b">): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

function toLinear(component: number): number {
  const value = component / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toAlpha(text: string): number {
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function fromComponents(texts: readonly string[], form: ColourForm): Colour | null {
  const [r = 256, g = 256, b = 256] = texts.map(Number);
  return r > 255 || g > 255 || b > 255 ? null : { r, g, b, form };
}
