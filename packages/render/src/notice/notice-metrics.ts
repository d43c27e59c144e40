import type { ColourScheme } from "../back/back-metrics.ts";
import type { SceneColour } from "../scene/scene.ts";

/**
 * A notice on a lock screen, in points. Apple documents what stands in it: icon, name of the issuer, text; and that the system cuts what is too
 * long (A). No picture of one could be measured: every number is inferred (I) but the sizes of text, which are text styles of the Human
 * Interface Guidelines (A).
 */
export const BANNER = {
  margin: 8,
  padding: 14,
  radius: 24,
  icon: 38,
  iconRadius: 8.5,
  gap: 10,
  size: 15,
  line: 20,
  /** Of the word for the time, at the right. */
  momentSize: 13,
  mostLines: 4,
} as const;

/** The same on a watch. I; A: update notices have a button that leads to the pass. */
export const WATCH_NOTICE = {
  margin: 6,
  padding: 10,
  radius: 16,
  icon: 28,
  /** Over an update. */
  largeIcon: 44,
  gap: 8,
  size: 15,
  line: 18,
  titleSize: 16,
  titleLine: 20,
  button: 40,
  mostLines: 8,
} as const;

/** Behind a notice and of it. I */
export interface NoticeColours {
  /** What a phone shows behind: from the top to the bottom. */
  readonly wallpaper: readonly [SceneColour, SceneColour];
  readonly sheet: SceneColour;
  readonly text: SceneColour;
  readonly secondary: SceneColour;
}

const LIGHT_TEXT: SceneColour = { r: 255, g: 255, b: 255, a: 1 };
const DARK_TEXT: SceneColour = { r: 0, g: 0, b: 0, a: 1 };

/** The sheet lets a little of what is behind it through. */
export const NOTICE_COLOURS: Readonly<Record<ColourScheme, NoticeColours>> = {
  light: {
    wallpaper: [
      { r: 120, g: 146, b: 178, a: 1 },
      { r: 92, g: 116, b: 150, a: 1 },
    ],
    sheet: { r: 250, g: 250, b: 252, a: 0.82 },
    text: DARK_TEXT,
    secondary: { r: 60, g: 60, b: 67, a: 0.6 },
  },
  dark: {
    wallpaper: [
      { r: 28, g: 36, b: 50, a: 1 },
      { r: 16, g: 20, b: 30, a: 1 },
    ],
    sheet: { r: 44, g: 44, b: 48, a: 0.86 },
    text: LIGHT_TEXT,
    secondary: { r: 235, g: 235, b: 245, a: 0.6 },
  },
};

export const WATCH_NOTICE_COLOURS = {
  screen: DARK_TEXT,
  sheet: { r: 34, g: 34, b: 36, a: 1 },
  text: LIGHT_TEXT,
  secondary: { r: 174, g: 174, b: 178, a: 1 },
} as const satisfies Record<string, SceneColour>;
