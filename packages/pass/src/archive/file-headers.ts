import { PassError } from "../errors.ts";
import { ARCHIVE_LIMITS } from "./archive-limits.ts";
import { parseEntryPath } from "./entry-path.ts";
import {
  DIRECTORY_HEADER_BYTES,
  DIRECTORY_HEADER_SIGNATURE,
  FLAG_UTF8,
  LOCAL_HEADER_BYTES,
  LOCAL_HEADER_SIGNATURE,
  viewOf,
} from "./zip-format.ts";

/** The two headers that a file has in an archive. */
export interface FileHeaders {
  /** Before its data. */
  readonly local: Uint8Array;
  /** The record of the central directory. */
  readonly directory: Uint8Array;
}

/** What of a file's headers depends on its content. */
export interface ContentFacts {
  readonly crc32: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** What stands in the archive. */
  readonly compressed: Uint8Array;
  readonly size: number;
}

/** 2.0: folders and DEFLATE (APPNOTE 4.4.3.2). */
const VERSION_NEEDED = 20;
/** Version 2.0 of the format, written under UNIX, so that the upper half of the attributes is a file mode (APPNOTE 4.4.2). */
const VERSION_MADE_BY = (3 << 8) | 20;
/** A regular file, rw-r--r--. */
const FILE_MODE = 0o100644;
/**
 * 1 January 1980, 00:00:00, the first moment that ZIP knows (APPNOTE 4.4.6): the time of a file has no meaning in a pass, and
 * with a fixed one the same files give the same archive.
 */
const DOS_TIME = 0;
const DOS_DATE = (0 << 9) | (1 << 5) | 1;

/**
 * Headers for a path, with zeros where the content's facts go. Throws `ERR_PASS_ARCHIVE_UNSAFE` for a path that a reader would
 * refuse, `ERR_PASS_ARCHIVE_LIMIT` for one that is too long.
 */
export function createFileHeaders(path: string): FileHeaders {
  const name = encodePath(path);
  // APPNOTE 4.3.7. Checksum and sizes are in the header, so no data descriptor follows; there is no extra field.
  const local = new Uint8Array(LOCAL_HEADER_BYTES + name.length);
  const localView = viewOf(local);
  localView.setUint32(0, LOCAL_HEADER_SIGNATURE, true);
  writeCommon(localView, 4, name.length);
  local.set(name, LOCAL_HEADER_BYTES);
  // APPNOTE 4.3.12.
  const directory = new Uint8Array(DIRECTORY_HEADER_BYTES + name.length);
  const directoryView = viewOf(directory);
  directoryView.setUint32(0, DIRECTORY_HEADER_SIGNATURE, true);
  directoryView.setUint16(4, VERSION_MADE_BY, true);
  writeCommon(directoryView, 6, name.length);
  directoryView.setUint16(40, FILE_MODE, true);
  directory.set(name, DIRECTORY_HEADER_BYTES);
  return { local, directory };
}

/** Writes the content's facts into a local header that starts at `at`. */
export function writeLocalFacts(view: DataView, at: number, facts: ContentFacts): void {
  writeFacts(view, at + 4, facts);
}

/** Writes the content's facts, and where the local header starts, into a record of the central directory at `at`. */
export function writeDirectoryFacts(view: DataView, at: number, facts: ContentFacts, offset: number): void {
  writeFacts(view, at + 6, facts);
  view.setUint32(at + 42, offset, true);
}

/** The fields that both headers have in the same order, from the version needed to the length of the name. */
function writeCommon(view: DataView, at: number, nameLength: number): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, FLAG_UTF8, true);
  view.setUint16(at + 6, DOS_TIME, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint16(at + 22, nameLength, true);
}

function writeFacts(view: DataView, at: number, { method, crc32, compressed, size }: ContentFacts): void {
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 10, crc32, true);
  view.setUint32(at + 14, compressed.length, true);
  view.setUint32(at + 18, size, true);
}

function encodePath(path: string): Uint8Array {
  const parsed = parseEntryPath(path);
  if (!parsed.safe || parsed.path !== path) {
    const problem = parsed.safe ? "not a plain file path" : parsed.problem;
    throw new PassError("ERR_PASS_ARCHIVE_UNSAFE", `The path ${JSON.stringify(path)} cannot stand in a pass: ${problem}.`, {
      details: { path, problem },
    });
  }
  const name = new TextEncoder().encode(path);
  if (name.length > ARCHIVE_LIMITS.nameBytes) {
    throw new PassError("ERR_PASS_ARCHIVE_LIMIT", `A path is longer than ${ARCHIVE_LIMITS.nameBytes} bytes.`, {
      details: { limit: "nameBytes", value: ARCHIVE_LIMITS.nameBytes },
    });
  }
  return name;
}
