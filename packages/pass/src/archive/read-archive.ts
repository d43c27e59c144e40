import { PassError } from "../errors.ts";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "./archive-limits.ts";
import type { ArchiveEntry, ArchiveOddity, ArchiveReport } from "./archive-report.ts";
import { type DirectoryRecord, findArchiveStart, limit, readCentralDirectory } from "./central-directory.ts";
import { type EndRecord, findEndRecord } from "./end-record.ts";
import { decodeEntryName, parseEntryPath } from "./entry-path.ts";
import { type LocalHeader, readLocalHeader } from "./local-header.ts";
import { describeForeignFile } from "./foreign-file.ts";
import { unpackEntry } from "./unpack-entry.ts";
import { FLAGS_ENCRYPTED, LOCAL_HEADER_SIGNATURE, METHOD_STORED, viewOf } from "./zip-format.ts";

/** An archive, read. */
export interface Archive {
  readonly report: ArchiveReport;
  /**
   * Every file that could be unpacked, in the order of the central directory, by its path without `./`. Stored files are
   * views into the bytes of the archive.
   */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a ZIP archive that may be hostile: the central directory rules, nothing is unpacked before its sizes have been held
 * against the limits, and never more than it announces. What is odd but readable is in the report. A file that cannot or must
 * not be unpacked (damaged, encrypted, a symbolic link, a path that leaves the archive, an unknown method) is reported and left
 * out; one with a wrong checksum is reported and kept. Of two entries with one path the last counts, as in Info-ZIP and Python.
 *
 * Throws a {@link PassError}: `ERR_PASS_ARCHIVE_NOT_ZIP` without an end record that leads to a central directory,
 * `ERR_PASS_ARCHIVE_LIMIT`, or `ERR_PASS_ARCHIVE_UNSAFE` when entries share bytes (the quoted-overlap bomb, D. Fifield,
 * "A better zip bomb", 2019).
 *
 * Format: PKWARE APPNOTE 6.3.10.
 *
 * @example
 * ```ts
 * const { files, report } = await readArchive(bytes);
 * const passJson = files.get("pass.json");
 * ```
 */
export async function readArchive(bytes: Uint8Array, options: { readonly limits?: Partial<ArchiveLimits> } = {}): Promise<Archive> {
  const limits = { ...ARCHIVE_LIMITS, ...options.limits };
  if (bytes.length > limits.archiveBytes) throw limit("archiveBytes", limits.archiveBytes);
  const end = findEndRecord(bytes, limits.endSearchBytes);
  if (!end) throw notZip(bytes);
  const records = readCentralDirectory(bytes, end, limits);
  assertSizes(records, bytes.length, limits);
  const archiveStart = findArchiveStart(bytes, end, records);
  const headers = records.map((record) => readLocalHeader(bytes, record, archiveStart, end.directoryStart));
  assertDisjoint(headers);

  const oddities = describeFrame(bytes, end, records, headers);
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    await readEntry({ bytes, record, header: headers[index] ?? null, files, seen, oddities });
  }
  return { report: { size: bytes.length, entries: records.map(toEntry), oddities }, files };
}

/**
 * Whether bytes are a ZIP archive, by its first signature or by an end record. Says nothing of what is in it.
 *
 * @example
 * ```ts
 * if (!looksLikeZip(bytes)) console.error("not a pass");
 * ```
 */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const starts = bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL_HEADER_SIGNATURE;
  return starts || findEndRecord(bytes, ARCHIVE_LIMITS.endSearchBytes) !== null;
}

function notZip(bytes: Uint8Array): PassError {
  const reason = describeForeignFile(bytes);
  return new PassError("ERR_PASS_ARCHIVE_NOT_ZIP", `The bytes are not a ZIP archive that can be opened: ${reason}.`, {
    details: { reason, size: bytes.length },
  });
}

/** All limits on sizes, by what the directory announces: a bomb is refused before its first byte comes out. */
function assertSizes(records: readonly DirectoryRecord[], archiveSize: number, limits: ArchiveLimits): void {
  let total = 0;
  for (const record of records) {
    const size = Math.max(record.size, record.method === METHOD_STORED ? record.compressedSize : 0);
    if (size > limits.entryBytes) throw limit("entryBytes", limits.entryBytes);
    total += size;
  }
  if (total > limits.totalBytes) throw limit("totalBytes", limits.totalBytes);
  if (total > limits.ratioFreeBytes && total > limits.ratio * archiveSize) throw limit("ratio", limits.ratio);
}

/** No byte belongs to two files: overlapping entries unpack one kernel many times. */
function assertDisjoint(headers: readonly (LocalHeader | null)[]): void {
  const spans = headers.filter((header) => header !== null).toSorted((left, right) => left.start - right.start);
  let free = 0;
  for (const span of spans) {
    if (span.start < free) throw new PassError("ERR_PASS_ARCHIVE_UNSAFE", "Entries of the archive overlap each other.");
    free = span.dataEnd;
  }
}

/** What is odd about the archive around its files. */
function describeFrame(
  bytes: Uint8Array,
  end: EndRecord,
  records: readonly DirectoryRecord[],
  headers: readonly (LocalHeader | null)[],
): ArchiveOddity[] {
  const oddities: ArchiveOddity[] = [];
  const starts = headers.map((header) => header?.start ?? Number.POSITIVE_INFINITY);
  const leading = records.length === 0 ? end.directoryStart : Math.min(bytes.length, ...starts);
  if (leading > 0 && leading < bytes.length) oddities.push({ kind: "leading-bytes", detail: String(leading) });
  if (end.zip64 || records.some((record) => record.zip64)) oddities.push({ kind: "zip64" });
  if (end.truncated) oddities.push({ kind: "truncated-end" });
  if (end.commentBytes > 0) oddities.push({ kind: "comment", detail: String(end.commentBytes) });
  if (end.trailingBytes > 0) oddities.push({ kind: "trailing-bytes", detail: String(end.trailingBytes) });
  if (end.announcedEntries !== records.length) {
    oddities.push({ kind: "size-mismatch", detail: `${records.length} entries, not ${end.announcedEntries}` });
  }
  return oddities;
}

interface EntryTask {
  readonly bytes: Uint8Array;
  readonly record: DirectoryRecord;
  readonly header: LocalHeader | null;
  readonly files: Map<string, Uint8Array>;
  /** Paths of the files before this one, whether they could be unpacked or not. */
  readonly seen: Set<string>;
  readonly oddities: ArchiveOddity[];
}

/** Reports one entry and, if it is a file that may be unpacked, puts it among the files. */
async function readEntry({ bytes, record, header, files, seen, oddities }: EntryTask): Promise<void> {
  const report = (kind: ArchiveOddity["kind"], detail?: string) =>
    oddities.push({ kind, file: record.name, ...(detail === undefined ? {} : { detail }) });

  const parsed = parseEntryPath(record.name);
  if (!parsed.safe) return void report("unsafe-path", parsed.problem);
  if (parsed.rewritten) report("dot-slash-path");
  if (isDirectory(record)) return void report("directory-entry");
  if (parsed.path === "") return void report("unsafe-path", "empty");
  // The last one counts even when it is damaged: falling back to the first would let a change hide behind damage.
  if (seen.has(parsed.path)) report("duplicate-name");
  seen.add(parsed.path);
  files.delete(parsed.path);
  if (isSymbolicLink(record)) return void report("symlink");
  if (record.flags & FLAGS_ENCRYPTED) return void report("encrypted");
  if (!header) return void report("damaged-entry", "no header or not all data where the directory points");
  reportDisagreements(record, header, report);

  const methods = [...new Set([header.method, record.method])];
  const { bytes: content, problem } = await unpackEntry(bytes.subarray(header.dataStart, header.dataEnd), record, methods);
  if (problem) report(problem.kind, problem.detail);
  if (content) files.set(parsed.path, content);
}

function reportDisagreements(
  record: DirectoryRecord,
  header: LocalHeader,
  report: (kind: ArchiveOddity["kind"], detail?: string) => void,
): void {
  if (header.hasDataDescriptor) report("data-descriptor");
  if (header.method !== record.method) report("method-mismatch", `directory ${record.method}, header ${header.method}`);
  if (!header.agrees) report("size-mismatch", "the header before the data has other sizes or another checksum");
  const sameName =
    header.nameBytes.length === record.nameBytes.length &&
    header.nameBytes.every((byte, index) => byte === record.nameBytes[index]);
  if (!sameName) report("name-mismatch", decodeEntryName(header.nameBytes.subarray(0, 256)));
}

function toEntry(record: DirectoryRecord): ArchiveEntry {
  return {
    path: record.name,
    isDirectory: isDirectory(record),
    compressedSize: record.compressedSize,
    size: record.size,
    method: record.method,
  };
}

/** POSIX file types in the mode (sys/stat.h). */
const FILE_TYPE = 0o170000;
const DIRECTORY_TYPE = 0o040000;
const SYMBOLIC_LINK_TYPE = 0o120000;

function isDirectory(record: DirectoryRecord): boolean {
  return record.name.endsWith("/") || (record.mode & FILE_TYPE) === DIRECTORY_TYPE;
}

function isSymbolicLink(record: DirectoryRecord): boolean {
  return (record.mode & FILE_TYPE) === SYMBOLIC_LINK_TYPE;
}
