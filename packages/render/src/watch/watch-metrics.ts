import type { RowMetrics } from "../metrics.ts";

/** Screens in points, by the size of the watch in millimetres. A: device dimensions of Series 7 and later, and of the 38 to 42 mm ones' successors. */
export const WATCH_SCREENS = {
  41: { width: 176, height: 215 },
  45: { width: 198, height: 242 },
  46: { width: 208, height: 248 },
} as const;

export type WatchSize = keyof typeof WATCH_SCREENS;

/**
 * Lengths of a pass on a watch, in points. What is shown and in which order is Apple's (A); no picture of one could be measured, so every
 * number is inferred (I).
 */
export const WATCH = {
  /** From the screen's side to the card, and from the card's side to what is on it. */
  inset: 8,
  padding: 10,
  radius: 18,
  /** Between two things, one below the other. */
  gap: 8,
  logo: { height: 26, share: 0.56, textSize: 15, gap: 6 },
  /** The field beside the logo. */
  essential: { share: 0.42, labelSize: 11, labelBaseline: 10, size: 15, minimum: 10, baseline: 26 },
  hairline: 1,
} as const;

/** Fields of the card and of the long pass: labels as on the phone. I */
export const WATCH_ROWS = {
  primary: { top: 0, size: 24, weight: "regular", drop: 12, rise: 1 },
  secondary: { top: 0, size: 16, weight: "regular", drop: 11, rise: 1 },
  auxiliary: { top: 0, size: 16, weight: "regular", drop: 11, rise: 1 },
} as const satisfies Record<string, RowMetrics>;

/** The band of a pass that is not valid any more. I */
export const WATCH_END = { height: 26, size: 12, baseline: 17, opacity: 0.72 } as const;

/** Below the baseline of a row, in sizes of its value. I */
export const WATCH_DESCENT = 0.28;

/** A header field of the long pass, on a band of its own. I */
export const WATCH_STRIP = { height: 24, opacity: 0.1, labelSize: 11, size: 15, minimum: 10 } as const;

/** From and to, with the way of travelling between them. I */
export const WATCH_JOURNEY = { size: 26, minimum: 12, icon: 22, gap: 6, labelSize: 11 } as const;

/** The large value on a strip. I */
export const WATCH_ON_STRIP = { size: 30, minimum: 14, labelSize: 13 } as const;

/** A: footer above the code, its white space trimmed. Height I. */
export const WATCH_FOOTER = { maxHeight: 24, white: 250 } as const;

/** The white box of the code. Modules are whole pixels of a screen of two to a point; quiet zones in modules, at the ends of bars as much as readers ask for. I */
export const WATCH_CODE = { radius: 6, step: 0.5, quietSquare: 2, quietWide: 2, quietBars: 10, barsPadding: 4, bars: 48 } as const;
