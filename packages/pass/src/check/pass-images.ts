import { type ImageSpec, imageFileName, IMAGES, parseImageName } from "../model/images.ts";
import type { CheckSubject, ImageFile } from "./subject.ts";

/** An image that a device finds: known by its name, and at the top level or in an `.lproj` folder there. */
export interface PassImage extends ImageFile {
  readonly spec: ImageSpec;
}

/** The images of a pass that a device finds. */
export function passImages({ images }: Pick<CheckSubject, "images">): readonly PassImage[] {
  return images.flatMap((image) => {
    if (image.folder !== "" && !isLanguageFolder(image.folder)) return [];
    const parsed = parseImageName(stemOf(image.file));
    // Names and scales count letter by letter: `Icon.png` and `icon@2X.png` are other files.
    if (parsed === null || fileNameOf(image.file) !== imageFileName(parsed.name, parsed.scale)) return [];
    return [{ ...image, spec: IMAGES[parsed.name] }];
  });
}

/** The images that are one image at several scales: same name, same folder. */
export function imageSets(images: readonly PassImage[]): readonly (readonly PassImage[])[] {
  return [...Map.groupBy(images, ({ folder, spec }) => `${folder}/${spec.name}`).values()].map((set) =>
    set.toSorted((a, b) => a.scale - b.scale),
  );
}

export function isLanguageFolder(folder: string): boolean {
  return /^[^/]+\.lproj$/u.test(folder);
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The file name without its ending. */
export function stemOf(path: string): string {
  return fileNameOf(path).replace(/\.[^.]*$/u, "");
}
