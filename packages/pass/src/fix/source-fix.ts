/** One thing that was mended in a source folder. */
export interface SourceFix {
  /** The rule whose finding it settles. */
  readonly rule: string;
  /** The file it was done to, by the path it had before. */
  readonly file: string;
  /** What was done, for a person: `backgroundColor "#ff8800" is now "rgb(255, 136, 0)"`. */
  readonly did: string;
}

/** The files of a source while it is being mended; each fixer changes them in place and says what it did. */
export interface FixerInput {
  readonly files: Map<string, Uint8Array>;
}

/** Mends one kind of fault, only where there is a single right answer. */
export type Fixer = (input: FixerInput) => SourceFix[] | Promise<SourceFix[]>;
