import type { ScenePath } from "../../scene/scene.ts";

/** A little picture for a character, as paths in a square of `size` units, y down. */
export interface EmojiArt {
  readonly size: number;
  readonly paths: readonly (ScenePath & { readonly opacity: number })[];
}

/**
 * Finds the picture of an emoji: the whole sequence as it stands in the text, and the SVG that shows it; null when there is
 * none. Twemoji's files are called after the code points without U+FE0F.
 *
 * @example
 * ```ts
 * const emoji: EmojiSource = (sequence) => twemoji.get([...sequence].map((c) => c.codePointAt(0)?.toString(16)).join("-")) ?? null;
 * ```
 */
export type EmojiSource = (sequence: string) => string | null;
