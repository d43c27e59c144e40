/**
 * Every length of the faces, in points, in one place: a correction is one line. Where each comes from:
 * M measured on real iPhones' pictures, A Apple's publications, O what other previewers draw, I inferred without evidence.
 * y counts from the top of the face; `top` is the top of a label's box, whose baseline lies {@link LABEL}.baseline below it.
 */

/** The face. Width depends on the phone; the height never does. M, and A: background 343×503. */
export const FACE = {
  height: 503,
  /** Left and right inset of all text. M */
  inset: 15,
  /** M: 11.5 ± 0.5 */
  radius: 11.5,
  /** M: brightened at the top edge by this much white, fading to nothing at `sheenBottom`. */
  sheen: 0.14,
  sheenBottom: 48,
  /** M: inner line along the outline, black. */
  hairline: 1,
  hairlineOpacity: 0.12,
} as const;

/** The bite in the top edge of an event ticket: a circle. M */
export const NOTCH = { radius: 38, centre: -21 } as const;

/** The bites in the sides of a boarding pass. M */
export const BITE = { y: 126.5, radius: 5 } as const;

/** The scallops along the top and bottom of a coupon. M at the top; A (figure) at the bottom. */
export const SCALLOP = { pitch: 5, radius: 2 } as const;

/** Labels of all rows; a label may be so much wider than its block before its end is cut. M */
export const LABEL = { size: 11, baseline: 10.3, overhang: 2 } as const;

/** The header fields. M */
export const HEADER = {
  top: 10,
  size: 21,
  minimum: 10,
  /** Right-anchored room for one or two fields (M) and for three (I). */
  width: 113.9,
  widthOfThree: 160,
  gap: 16,
  /** Baseline of a value below the top: this plus `rise` times its size. */
  drop: 13,
  rise: 0.82,
} as const;

/** Logo and its text. M but the logo's box: A 160×50, its place I. */
export const LOGO = {
  x: 12,
  top: 5,
  bottom: 55,
  maxWidth: 160,
  maxHeight: 50,
  gap: 8,
  textX: 13,
  textSize: 18,
  textBaseline: 35.9,
} as const;

/** How rows of fields crowd. M, the floor O. */
export const ROW = { gap: 12, gapOfThree: 11.2, gapOfFour: 16, step: 0.25, minimum: 10 } as const;

/** A row of fields: top of its labels, largest value size, and where the value's baseline falls: top + drop + rise × size. */
export interface RowMetrics {
  readonly top: number;
  readonly size: number;
  readonly weight: "light" | "regular";
  readonly drop: number;
  readonly rise: number;
  /** Least distance of fields in a row of two or three, where it is not {@link ROW}'s. */
  readonly gap?: number;
}

/** M */
export const GENERIC = {
  primary: { top: 76, size: 30, weight: "regular", drop: 11.4, rise: 1.02 },
  secondary: { top: 174, size: 20, weight: "light", drop: 10, rise: 1.02 },
  auxiliary: { top: 218, size: 16, weight: "light", drop: 10.3, rise: 1.02 },
} as const satisfies Record<string, RowMetrics>;

/** M; with a strip I: header 60, strip 98, gap 8, pitch 48. */
export const EVENT = {
  primary: { top: 68, size: 20, weight: "regular", drop: 10.3, rise: 1.02 },
  secondary: { top: 120, size: 16, weight: "regular", drop: 10.3, rise: 1.02 },
  auxiliary: { top: 168, size: 14, weight: "regular", drop: 10.3, rise: 1.02 },
  stripSecondary: { top: 166, size: 16, weight: "regular", drop: 10.3, rise: 1.02 },
  stripAuxiliary: { top: 214, size: 14, weight: "regular", drop: 10.3, rise: 1.02 },
  /** I: the second auxiliary row under the first. */
  pitch: 44,
} as const;

/** Primaries M, the other rows I (auxiliary above secondary: A). */
export const BOARDING = {
  primaryTop: 68,
  primarySize: 40,
  primaryMinimum: 13,
  /** The values' middle, whatever their size. */
  primaryMiddle: 103.3,
  /** Room that values are shrunk to, and room that they are cut at. */
  primaryWidth: 145,
  primaryCut: 148,
  iconTop: 87.6,
  auxiliary: { top: 136, size: 20, weight: "light", drop: 10.3, rise: 1.02 },
  secondary: { top: 180, size: 20, weight: "light", drop: 10.3, rise: 1.02 },
} as const;

/** Store card and coupon. Row and strip M; the largest primary I (58.6 seen, already shrunk). */
export const STRIP_CARD = {
  row: { top: 212, size: 26, weight: "light", drop: 16, rise: 0.91, gap: 19.2 },
  primarySize: 60,
  primaryBaseline: 129.8,
  primaryLabelSize: 18,
  primaryLabelBaseline: 157.9,
} as const;

/** The strip under the header, full width. A; 98 for tickets: I since Apple's list of 2026 has it no more. */
export const STRIP = { top: 60, height: 144, eventHeight: 98 } as const;

/** A size; place I. */
export const THUMBNAIL = { genericTop: 76, eventTop: 68, size: 90, gap: 10 } as const;

/** A event tickets' background: larger than the face by 6 %, blurred. The blur is I (previewers: 5 to 16 px). */
export const BACKGROUND = { enlarge: 1.06, sigma: 12 } as const;

/** A: 286×15; gap to the barcode I. */
export const FOOTER = { maxWidth: 286, maxHeight: 15, gap: 4 } as const;

/** The white box of the barcode. M */
export const CODE_BOX = {
  radius: 4,
  maxWidth: 290,
  altSize: 14,
  altHeight: 15.3,
  /** From the box's bottom up to the text's baseline: under PDF417 it stands lower. */
  altBaseline: 10.7,
  altBaselinePdf: 3.3,
  /** From the box's bottom to the face's. */
  squareInset: 14.3,
  wideInset: 32.5,
  /** Square codes: modules are whole steps, as many as fit into `square` with one module of quiet on either side. */
  step: 2 / 3,
  square: 150,
  squarePadding: 5.85,
  /** PDF417: module, and padding around the symbol. */
  pdfModule: 7 / 3,
  pdfMaxHeight: 63,
  pdfWidth: 240.3,
  pdfBoxWidth: 267.5,
  /** Of a box without text; the symbol stands in its middle, and stays there when text comes below. */
  pdfBoxHeight: 83.9,
  /** Codes of bars: width with ten modules of quiet on either side, and the box. */
  barsWidth: 244.7,
  barsHeight: 39.3,
  barsQuiet: 10,
  barsBoxWidth: 257,
  barsBoxHeight: 75.7,
} as const;

/**
 * A pass that is not valid any more. That the code is grey, the colours are muted and a line says so is reported by issuers' guides
 * (docs/decisions/0026); how faint the symbol is O, everything else I.
 */
export const FADED = {
  symbol: 0.2,
  /** Over the whole face. */
  veil: { r: 142, g: 142, b: 147, a: 0.38 },
  /** Around the words where there is no code. */
  box: { padding: 10, height: 30, baseline: 10 },
} as const;

/** The part of a face that shows in a stack. A what shows, the height I. */
export const STACK_HEIGHT = 60;

/** Label colour without one of its own: the foreground with this much of the background. A wording, I number. */
export const LABEL_MIX = 0.65;

/** The frame in the place of a character that no font has, in em. I */
export const MISSING_FRAME = { inset: 0.08, height: 0.72, line: 0.05 } as const;

/** The poster faces. Artwork slot A; everything else I, after Apple's descriptions and figures. */
export const POSTER = {
  artworkHeight: 448,
  inset: 14,
  logoHeight: 30,
  logoMaxWidth: 126,
  secondaryLogoHeight: 12,
  secondaryLogoMaxWidth: 135,
  headerSize: 15,
  titleSize: 28,
  labelSize: 11,
  valueSize: 17,
  smallSize: 12,
  headerShade: 90,
  /** Event: baselines of the seats' labels and values, and of the venue. */
  seatLabel: 398,
  seatValue: 420,
  venue: 470,
  region: 487,
  /** Generic: where the code's panel ends, and the baselines below. */
  codeBottom: 372,
  /** Event: where the words of one that is over end, above its name. */
  endBottom: 320,
  primaryLabel: 404,
  primaryValue: 428,
  footer: 482,
} as const;

/** The semantic boarding pass. I, after Apple's description. */
export const SEMANTIC_BOARDING = {
  cityBaseline: 84,
  codeSize: 44,
  codeBaseline: 128,
  timeBaseline: 150,
  iconTop: 98,
  boardingLabel: 184,
  boardingValue: 212,
  boardingSize: 24,
  passengerLabel: 246,
  passengerValue: 266,
  badgeTop: 282,
  badgeHeight: 20,
  badgeGap: 6,
  badgeSize: 11,
} as const;
