/** Words of the two databases for what the schema says alike. */
export interface SchemaWords {
  /** Text that is compared by its bytes. */
  readonly text: string;
  readonly integer: string;
  readonly bytes: string;
  /** A key that counts up by itself. */
  readonly counter: string;
  /** What stands behind a table that is its own index, and behind one that is not. */
  readonly keyed: string;
  readonly plain: string;
}

export const SQLITE_WORDS: SchemaWords = {
  text: "TEXT",
  integer: "INTEGER",
  bytes: "BLOB",
  counter: "INTEGER PRIMARY KEY AUTOINCREMENT",
  keyed: " STRICT, WITHOUT ROWID",
  plain: " STRICT",
};

export const POSTGRES_WORDS: SchemaWords = {
  text: 'text COLLATE "C"',
  integer: "bigint",
  bytes: "bytea",
  counter: "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
  keyed: "",
  plain: "",
};
