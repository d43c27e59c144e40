import { platform } from "#platform";
import { toHex } from "../manifest/hex.ts";
import type { MaybePromise } from "../platform/platform.ts";
import { createFileHeaders, type FileHeaders, writeDirectoryFacts, writeLocalFacts } from "./file-headers.ts";
import { type Compression, packContent, type PackedContent } from "./pack-content.ts";
import { viewOf } from "./zip-format.ts";

/** A file with everything an archive needs of it, worked out once: a template's images are not hashed or packed again for each pass. */
export interface PreparedFile extends PackedContent {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** 20 bytes. */
  readonly sha1: Uint8Array;
  /** 40 lower-case hex digits, as the manifest lists them. */
  readonly sha1Hex: string;
  readonly localHeader: Uint8Array;
  /** The record of the central directory; its offset (4 bytes at 42) is 0 and filled in by the writer. */
  readonly directoryHeader: Uint8Array;
}

export interface PrepareFileOptions {
  /** `auto` usually. */
  readonly compression?: Compression;
}

/**
 * Hashes, checks and packs one file. A plain result in Node, a promise where the runtime has only asynchronous means. `bytes`
 * are kept, not copied: they must not change any more. The packed form depends on the runtime's DEFLATE, so archives are the same
 * byte for byte from one runtime in one version.
 *
 * Throws `ERR_PASS_ARCHIVE_UNSAFE` for a path that a reader would refuse (absolute, `..`, backslash, `./`, a folder), and
 * `ERR_PASS_ARCHIVE_LIMIT` for one that is too long.
 *
 * @example
 * ```ts
 * const icon = await prepareFile("icon.png", bytes);
 * ```
 */
export function prepareFile(path: string, bytes: Uint8Array, options: PrepareFileOptions = {}): MaybePromise<PreparedFile> {
  const headers = createFileHeaders(path);
  const sha1 = platform.digest("sha1", bytes);
  const content = packContent(bytes, options.compression ?? "auto");
  if (sha1 instanceof Uint8Array && !(content instanceof Promise)) return finish(path, bytes, headers, sha1, content);
  return Promise.all([sha1, content]).then((values) => finish(path, bytes, headers, ...values));
}

function finish(path: string, bytes: Uint8Array, headers: FileHeaders, sha1: Uint8Array, content: PackedContent): PreparedFile {
  writeLocalFacts(viewOf(headers.local), 0, content);
  writeDirectoryFacts(viewOf(headers.directory), 0, content, 0);
  return {
    ...content,
    path,
    bytes,
    sha1,
    sha1Hex: toHex(sha1),
    localHeader: headers.local,
    directoryHeader: headers.directory,
  };
}
