import { concatBytes } from "../der/bytes.ts";
import { PassError } from "../errors.ts";
import type { PreparedFile } from "./prepare-file.ts";
import { END_RECORD_BYTES, END_RECORD_SIGNATURE, MASKED_16, MASKED_32, viewOf } from "./zip-format.ts";

/** Files at the beginning of many archives: their part of each archive, built once. */
export interface PreparedGroup {
  readonly files: readonly PreparedFile[];
  readonly paths: ReadonlySet<string>;
  /** Headers and data of all files in one piece. */
  readonly local: Uint8Array;
  /** Their records of the central directory, with offsets. */
  readonly directory: Uint8Array;
}

/**
 * Joins files that stay the same from pass to pass. The group holds a copy of their packed form; every archive shares it.
 *
 * Throws `ERR_PASS_ARCHIVE_UNSAFE` when a path stands twice.
 *
 * @example
 * ```ts
 * const group = prepareGroup([await prepareFile("icon.png", icon)]);
 * const chunks = writeArchive([await prepareFile("pass.json", passJson)], group);
 * ```
 */
export function prepareGroup(files: readonly PreparedFile[]): PreparedGroup {
  const paths = new Set<string>();
  for (const { path } of files) assertNew(path, paths);
  return {
    files,
    paths,
    local: joinChunks(files.flatMap((file) => [file.localHeader, file.compressed])),
    directory: createDirectory(files, 0, 0),
  };
}

/**
 * Writes a ZIP archive as a list of byte arrays: the group, header and data of each file in the given order, and the central
 * directory with the end record. Nothing but the last is made or copied here; the arrays belong to the files and must not be changed.
 * The same files give the same bytes: fixed time (1 January 1980), UTF-8 names, mode 0644, no extra fields, no data descriptors.
 *
 * Throws `ERR_PASS_ARCHIVE_UNSAFE` when a path stands twice, `ERR_PASS_ARCHIVE_LIMIT` above 4 GB or 65,534 files (no ZIP64: a
 * device takes far less).
 *
 * @example
 * ```ts
 * const bytes = joinChunks(writeArchive([await prepareFile("pass.json", passJson)]));
 * ```
 */
export function writeArchive(files: readonly PreparedFile[], group: PreparedGroup = EMPTY_GROUP): Uint8Array[] {
  const paths = new Set<string>();
  const chunks: Uint8Array[] = group.local.length > 0 ? [group.local] : [];
  let offset = group.local.length;
  for (const file of files) {
    if (group.paths.has(file.path)) throw repeatedPath(file.path);
    assertNew(file.path, paths);
    chunks.push(file.localHeader, file.compressed);
    offset += file.localHeader.length + file.compressed.length;
  }
  const entries = group.files.length + files.length;
  assertFits(entries, offset);
  const tail = createDirectory(files, group.local.length, END_RECORD_BYTES, group.directory);
  writeEndRecord(tail, { entries, directoryBytes: tail.length - END_RECORD_BYTES, directoryOffset: offset });
  chunks.push(tail);
  return chunks;
}

/**
 * One array of many, for whoever needs a single one.
 *
 * @example
 * ```ts
 * await writeFile("my.pkpass", joinChunks(chunks));
 * ```
 */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  return concatBytes(chunks);
}

const EMPTY_GROUP: PreparedGroup = /* @__PURE__ */ prepareGroup([]);

/** Where a directory record has the offset of its file (APPNOTE 4.3.12). */
const OFFSET_FIELD = 42;

/** The records of files whose first starts at `offset`, after those of a group, and room for the end record. */
function createDirectory(
  files: readonly PreparedFile[],
  offset: number,
  room: number,
  before: Uint8Array = new Uint8Array(),
): Uint8Array {
  let size = before.length + room;
  for (const file of files) size += file.directoryHeader.length;
  const directory = new Uint8Array(size);
  directory.set(before);
  const view = viewOf(directory);
  let at = before.length;
  let start = offset;
  for (const { directoryHeader, localHeader, compressed } of files) {
    directory.set(directoryHeader, at);
    view.setUint32(at + OFFSET_FIELD, start, true);
    at += directoryHeader.length;
    start += localHeader.length + compressed.length;
  }
  return directory;
}

/** Throws `ERR_PASS_ARCHIVE_LIMIT` for what needs ZIP64, which we do not write: a device takes far less. `bytes`: without directory. */
export function assertFits(entries: number, bytes: number): void {
  if (bytes < MASKED_32 && entries < MASKED_16) return;
  throw new PassError("ERR_PASS_ARCHIVE_LIMIT", "The archive has more files or bytes than a ZIP archive without ZIP64 holds.", {
    details: { entries, bytes },
  });
}

/** Where the central directory is. */
interface DirectoryPlace {
  readonly entries: number;
  readonly directoryBytes: number;
  /** From the beginning of the archive. */
  readonly directoryOffset: number;
}

/** Writes the end record at the end of `tail`, whose room for it is zeros: APPNOTE 4.3.16, one disk, no comment. */
export function writeEndRecord(tail: Uint8Array, { entries, directoryBytes, directoryOffset }: DirectoryPlace): void {
  const view = viewOf(tail);
  const at = tail.length - END_RECORD_BYTES;
  view.setUint32(at, END_RECORD_SIGNATURE, true);
  view.setUint16(at + 8, entries, true);
  view.setUint16(at + 10, entries, true);
  view.setUint32(at + 12, directoryBytes, true);
  view.setUint32(at + 16, directoryOffset, true);
}

function assertNew(path: string, paths: Set<string>): void {
  if (paths.has(path)) throw repeatedPath(path);
  paths.add(path);
}

export function repeatedPath(path: string): PassError {
  return new PassError("ERR_PASS_ARCHIVE_UNSAFE", `The path ${JSON.stringify(path)} stands twice in the archive.`, {
    details: { path },
  });
}
