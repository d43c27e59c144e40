/**
 * A font of the caller's for scripts that Inter does not hold (Arabic, Hebrew, Thai, Chinese, Japanese, Korean, …).
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
