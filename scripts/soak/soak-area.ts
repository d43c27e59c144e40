/** What one area of the soak came to. */
export interface AreaResult {
  /** Everything that must not be, in words; empty when all is well. */
  readonly broken: readonly string[];
  /** Counts and figures, for the record. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface AreaOptions {
  readonly seed: number;
  /** Shows how far it is. */
  readonly onProgress: (text: string) => void;
}
