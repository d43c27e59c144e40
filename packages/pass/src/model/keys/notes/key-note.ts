import type { KeySource } from "../sources.ts";

/** What is said of a key beside the facts in its row: only documentation is made of it, so it is no part of a program's bundle. */
export interface KeyNote {
  readonly note: string;
  /** Bounds that need words; null where the row's limits say all. */
  readonly limit: string | null;
  readonly sources: readonly KeySource[];
}

/** A note on its own, or with what differs from the rest of its dictionary. */
type NoteText = string | { readonly note: string; readonly limit?: string; readonly sources?: readonly KeySource[] };

/** Notes on the keys of a dictionary (or of a part of it) that have their sources in common. */
export function defineNotes(
  sources: readonly KeySource[],
  notes: Readonly<Record<string, NoteText>>,
): readonly (readonly [name: string, note: KeyNote])[] {
  return Object.entries(notes).map(([name, text]) => [
    name,
    typeof text === "string" ? { note: text, limit: null, sources } : { limit: null, sources, ...text },
  ]);
}
