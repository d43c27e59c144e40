/** Bounds that every storage keeps to. */
export const STORAGE_LIMITS = {
  /** Rows of passes that one transaction writes: whoever waits for the update tag of a pass type waits for no more than these. */
  rowsPerTransaction: 500,
  /** Rows that one page holds at most. */
  rowsPerPage: 1000,
  /** Pushes that one claim takes at most. */
  pushesPerClaim: 2000,
  /** Pushes that are counted for the statistics; more are told as this many. */
  pushesCounted: 10_000,
  logEntriesKept: 10_000,
  /** Earlier revisions of a pass that are kept unless the installation says otherwise; the oldest go first. */
  revisionsKept: 100,
  /** Bytes of the ZIP of a template's files. */
  templateBytes: 32 * 2 ** 20,
  /** Bytes (UTF-8) of an identifier in a key. PostgreSQL refuses index rows above 2704 bytes, and a key holds up to three. */
  keyBytes: 512,
  /** Characters of a push token, an authentication token, the name of a setting. */
  tokenLength: 4096,
  /**
   * What a copy adds to the update tags, so that a database put back from a copy begins above every tag that a device was given
   * after the copy was made.
   */
  tagLeap: 2 ** 32,
} as const;
