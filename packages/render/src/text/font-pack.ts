/**
 * A font of the caller's for scripts that Inter does not hold (Arabic, Hebrew, Thai, Chinese, Japanese, Korean, …).
 *
 * A font that is given as the same object again is not unpacked again: keep the packs beside your program's other constants.
 * Fonts that are split by characters (Chinese, Japanese and Korean often are) are packs one after the other, as many as are needed:
 * each character is drawn with the first that has it.
 *
 * @example
 * ```ts
 * const arabic = { name: "Noto Sans Arabic", bytes: await readFile("noto-sans-arabic-400.woff") };
 * await drawFront(pass, { fonts: [arabic] });
 * ```
 */
export interface SceneFontPack {
  readonly name: string;
  /** 400 when absent. Of several packs with the same character, the one nearest to the wanted weight is taken. */
  readonly weight?: number;
  /** TrueType, OpenType or WOFF (not WOFF2). */
  readonly bytes: Uint8Array;
}
