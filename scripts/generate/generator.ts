/** Something that makes committed files from tables of the source. */
export interface Generator {
  readonly name: string;
  /** Files, or folders (ending with `/`) that hold nothing else, from the root of the repository. */
  readonly outputs: readonly string[];
  /** The text of every file by its path. Must not depend on time, place or earlier outputs. */
  readonly generate: () => Promise<ReadonlyMap<string, string>>;
}
