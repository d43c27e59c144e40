/**
 * A colour: three whole numbers from 0 to 255 in `rgb()`. The compiler rejects names, hexadecimal colours and alpha; the
 * range is checked by {@link isRgbColor} and by the checker.
 *
 * @example
 * ```ts
 * const color: RgbColor = "rgb(22, 55, 110)";
 * ```
 */
export type RgbColor = `rgb(${number},${number},${number})`;

/**
 * A moment as text with hours, minutes and a zone: `2026-12-24T19:30+01:00`, or what `new Date().toISOString()` gives. A
 * date without a zone is refused by devices.
 */
export type DateText = string;

/** Whether a text is a colour that Wallet reads: `rgb(r, g, b)` with numbers from 0 to 255 and any spacing. */
export function isRgbColor(text: string): text is RgbColor {
  const parts = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/u.exec(text);
  return parts !== null && parts.slice(1).every((part) => Number(part) <= 255);
}
