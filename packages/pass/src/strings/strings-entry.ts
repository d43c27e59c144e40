/** One entry in the order of the file; `line` is where it begins (1-based), null in a binary file. */
export interface StringsEntry {
  readonly key: string;
  readonly value: string;
  readonly line: number | null;
}
