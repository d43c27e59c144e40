import type { JsonObject, PassStyle } from "@passwright/pass";
import type { Canvas } from "./canvas.ts";
import type { FaceBarcode } from "./barcode-box.ts";
import type { FaceField } from "./face-fields.ts";
import type { FacePicture } from "./face-picture.ts";

/** What a pass shows on its face, read once: texts for the reader, pictures at hand. */
export interface Face {
  readonly pass: JsonObject;
  readonly style: PassStyle;
  readonly logoText: string;
  readonly header: readonly FaceField[];
  readonly primary: readonly FaceField[];
  readonly secondary: readonly FaceField[];
  readonly auxiliary: readonly FaceField[];
  readonly footer: readonly FaceField[];
  readonly transitType: string;
  readonly barcodes: readonly FaceBarcode[];
  readonly pictures: FacePictures;
  /** A field's value as the reader of the pass reads it, in the reader's zone or another. */
  readonly format: (field: JsonObject, timeZone?: string) => string;
  /** Of a pass that is voided or expired, what says so: it is drawn muted, its code faint. Null while it is valid. */
  readonly over: string | null;
}

/** The pictures of a face; null where the pass has none, or none that can be read. */
export type FacePictures = Readonly<
  Record<"logo" | "strip" | "thumbnail" | "footer" | "artwork" | "primaryLogo" | "secondaryLogo" | "background", FacePicture | null>
>;

export const NO_PICTURES: FacePictures = {
  logo: null,
  strip: null,
  thumbnail: null,
  footer: null,
  artwork: null,
  primaryLogo: null,
  secondaryLogo: null,
  background: null,
};

/** Draws what is inside a face's outline. */
export type FacePainter = (canvas: Canvas, face: Face) => void;
