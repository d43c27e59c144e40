/** A path of an image, taken apart: `de.lproj/icon@2x.png` is `{ folder: "de.lproj/", name: "icon", scale: 2 }`. */
export interface ImagePath {
  /** With its slash; empty at the top. */
  readonly folder: string;
  readonly name: string;
  readonly scale: 1 | 2 | 3;
}

/** Takes the path of a PNG apart; null for other files. Names are case sensitive, as they are to a device. */
export function parseImagePath(path: string): ImagePath | null {
  const match = /^(.*\/)?([^/@]+)(?:@([23])x)?\.png$/su.exec(path);
  if (match === null) return null;
  const [, folder = "", name = "", scale] = match;
  return { folder, name, scale: scale === "2" ? 2 : scale === "3" ? 3 : 1 };
}

export function toImagePath({ folder, name, scale }: ImagePath): string {
  return `${folder}${name}${scale === 1 ? "" : `@${scale}x`}.png`;
}
