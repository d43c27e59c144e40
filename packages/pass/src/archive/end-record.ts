import {
  DIRECTORY_HEADER_SIGNATURE,
  END_RECORD_BYTES,
  END_RECORD_SIGNATURE,
  MASKED_16,
  MASKED_32,
  readUint64,
  viewOf,
  ZIP64_END_RECORD_BYTES,
  ZIP64_END_RECORD_SIGNATURE,
  ZIP64_LOCATOR_BYTES,
  ZIP64_LOCATOR_SIGNATURE,
} from "./zip-format.ts";

/** Where the central directory is, as the end of the archive tells it. Positions count from the first byte. */
export interface EndRecord {
  readonly directoryStart: number;
  readonly directoryEnd: number;
  /** Where the record itself says that the directory starts; less than `directoryStart` when bytes were put before the archive. Null when that number is cut off. */
  readonly announcedStart: number | null;
  readonly announcedEntries: number;
  readonly zip64: boolean;
  readonly commentBytes: number;
  /** Bytes after the record and its comment. */
  readonly trailingBytes: number;
  /** The record or its comment is cut off. */
  readonly truncated: boolean;
}

/** The least of an end record that can be used: up to and with the size of the directory. */
const USABLE_BYTES = 16;

/** Signatures that lead nowhere are passed over, but not without end. */
const MAX_CANDIDATES = 64;

/**
 * The last end record that leads to a central directory. The *last*, as Info-ZIP, Python and others take it: choosing
 * differently would let an archive show one set of files here and another there. Null when there is none.
 */
export function findEndRecord(bytes: Uint8Array, searchBytes: number): EndRecord | null {
  const view = viewOf(bytes);
  const earliest = Math.max(0, bytes.length - searchBytes);
  let candidates = 0;
  for (let at = bytes.length - USABLE_BYTES; at >= earliest; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== END_RECORD_SIGNATURE) continue;
    const record = readEndRecord(view, at);
    if (record) return record;
    if (++candidates === MAX_CANDIDATES) return null;
  }
  return null;
}

function readEndRecord(view: DataView, at: number): EndRecord | null {
  const size = view.byteLength;
  const complete = at + END_RECORD_BYTES <= size;
  const commentBytes = complete ? view.getUint16(at + 20, true) : 0;
  const end = at + END_RECORD_BYTES + commentBytes;
  let entries = view.getUint16(at + 10, true);
  let directorySize = view.getUint32(at + 12, true);
  let announcedStart = complete ? view.getUint32(at + 16, true) : null;
  let directoryEnd = at;
  const zip64 = findZip64Record(view, at);
  if (zip64 !== null) {
    directoryEnd = zip64;
    if (entries === MASKED_16) entries = readUint64(view, zip64 + 32);
    if (directorySize === MASKED_32) directorySize = readUint64(view, zip64 + 40);
    if (announcedStart === MASKED_32) announcedStart = readUint64(view, zip64 + 48);
  }
  const directoryStart = findDirectory(view, { entries, directorySize, announcedStart, directoryEnd });
  if (directoryStart === null) return null;
  return {
    directoryStart,
    directoryEnd,
    announcedStart,
    announcedEntries: entries,
    zip64: zip64 !== null,
    commentBytes: Math.min(commentBytes, Math.max(0, size - at - END_RECORD_BYTES)),
    trailingBytes: Math.max(0, size - end),
    truncated: end > size,
  };
}

/** The ZIP64 end record, through the locator right before the end record (APPNOTE 4.3.15). */
function findZip64Record(view: DataView, endRecordAt: number): number | null {
  const locator = endRecordAt - ZIP64_LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) return null;
  // With bytes before the archive the announced place is wrong; the record stands right before the locator then.
  for (const at of [readUint64(view, locator + 8), locator - ZIP64_END_RECORD_BYTES]) {
    const fits = at >= 0 && at + ZIP64_END_RECORD_BYTES <= locator;
    if (fits && view.getUint32(at, true) === ZIP64_END_RECORD_SIGNATURE) return at;
  }
  return null;
}

interface DirectoryFacts {
  readonly entries: number;
  readonly directorySize: number;
  readonly announcedStart: number | null;
  readonly directoryEnd: number;
}

/** The directory ends where the end record begins, so its size finds it even behind leading bytes; else the announced place. */
function findDirectory(view: DataView, facts: DirectoryFacts): number | null {
  if (facts.entries === 0 && facts.directorySize === 0) return facts.directoryEnd;
  for (const at of [facts.directoryEnd - facts.directorySize, facts.announcedStart ?? -1]) {
    if (at >= 0 && at + 4 <= facts.directoryEnd && view.getUint32(at, true) === DIRECTORY_HEADER_SIGNATURE) return at;
  }
  return null;
}
