/** What a folder may be at most to be read. A pass has up to 60 files and 10 MB. */
export interface FolderLimits {
  readonly files: number;
  /** Of one file. */
  readonly fileBytes: number;
  readonly totalBytes: number;
  /** Folders inside each other. */
  readonly depth: number;
}

export const FOLDER_LIMITS: FolderLimits = {
  files: 1_000,
  fileBytes: 32 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  depth: 8,
};
