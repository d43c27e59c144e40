/** Words of file names for weights, as foundries use them. */
const WEIGHTS = [
  [/extra-?bold|800/iu, 800],
  [/semi-?bold|demi-?bold|600/iu, 600],
  [/bold|700/iu, 700],
  [/medium|500/iu, 500],
  [/extra-?light|200/iu, 200],
  [/light|300/iu, 300],
] as const;

/**
 * The weight of a font by the name of its file, from 200 to 800; 400 where the name says none.
 *
 * @example
 * ```ts
 * weightOfFontName("NotoSansArabic-SemiBold.ttf"); // 600
 * ```
 */
export function weightOfFontName(name: string): number {
  return WEIGHTS.find(([pattern]) => pattern.test(name))?.[1] ?? 400;
}
