/** What the first bytes of an image say, read without decoding the pixels. Sizes in pixels. */
export interface ImageFacts {
  readonly format: "png" | "cgbi" | "jpeg" | "webp" | "gif" | "heic";
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** False when the file is cut off or its checksums are wrong (PNG chunks; end markers of the others). */
  readonly intact: boolean;
}
