import type { SceneColour } from "../scene/scene.ts";

/**
 * Every length of the back, in points. What is known of it: it is a grouped list since iOS 15, with the label over the value, and the order
 * of the rows is that of `backFields` (Apple). No picture of one could be measured: I is inferred, O what other previewers draw, A what Apple's
 * Human Interface Guidelines give for lists and text in general.
 */
export const BACK = {
  /** From the screen's side to a group, and from a group's side to its text. A, O */
  margin: 16,
  padding: 16,
  /** Above and below the texts of a row. I */
  rowPadding: 11,
  /** O */
  radius: 11,
  /** Between groups, and at the top and the bottom of the page. I */
  gap: 24,
  hairline: 0.5,
  /** Height of a row of one line. A */
  row: 44,
} as const;

/** Sizes of text and the height of their lines. A: text styles Body, Subheadline, Footnote, Title 3. */
const BODY = { size: 17, line: 22 } as const;
const SUBHEADLINE = { size: 15, line: 20 } as const;
const FOOTNOTE = { size: 13, line: 18 } as const;

/** A label stands over its value, small. O */
export const BACK_LABEL = FOOTNOTE;
/** The rows of the system. A */
export const BACK_SYSTEM = BODY;

/** Values are smaller the longer they are. The sizes O (15 to 17), and where they change I. */
export const BACK_VALUES = [
  { upTo: 160, ...BODY },
  { upTo: 1200, ...SUBHEADLINE },
  { upTo: Number.POSITIVE_INFINITY, ...FOOTNOTE },
] as const;

/** Who issued the pass, above the rows: icon, name, description, in the middle. I */
export const BACK_TITLE = {
  top: 24,
  icon: 60,
  /** A: a little less than a quarter of the side, as the system rounds all icons. */
  iconRadius: 13.5,
  gap: 12,
  name: { size: 20, line: 25 },
  description: SUBHEADLINE,
} as const;

/** A switch that is on. A: 51 by 31 */
export const SWITCH = { width: 51, height: 31, knob: 27 } as const;

/** What of a back is looked at; the numbers are far above every pass of the corpus, and keep drawing under half a second. */
export const BACK_LIMITS = {
  fields: 1000,
  /** UTF-16 units of one value, of all values, and of those that are searched for links. */
  value: 20_000,
  values: 50_000,
  searched: 30_000,
} as const;

export type ColourScheme = "light" | "dark";

/** The colours of a page of settings. */
export interface PageColours {
  readonly page: SceneColour;
  readonly cell: SceneColour;
  readonly hairline: SceneColour;
  readonly text: SceneColour;
  readonly secondary: SceneColour;
  readonly link: SceneColour;
  readonly destructive: SceneColour;
  readonly on: SceneColour;
}

/** A: system colours (grouped background, separator, label, secondary label, red, green). Link O. */
export const PAGE_COLOURS: Readonly<Record<ColourScheme, PageColours>> = {
  light: {
    page: colour(0xf2f2f7),
    cell: colour(0xffffff),
    hairline: colour(0xe3e3e8),
    text: colour(0x000000),
    secondary: colour(0x8a8a8e),
    link: colour(0x0a64d6),
    destructive: colour(0xff3b30),
    on: colour(0x34c759),
  },
  dark: {
    page: colour(0x000000),
    cell: colour(0x1c1c1e),
    hairline: colour(0x323234),
    text: colour(0xffffff),
    secondary: colour(0x98989f),
    link: colour(0x0a84ff),
    destructive: colour(0xff453a),
    on: colour(0x30d158),
  },
};

function colour(hex: number): SceneColour {
  return { r: hex >> 16, g: (hex >> 8) & 0xff, b: hex & 0xff, a: 1 };
}
