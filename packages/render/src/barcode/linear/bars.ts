import type { BarsSymbol } from "../barcode-symbol.ts";

/**
 * The most characters of a linear code. At 80, a Code 128 has 900 modules, and a phone has 720 pixels for them (240 pt at 3 px):
 * bars beyond that are thinner than a pixel. The standards set no limit.
 */
export const MAX_LINEAR_CHARACTERS = 80;

/** How much wider a wide bar is than a narrow one; the standards allow 2 to 3, and whole modules stay sharp. */
const WIDE = 3;

/** Bars and spaces by turns as modules, beginning with a bar; each digit is a width. */
export function barsOfWidths(widths: string): BarsSymbol {
  const modules: number[] = [];
  for (const [at, width] of Array.from(widths, Number).entries()) {
    for (let module = 0; module < width; module += 1) modules.push(1 - (at % 2));
  }
  return { kind: "bars", modules: Uint8Array.from(modules) };
}

/** Widths of elements that are narrow (N) or wide (W). */
export function widthsOf(elements: string): string {
  return Array.from(elements, (element) => (element === "W" ? WIDE : 1)).join("");
}

/** The bytes as characters of the same number. */
export function textOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
