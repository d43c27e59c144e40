import { IMAGE_NAMES, type ImageName } from "./enums.ts";
import type { PassStyle, StyleScheme } from "./style.ts";

/** Scales at which an image may be given: `icon.png`, `icon@2x.png`, `icon@3x.png`. */
export const IMAGE_SCALES = [1, 2, 3] as const;
export type ImageScale = (typeof IMAGE_SCALES)[number];

/** A face on which an image is drawn: a plain style or a scheme. */
export type PassFace = PassStyle | StyleScheme;

/** Width and height in points; times the scale they are pixels. */
export interface PointSize {
  readonly width: number;
  readonly height: number;
}

/**
 * `exact`: this size; `within`: at most `width` × `height`, at least `minWidth` wide; `square`: as wide as high, from
 * `minWidth` to `width`.
 */
export interface ImageSizeRule extends PointSize {
  readonly rule: "exact" | "within" | "square";
  readonly minWidth: number;
}

/** One image of a pass. All may lie in `.lproj` folders instead of the top level. */
export interface ImageSpec {
  readonly name: ImageName;
  /** `pass`: every pass needs it at some scale; `personalization`: needed beside personalization.json. */
  readonly required: "pass" | "personalization" | null;
  /** The size that the current guidelines state; null where none is documented. */
  readonly size: ImageSizeRule | null;
  /** Sizes that other documentation or Apple's tool states, and that are no fault. */
  readonly alsoDocumented: readonly PointSize[];
  /** Styles whose packages may hold it. */
  readonly styles: readonly PassStyle[];
  /** Faces that draw it. */
  readonly faces: readonly PassFace[];
  /** Images that are not drawn, or must not be given, beside it. */
  readonly excludes: readonly ImageName[];
  readonly minIOS: number;
  /** null: not drawn on Apple Watch. */
  readonly minWatchOS: number | null;
}

const LEGACY = ["boardingPass", "coupon", "eventTicket", "generic", "storeCard"] as const;

/** The images, by name. Sizes from the Human Interface Guidelines (2026), the archived guide and Apple's pass-builder. */
export const IMAGES: Readonly<Record<ImageName, ImageSpec>> = {
  icon: {
    name: "icon",
    required: "pass",
    size: { rule: "square", width: 38, height: 38, minWidth: 29 },
    alsoDocumented: [{ width: 29, height: 29 }],
    styles: [...LEGACY, "posterGeneric"],
    faces: [...LEGACY, "posterGeneric", "posterEventTicket", "semanticBoardingPass"],
    excludes: [],
    minIOS: 6,
    minWatchOS: 2,
  },
  logo: {
    name: "logo",
    required: null,
    size: { rule: "within", width: 160, height: 50, minWidth: 50 },
    alsoDocumented: [],
    styles: LEGACY,
    faces: LEGACY,
    excludes: [],
    minIOS: 6,
    minWatchOS: 2,
  },
  primaryLogo: {
    name: "primaryLogo",
    required: null,
    size: { rule: "within", width: 126, height: 30, minWidth: 30 },
    alsoDocumented: [],
    styles: ["boardingPass", "eventTicket", "posterGeneric"],
    faces: ["posterEventTicket", "semanticBoardingPass", "posterGeneric"],
    excludes: [],
    minIOS: 18,
    minWatchOS: null,
  },
  secondaryLogo: {
    name: "secondaryLogo",
    required: null,
    size: { rule: "within", width: 135, height: 12, minWidth: 12 },
    alsoDocumented: [],
    styles: ["eventTicket"],
    faces: ["posterEventTicket"],
    excludes: [],
    minIOS: 18,
    minWatchOS: null,
  },
  strip: {
    name: "strip",
    required: null,
    size: { rule: "exact", width: 375, height: 144, minWidth: 375 },
    alsoDocumented: [
      { width: 375, height: 98 },
      { width: 375, height: 123 },
      { width: 320, height: 84 },
      { width: 320, height: 110 },
      { width: 320, height: 123 },
    ],
    styles: ["coupon", "eventTicket", "storeCard"],
    faces: ["coupon", "eventTicket", "storeCard"],
    excludes: ["background", "thumbnail"],
    minIOS: 6,
    minWatchOS: null,
  },
  thumbnail: {
    name: "thumbnail",
    required: null,
    size: { rule: "within", width: 90, height: 90, minWidth: 60 },
    alsoDocumented: [],
    styles: ["eventTicket", "generic"],
    faces: ["eventTicket", "generic"],
    excludes: ["strip"],
    minIOS: 6,
    minWatchOS: null,
  },
  background: {
    name: "background",
    required: null,
    size: { rule: "exact", width: 343, height: 503, minWidth: 343 },
    alsoDocumented: [
      { width: 345, height: 505 },
      { width: 180, height: 220 },
    ],
    styles: ["eventTicket", "posterGeneric"],
    faces: ["eventTicket", "posterEventTicket", "posterGeneric"],
    excludes: ["strip"],
    minIOS: 6,
    minWatchOS: null,
  },
  artwork: {
    name: "artwork",
    required: null,
    size: { rule: "exact", width: 358, height: 448, minWidth: 358 },
    alsoDocumented: [],
    styles: ["eventTicket", "posterGeneric"],
    faces: ["posterEventTicket", "posterGeneric"],
    excludes: [],
    minIOS: 18,
    minWatchOS: null,
  },
  footer: {
    name: "footer",
    required: null,
    size: { rule: "within", width: 286, height: 15, minWidth: 1 },
    alsoDocumented: [{ width: 268, height: 15 }],
    styles: ["boardingPass"],
    faces: ["boardingPass", "semanticBoardingPass"],
    excludes: [],
    minIOS: 6,
    minWatchOS: null,
  },
  personalizationLogo: {
    name: "personalizationLogo",
    required: "personalization",
    size: { rule: "exact", width: 150, height: 40, minWidth: 150 },
    alsoDocumented: [],
    styles: ["storeCard"],
    faces: ["storeCard"],
    excludes: [],
    minIOS: 10,
    minWatchOS: null,
  },
  venueMap: {
    name: "venueMap",
    required: null,
    size: null,
    alsoDocumented: [],
    styles: ["eventTicket"],
    faces: ["posterEventTicket"],
    excludes: [],
    minIOS: 18,
    minWatchOS: null,
  },
};

/** A name such as `logo` or `icon@2x` without folder and ending, taken apart; null when it is no image of a pass. */
export function parseImageName(stem: string): { readonly name: ImageName; readonly scale: ImageScale } | null {
  const match = /^([A-Za-z]+)(?:@([23])x)?$/u.exec(stem);
  const name = IMAGE_NAMES.find((known) => known === match?.[1]);
  if (name === undefined) return null;
  return { name, scale: match?.[2] === "3" ? 3 : match?.[2] === "2" ? 2 : 1 };
}

/** `icon@2x.png` for an image at a scale. */
export function imageFileName(name: ImageName, scale: ImageScale): string {
  return scale === 1 ? `${name}.png` : `${name}@${scale}x.png`;
}
