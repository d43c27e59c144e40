import type { FieldEntry } from "../check/subject.ts";

/** A field of one version with its counterpart; one of the two may be missing. */
export interface FieldPair {
  readonly before: FieldEntry | null;
  readonly after: FieldEntry | null;
  /** It stands elsewhere among those that both versions have in its section. */
  readonly moved: boolean;
}

/**
 * Pairs the fields of two versions as a device does, by style and key: first within their section, then across sections.
 * Fields without a key are paired by their place. Repeated keys, which a device refuses, are paired in their order.
 */
export function matchFields(before: readonly FieldEntry[], after: readonly FieldEntry[]): readonly FieldPair[] {
  const partners = new Map<FieldEntry, FieldEntry>();
  for (const nameOf of [nameInSection, nameInStyle]) pairUp(before, after, nameOf, partners);
  const moved = findMoved(before, after, partners);
  const paired = new Set(partners.values());
  return [
    ...after.map((entry): FieldPair => {
      const partner = partners.get(entry) ?? null;
      return { before: partner, after: entry, moved: moved.has(entry) };
    }),
    ...before.filter((entry) => !paired.has(entry)).map((entry): FieldPair => ({ before: entry, after: null, moved: false })),
  ];
}

/** Adds pairs (newer to older) of fields that have the same name and no partner yet. */
function pairUp(
  before: readonly FieldEntry[],
  after: readonly FieldEntry[],
  nameOf: (entry: FieldEntry) => string | null,
  partners: Map<FieldEntry, FieldEntry>,
): void {
  const taken = new Set(partners.values());
  const waiting = new Map<string, { readonly entries: FieldEntry[]; next: number }>();
  for (const entry of before) {
    const name = taken.has(entry) ? null : nameOf(entry);
    if (name === null) continue;
    const queue = waiting.get(name);
    if (queue === undefined) waiting.set(name, { entries: [entry], next: 0 });
    else queue.entries.push(entry);
  }
  for (const entry of after) {
    const name = partners.has(entry) ? null : nameOf(entry);
    const queue = name === null ? undefined : waiting.get(name);
    const partner = queue?.entries[queue.next];
    if (queue === undefined || partner === undefined) continue;
    queue.next += 1;
    partners.set(entry, partner);
  }
}

function nameInSection({ style, section, index, field }: FieldEntry): string {
  const { key } = field;
  return JSON.stringify(typeof key === "string" ? [style, section, key] : [style, section, index]);
}

function nameInStyle({ style, field }: FieldEntry): string | null {
  const { key } = field;
  return typeof key === "string" ? JSON.stringify([style, key]) : null;
}

/** Fields whose rank among the pairs of their section differs: one that is put before another moves both, one that is added moves none. */
function findMoved(
  before: readonly FieldEntry[],
  after: readonly FieldEntry[],
  partners: ReadonlyMap<FieldEntry, FieldEntry>,
): ReadonlySet<FieldEntry> {
  const stayed = new Map([...partners].filter(([newer, older]) => newer.section === older.section));
  const ranks = rankInSection(before, new Set(stayed.values()));
  const moved = new Set<FieldEntry>();
  for (const [entry, rank] of rankInSection(after, new Set(stayed.keys()))) {
    const partner = stayed.get(entry);
    if (partner !== undefined && ranks.get(partner) !== rank) moved.add(entry);
  }
  return moved;
}

function rankInSection(entries: readonly FieldEntry[], among: ReadonlySet<FieldEntry>): ReadonlyMap<FieldEntry, number> {
  const counts = new Map<string, number>();
  const ranks = new Map<FieldEntry, number>();
  for (const entry of entries) {
    if (!among.has(entry)) continue;
    const section = `${entry.style}/${entry.section}`;
    const rank = counts.get(section) ?? 0;
    counts.set(section, rank + 1);
    ranks.set(entry, rank);
  }
  return ranks;
}
