const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a moment, counted since 1970 in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** How many passes more, or fewer, a day has. */
export interface ShiftRow {
  readonly passType: string;
  readonly templateId: string;
  readonly day: number;
  readonly passes: number;
}

/** Passes that move from the day on which they were seen last to a newer one: a pass counts under one day at a time. */
export class ActiveShift {
  readonly #rows = new Map<string, { -readonly [Name in keyof ShiftRow]: ShiftRow[Name] }>();

  move(subject: { readonly passType: string; readonly templateId: string }, from: number | null, to: number, count = 1): void {
    if (from !== null) this.#add(subject, from, -count);
    this.#add(subject, to, count);
  }

  /** In the order of the key, as every statement that locks several rows of a table. */
  rows(): readonly ShiftRow[] {
    return [...this.#rows].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, row]) => row);
  }

  #add({ passType, templateId }: { readonly passType: string; readonly templateId: string }, day: number, passes: number): void {
    const name = `${passType}\0${String(day).padStart(8, "0")}\0${templateId}`;
    const row = this.#rows.get(name);
    if (row === undefined) this.#rows.set(name, { passType, templateId, day, passes });
    else row.passes += passes;
  }
}
