import { PassError } from "../errors.ts";
import { parseImagePath } from "../package/image-path.ts";
import { assertFilePath } from "../package/pass-files.ts";

/** Images of one pass by path, instead of the template's: `{ "thumbnail@2x.png": photo }`. */
export type ImageOverrides = Readonly<Record<string, Uint8Array>>;

/**
 * Which files of the template an override takes away. All scales and translations of a picture at the top go with it: a device
 * with a finer screen would otherwise still show the template's `thumbnail@3x.png`. A picture in a folder replaces that
 * language's alone.
 *
 * @throws {PassError} `ERR_PASS_FILE_NAME` for paths that are not those of a PNG.
 */
export function createOverrideFilter(images: ImageOverrides): (path: string) => boolean {
  const replaced = Object.keys(images).map((path) => {
    assertFilePath(path);
    const image = parseImagePath(path);
    if (image !== null) return image;
    throw new PassError("ERR_PASS_FILE_NAME", `${JSON.stringify(path)} is not the path of an image, such as "thumbnail@2x.png".`, {
      details: { path },
    });
  });
  return (path) => {
    const image = parseImagePath(path);
    if (image === null) return false;
    return replaced.some(({ folder, name }) => name === image.name && (folder === "" || folder === image.folder));
  };
}
