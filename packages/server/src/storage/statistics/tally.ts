/** What is counted. */
export const COUNTED = ["issued", "installed", "removed", "updated", "pushed"] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Readonly<Record<Counted, number>>;

/** A quarter of an hour: every time zone is a whole number of them away from UTC. */
export const SLOT_MS = 15 * 60 * 1000;

/** One row to be added to the counts. */
export interface TallyRow extends Counts {
  readonly passType: string;
  readonly templateId: string;
  readonly source: string;
}

/** What something is counted under. */
export interface CountSubject {
  readonly passType: string;
  readonly templateId: string;
  /** Of the link that the pass came by; empty without one. */
  readonly source?: string;
}

/** Counts of one transaction: however many passes it writes, they come to a row per template. */
export class Tally {
  readonly #rows = new Map<string, { -readonly [Name in keyof TallyRow]: TallyRow[Name] }>();

  add(subject: CountSubject, what: Counted, count = 1): void {
    const { passType, templateId, source = "" } = subject;
    const name = `${passType}\0${templateId}\0${source}`;
    let row = this.#rows.get(name);
    if (row === undefined) {
      row = { passType, templateId, source, issued: 0, installed: 0, removed: 0, updated: 0, pushed: 0 };
      this.#rows.set(name, row);
    }
    row[what] += count;
  }

  /** In the order of the key, so that two transactions that lock several rows cannot wait for each other. */
  rows(): readonly TallyRow[] {
    return [...this.#rows].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, row]) => row);
  }
}

/** The quarter of an hour that a moment lies in. */
export function slotOf(now: number): number {
  return Math.floor(now / SLOT_MS);
}

/** Changes that got these tags, and the pushes that tell of them, each by the tag of its pass. */
export function tallyChanges(subjects: ReadonlyMap<number, CountSubject>, told: Iterable<number>): Tally {
  const tally = new Tally();
  for (const subject of subjects.values()) tally.add(subject, "updated");
  for (const tag of told) {
    const subject = subjects.get(tag);
    if (subject !== undefined) tally.add(subject, "pushed");
  }
  return tally;
}
