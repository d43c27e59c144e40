import type { ImageFacts } from "@passwright/pass";

/**
 * Pixels: four bytes for each (red, green, blue, alpha), row by row from the top left, sRGB, colours not multiplied by alpha.
 * `rgba.length` is `width × height × 4`.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** What keeps a file from being drawn, each in a sentence. */
export const PICTURE_FAULTS = {
  "unknown-format": "The bytes are no picture of a format that passes use.",
  "format-not-drawn": "The picture is of a format that is not drawn here.",
  "too-many-bytes": "The file is larger than the limit.",
  "too-many-pixels": "The picture has more pixels than the limit.",
  "too-many-together": "The pictures of the drawing have more pixels together than the limit.",
  "too-much-work": "The file asks for more work than its pixels explain.",
  damaged: "The file is cut off or damaged.",
} as const satisfies Record<string, string>;

export type PictureFault = keyof typeof PICTURE_FAULTS;

/** What a decoder found instead of pixels. */
export interface PictureProblem {
  readonly fault: PictureFault;
  /** What was found, for people. */
  readonly detail: string;
}

/** The pixels of a file, or why there are none. A bad picture throws nothing: the face is drawn without it. */
export type PictureResult =
  | { readonly picture: Picture; readonly format: ImageFacts["format"]; readonly fault: null; readonly detail: null }
  | (PictureProblem & {
      readonly picture: null;
      /** Null when the bytes are of no known format. */
      readonly format: ImageFacts["format"] | null;
    });

/** A picture of one colour: by default of nothing, all bytes 0. */
export function createPicture(width: number, height: number): Picture {
  return { width, height, rgba: new Uint8ClampedArray(width * height * 4) };
}
