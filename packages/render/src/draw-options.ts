import type { Formatter } from "@passwright/pass";
import type { EndWords } from "./layout/end-words.ts";
import type { EmojiSource } from "./text/emoji/emoji-art.ts";
import type { SceneFontPack } from "./text/font-pack.ts";

/** Points across of a phone's face: the screen less 16 at either side. */
export const FACE_WIDTHS = { 375: 343, 390: 358, 393: 361, 402: 370, 430: 398, 440: 408 } as const;

/** Width of a phone's screen, points. */
export type ScreenWidth = keyof typeof FACE_WIDTHS;

/**
 * For whom, when and how large a face is drawn. Nothing is taken from the surroundings: the same options give the same bytes.
 */
export interface DrawOptions {
  /** Width of the phone's screen in points; 390 when absent. */
  readonly screenWidth?: ScreenWidth;
  /** BCP 47 tags of the reader, best first; they choose the pass's language and the spelling of dates and numbers. `en-US` when absent. */
  readonly locale?: string | readonly string[];
  /** IANA zone in which dates are shown; `UTC` when absent. */
  readonly timeZone?: string;
  /** The moment of drawing: for "Today", and whether the pass has expired. Absent: neither is asked. */
  readonly now?: Date;
  /** Which scale of images to take: 3 (as on the phones of today) when absent. */
  readonly scale?: 1 | 2 | 3;
  /** Who writes dates and numbers; the engine's `Intl` when absent, whose spelling differs from engine to engine. */
  readonly formatter?: Formatter;
  /** Fonts for what Inter does not hold, in order of preference. */
  readonly fonts?: readonly SceneFontPack[];
  /** Pictures for emoji; a frame stands in their place when absent. */
  readonly emoji?: EmojiSource;
  /** What stands on a pass that is void or has expired, in the reader's language; of our own in twelve of them, else English, when absent. */
  readonly endWords?: Partial<EndWords>;
  /** The newer looks that a pass may ask for. `classic` draws the old style whatever it asks for; `newest` when absent. */
  readonly look?: "newest" | "classic";
}
