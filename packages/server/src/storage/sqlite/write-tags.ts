import type Database from "better-sqlite3";

/** The sequence of update tags of a pass type, open for one transaction. */
export interface TagSequence {
  next(): number;
  /** Writes how far it went; without it the tags that were taken are given out again. */
  close(): void;
}

export interface TagWriter {
  open(passTypeIdentifier: string): TagSequence;
}

/** Update tags on SQLite: a row per pass type, read once and written once in each operation. */
export function createTagWriter(database: Database.Database): TagWriter {
  const read = database.prepare<[string], number>("SELECT sequence FROM pass_types WHERE id = ?").pluck();
  const write = database.prepare<[string, number]>(
    "INSERT INTO pass_types (id, sequence) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence",
  );
  return {
    open: (passTypeIdentifier) => {
      const first = read.get(passTypeIdentifier) ?? 0;
      let last = first;
      return {
        next: () => (last += 1),
        close: () => {
          if (last !== first) write.run(passTypeIdentifier, last);
        },
      };
    },
  };
}
