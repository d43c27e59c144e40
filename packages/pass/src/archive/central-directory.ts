import { PassError } from "../errors.ts";
import type { ArchiveLimits } from "./archive-limits.ts";
import type { EndRecord } from "./end-record.ts";
import { decodeEntryName } from "./entry-path.ts";
import {
  DIRECTORY_HEADER_BYTES,
  DIRECTORY_HEADER_SIGNATURE,
  LOCAL_HEADER_SIGNATURE,
  MASKED_32,
  readUint64,
  viewOf,
} from "./zip-format.ts";

/** One record of the central directory, as it stands there. */
export interface DirectoryRecord {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header, from where the archive starts (see {@link findArchiveStart}). */
  readonly offset: number;
  /** POSIX file mode from the upper half of the external attributes; 0 where the writer gave none. */
  readonly mode: number;
  readonly zip64: boolean;
}

const ZIP64_EXTRA_FIELD = 0x0001;

/**
 * The records from `directoryStart` on, as many as there are; the announced number is not trusted. Throws
 * `ERR_PASS_ARCHIVE_LIMIT` for too many or too long names: before anything is unpacked.
 */
export function readCentralDirectory(bytes: Uint8Array, end: EndRecord, limits: ArchiveLimits): DirectoryRecord[] {
  const view = viewOf(bytes);
  const records: DirectoryRecord[] = [];
  let at = end.directoryStart;
  while (at + DIRECTORY_HEADER_BYTES <= end.directoryEnd && view.getUint32(at, true) === DIRECTORY_HEADER_SIGNATURE) {
    if (records.length === limits.entries) throw limit("entries", limits.entries);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + DIRECTORY_HEADER_BYTES + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end.directoryEnd) break;
    if (nameLength > limits.nameBytes) throw limit("nameBytes", limits.nameBytes);
    records.push(readRecord(bytes, view, at, nameLength, extraLength));
    at = next;
  }
  return records;
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): DirectoryRecord {
  const nameStart = at + DIRECTORY_HEADER_BYTES;
  const nameBytes = bytes.subarray(nameStart, nameStart + nameLength);
  const extraStart = nameStart + nameLength;
  const masked = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)] as const;
  const [size, compressedSize, offset] = unmask(view, masked, extraStart, extraStart + extraLength);
  return {
    name: decodeEntryName(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset,
    mode: view.getUint16(at + 40, true),
    zip64: masked.includes(MASKED_32),
  };
}

/** Puts the 8-byte numbers of the ZIP64 extra field in place of those that are masked, in its fixed order (APPNOTE 4.5.3). */
function unmask(view: DataView, masked: readonly [number, number, number], start: number, end: number): [number, number, number] {
  const values: [number, number, number] = [...masked];
  if (!masked.includes(MASKED_32)) return values;
  let at = findExtraField(view, ZIP64_EXTRA_FIELD, start, end);
  if (at === null) return values;
  for (const index of [0, 1, 2] as const) {
    if (masked[index] !== MASKED_32) continue;
    if (at + 8 > end) break;
    values[index] = readUint64(view, at);
    at += 8;
  }
  return values;
}

function findExtraField(view: DataView, id: number, start: number, end: number): number | null {
  let at = start;
  while (at + 4 <= end) {
    if (view.getUint16(at, true) === id) return at + 4;
    at += 4 + view.getUint16(at + 2, true);
  }
  return null;
}

/**
 * Where offset 0 of the archive is in the bytes. Normally 0; with bytes before the archive (a greeting, a stub) the
 * directory stands later than announced by as many. When the announced place is cut off, the first local header tells.
 */
export function findArchiveStart(bytes: Uint8Array, end: EndRecord, records: readonly DirectoryRecord[]): number {
  const first = records.reduce((least, record) => Math.min(least, record.offset), Number.POSITIVE_INFINITY);
  const view = viewOf(bytes);
  const startsFile = (start: number) => {
    const at = start + first;
    return start >= 0 && at + 4 <= bytes.length && view.getUint32(at, true) === LOCAL_HEADER_SIGNATURE;
  };
  const shifted = end.directoryStart - (end.announcedStart ?? end.directoryStart);
  if (startsFile(shifted)) return shifted;
  if (startsFile(0)) return 0;
  const found = findSignature(view, LOCAL_HEADER_SIGNATURE, Math.min(end.directoryStart, MAX_LEADING_BYTES));
  return found === null || !startsFile(found - first) ? 0 : found - first;
}

/** How many leading bytes are searched for the first local header when nothing tells their number. */
const MAX_LEADING_BYTES = 64 * 1024;

function findSignature(view: DataView, signature: number, end: number): number | null {
  for (let at = 0; at + 4 <= end; at++) {
    if (view.getUint32(at, true) === signature) return at;
  }
  return null;
}

/** The archive asks for more than the limit of this name. */
export function limit(name: keyof ArchiveLimits, value: number): PassError {
  return new PassError("ERR_PASS_ARCHIVE_LIMIT", `The archive has more than the ${value} ${LIMIT_WORDS[name]} that are allowed.`, {
    details: { limit: name, value },
  });
}

const LIMIT_WORDS: Readonly<Record<keyof ArchiveLimits, string>> = {
  archiveBytes: "bytes",
  entries: "entries",
  entryBytes: "bytes in one file",
  totalBytes: "bytes in all files",
  nameBytes: "bytes in a path",
  ratio: "times its own size in its files",
  ratioFreeBytes: "bytes that may be packed tightly",
  endSearchBytes: "bytes after its end record",
};
