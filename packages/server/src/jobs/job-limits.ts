/** Bounds of bulk work. */
export const JOB_LIMITS = {
  /** Rows that one transaction writes, and so what a sender may have to send again after a broken connection. */
  rowsPerStep: 500,
  /** Characters of the rows of one transaction: long rows go in smaller groups, so that memory stays flat. */
  charactersPerStep: 2 * 1024 * 1024,
  /** Characters of one row; a longer one fails, and the next are read. */
  rowCharacters: 256 * 1024,
  /** Rows of a job. */
  rows: 50_000_000,
  /** Bodies of rows that one process reads at a time. */
  openBodies: 16,
  /** Streams of events that one process keeps open, and those of one key among them. */
  openEvents: 200,
  openEventsOfKey: 20,
  /** How often a stream of events looks at its job, and says that it is still there. */
  eventsPollMs: 500,
  heartbeatMs: 15_000,
  /** Passes that a dry run looks at, and those whose change is worked out as their holders see it. */
  previewLooked: 200_000,
  previewCompared: 500,
  previewSample: 10,
  previewMs: 8000,
  /** How long a worker may be silent before another takes its job. */
  leaseMs: 30_000,
  /** How long a worker stays with one job while others wait. */
  turnMs: 2000,
  /** How often a worker looks for jobs that other processes wrote. */
  restMs: 1000,
  /** Passes that a worker looks at before it writes how far it is, where none of them changes. */
  lookedPerStep: 10_000,
  /** How often a step whose passes were changed meanwhile is planned anew. */
  tries: 8,
} as const;
