import { type Compression, packContent, type PackedContent } from "../archive/pack-content.ts";
import { prepareFile, type PreparedFile } from "../archive/prepare-file.ts";
import type { MaybePromise } from "../platform/platform.ts";

/** Up to this size a file that is made for one pass alone is not packed. */
const SMALL = 4096;

/**
 * How a file is packed that is made for one pass alone: pass.json, manifest.json, signature. Small ones are stored as they
 * are: deflating takes 10 µs a kilobyte, as much as all else that is done for a pass beside signing, and saves some hundred
 * bytes of a hundred thousand; digests and signatures do not get smaller at all.
 */
function compressionOf(bytes: Uint8Array): Compression {
  return bytes.length <= SMALL ? "none" : "auto";
}

/** Hashes and packs a file that is made for one pass alone. */
export function prepareSmallFile(path: string, bytes: Uint8Array): MaybePromise<PreparedFile> {
  return prepareFile(path, bytes, { compression: compressionOf(bytes) });
}

/** Packs it, for an archive whose headers are there already. */
export function packSmallFile(bytes: Uint8Array): MaybePromise<PackedContent> {
  return packContent(bytes, compressionOf(bytes));
}
