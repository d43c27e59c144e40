/** What {@link readArchive} takes on before it refuses with `ERR_PASS_ARCHIVE_LIMIT`. Sizes in bytes. */
export interface ArchiveLimits {
  /** Size of the archive itself. */
  readonly archiveBytes: number;
  /** Entries of the central directory, directories included. */
  readonly entries: number;
  /** Announced size of one unpacked file. */
  readonly entryBytes: number;
  /** Announced size of all unpacked files together. */
  readonly totalBytes: number;
  /** Length of a path. */
  readonly nameBytes: number;
  /** How many times larger than the archive its files may be, counted only above `ratioFreeBytes` (a zip bomb is 1000 and more). */
  readonly ratio: number;
  /** Files up to this size in sum may be packed as tightly as they like: a few kilobytes of spaces harm nobody. */
  readonly ratioFreeBytes: number;
  /** How far from the end the end record is searched; more bytes than this after it and the archive is not found. */
  readonly endSearchBytes: number;
}

const MB = 1024 * 1024;

/**
 * The limits for one pass. Real passes have up to 60 files and 10 MB (Apple documents no maximum); these allow several
 * times that and still bound memory and time of a hostile file.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  archiveBytes: 50 * MB,
  entries: 1000,
  entryBytes: 32 * MB,
  totalBytes: 100 * MB,
  nameBytes: 1024,
  ratio: 100,
  ratioFreeBytes: 8 * MB,
  endSearchBytes: 1 * MB,
};

/**
 * The limits for a `.pkpasses` bundle, whose entries are whole passes. A device takes 10 passes and 150 MB; there is some
 * room above that, so that a check can read a bundle that is too large and say so.
 */
export const BUNDLE_ARCHIVE_LIMITS: ArchiveLimits = {
  ...ARCHIVE_LIMITS,
  archiveBytes: 200 * MB,
  entries: 200,
  entryBytes: 50 * MB,
  totalBytes: 200 * MB,
};
