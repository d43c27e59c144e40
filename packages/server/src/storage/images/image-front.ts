import { assertCount, assertKeyTexts, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import type { PassKey } from "../storage.ts";
import { anyImage, imagePathsAt, imagesAt } from "./image-queries.ts";
import { IMAGE_STORAGE_LIMITS, type PassImageChange, type PassImageStore } from "./image-storage.ts";

/** Whether any pass has a picture of its own: where none has, no build has to ask. */
export interface ImagePresence {
  /** Null: not looked yet. */
  any: boolean | null;
}

/** Pictures of passes over a database. `presence` is told by whoever writes some. */
export function createPassImageStore(backend: StorageBackend, presence: ImagePresence): PassImageStore {
  const { queries } = backend;
  // SQLite belongs to one process, which knows of every picture. Of PostgreSQL another may have put one in just now.
  const isSolitary = backend.dialect === "sqlite";
  const isKnown = ({ passTypeIdentifier, serialNumber }: PassKey) => isKeyText(passTypeIdentifier) && isKeyText(serialNumber);
  return {
    find: (key, revision) => {
      if ((isSolitary && presence.any === false) || !isKnown(key)) return [];
      const found = backend.all(imagesAt(queries, key, revision));
      if (isSolitary && presence.any === null) {
        const first = backend.all(anyImage(queries));
        if (!(first instanceof Promise)) presence.any = first.length > 0;
      }
      return found;
    },
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
