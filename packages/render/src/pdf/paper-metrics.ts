import type { ScreenWidth } from "../draw-options.ts";

/** Measures of the sheets, PDF's points (1/72 inch). A millimetre is 2.8346 of them. */
export const SHEET = {
  margin: 42,
  gap: 18,
  titleSize: 17,
  titleLine: 21,
  titleLines: 3,
  /** Where several passes stand on a page. */
  smallTitleSize: 10,
  smallTitleLine: 16,
  footerSize: 8,
  /** Between passes that stand on one page. */
  gutter: 24,
} as const;

/** Fields of the back. */
export const DETAILS = {
  labelSize: 9,
  labelLine: 12.5,
  valueSize: 10.5,
  valueLine: 14.5,
  /** Below a field. */
  gap: 9,
} as const;

/** Pages that one pass can fill with its back: more than anyone prints. */
export const MOST_DETAIL_PAGES = 60;

/** Passes of one file. */
export const MOST_PASSES = 500;

/**
 * How many of a screen's points make an inch. All phones with three pixels a point and 390 points and more have 460 pixels to the
 * inch (the 16 Plus 15 too, within 1 %); of 375 points, the iPhone SE has two pixels a point and 326 to the inch.
 * Source: Apple, technical specifications of iPhone SE (3rd generation), 14, 15, 16, 16 Pro Max.
 */
export const POINTS_PER_INCH: Readonly<Record<ScreenWidth, number>> = {
  375: 326 / 2,
  390: 460 / 3,
  393: 460 / 3,
  402: 460 / 3,
  430: 460 / 3,
  440: 460 / 3,
};

/** A dot of a printer with 300 to the inch: modules are whole dots, so that all are of one width on paper. */
const DOT = 72 / 300;

/** Codes at a size that scanners read from paper. */
export const CODE = {
  dot: DOT,
  /** 0.339 mm, the least; recommended are 0.33 mm (X dimension of GS1 General Specifications, 5.12.3, for retail). */
  leastModule: 4 * DOT,
  /** 1.02 mm. */
  largestSquareModule: 12 * DOT,
  /** 0.51 mm. */
  largestWideModule: 6 * DOT,
  /** Where there is room for more than the least: 45 mm, 85 mm. */
  squareWidth: 127.6,
  wideWidth: 241,
  /** 16 mm; or as much of the width, which is more. */
  barsHeight: 45.4,
  barsShare: 0.15,
  captionSize: 10,
  captionLine: 14,
} as const;
