/** One thing about an archive that is not as a plain ZIP of a pass should be, though it could be read. */
export type ArchiveOddityKind =
  | "data-descriptor"
  | "directory-entry"
  | "duplicate-name"
  | "unsafe-path"
  | "encrypted"
  | "unsupported-method"
  | "method-mismatch"
  | "zip64"
  | "symlink"
  | "checksum"
  | "damaged-entry"
  | "truncated-end"
  | "leading-bytes"
  | "trailing-bytes"
  | "dot-slash-path"
  | "size-mismatch"
  | "name-mismatch"
  | "comment";

export interface ArchiveOddity {
  readonly kind: ArchiveOddityKind;
  /** The entry concerned, when it is one. */
  readonly file?: string;
  /** A value of the case: the method, the size … */
  readonly detail?: string;
}

export interface ArchiveEntry {
  /** The path as the archive spells it. */
  readonly path: string;
  readonly isDirectory: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly method: number;
}

/** What reading an archive showed besides its files. */
export interface ArchiveReport {
  readonly size: number;
  readonly entries: readonly ArchiveEntry[];
  readonly oddities: readonly ArchiveOddity[];
}
