import { assertCount, assertKeyTexts, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import type { PassKey } from "../storage.ts";
import { imagePathsAt, imagesAt } from "./image-queries.ts";
import { IMAGE_STORAGE_LIMITS, type PassImageChange, type PassImageStore } from "./image-storage.ts";

/** Pictures of passes over a database. */
export function createPassImageStore(backend: StorageBackend): PassImageStore {
  const { queries } = backend;
  const anyKey = { passTypeIdentifier: "", serialNumber: "" };
  const ofAnyPass = imagesAt(queries, anyKey, 0);
  const isKnown = ({ passTypeIdentifier, serialNumber }: PassKey) => isKeyText(passTypeIdentifier) && isKeyText(serialNumber);
  return {
    // On the way of every archive that is built: written once, asked with other values.
    find: (key, revision) =>
      isKnown(key) ? backend.all({ ...ofAnyPass, parameters: [key.passTypeIdentifier, key.serialNumber, revision] }) : [],
    list: (key, revision) => (isKnown(key) ? backend.all(imagePathsAt(queries, key, revision)) : []),
  };
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`, `ERR_STORAGE_ARGUMENT`. */
export function assertImageChanges(images: readonly PassImageChange[]): void {
  assertCount("Pictures of one change", images.length, IMAGE_STORAGE_LIMITS.filesPerChange);
  for (const { path, content } of images) {
    assertKeyTexts({ path });
    if (content === null) continue;
    assertKeyTexts({ digest: content.digest });
    assertCount("Bytes of a picture", content.bytes.length, IMAGE_STORAGE_LIMITS.fileBytes);
  }
}
