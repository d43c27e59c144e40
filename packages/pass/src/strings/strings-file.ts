export type StringsEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** A `.strings` file, read. */
export interface StringsFile {
  readonly encoding: StringsEncoding;
  readonly hasByteOrderMark: boolean;
  /** The last value of a key wins, as in most readers. */
  readonly entries: ReadonlyMap<string, string>;
  /** Keys that stand more than once, with the line (1-based) of the repetition. */
  readonly duplicates: readonly { readonly key: string; readonly line: number }[];
}
