import type { ChangeResult } from "../../../src/storage/storage.ts";

/** What a device was told when it asked what changed. */
export interface Listing {
  readonly device: string;
  /** The tag that it asked with; null: none. */
  readonly since: number | null;
  readonly tag: number;
  readonly serialNumbers: ReadonlySet<string>;
  /** Passes that were registered for the device before it asked, all the time until it was answered. */
  readonly registered: readonly string[];
}

interface PassLine {
  revision: number;
  tag: number;
  /** The count that stood in the newest acknowledged values. */
  acknowledged: number;
  /** The highest count that was ever asked for; above `acknowledged` when an answer was lost. */
  attempted: number;
  readonly tags: number[];
}

/** All that servers acknowledged and devices were told, and what is wrong with it. */
export class Ledger {
  readonly faults: string[] = [];
  readonly #passes = new Map<string, PassLine>();
  readonly #tags = new Map<number, string>();
  readonly #listings: Listing[] = [];
  #changes = 0;
  /** The highest tag that was acknowledged before the newest start. */
  #floor = 0;
  #highest = 0;

  get acknowledged(): number {
    return this.#changes;
  }

  get listings(): number {
    return this.#listings.length;
  }

  /** Begins a pass at its first revision. */
  issue(serialNumber: string): void {
    this.#passes.set(serialNumber, { revision: 1, tag: 0, acknowledged: 0, attempted: 0, tags: [] });
  }

  /** A count that goes into the values of a pass, higher each time. */
  attempt(serialNumber: string): number {
    const line = this.line(serialNumber);
    line.attempted += 1;
    return line.attempted;
  }

  /** What was acknowledged; call it in the order of the answers for each pass. */
  acknowledge(serialNumber: string, count: number, result: ChangeResult): void {
    const line = this.line(serialNumber);
    if (result.kind !== "changed") {
      this.faults.push(`the change of ${serialNumber} came to ${result.kind}`);
      return;
    }
    const { revision, tag } = result;
    this.#changes += 1;
    if (revision <= line.revision) this.faults.push(`${serialNumber} goes from revision ${line.revision} to ${revision}`);
    if (tag <= line.tag) this.faults.push(`the tag of ${serialNumber} goes back from ${line.tag} to ${tag}`);
    const other = this.#tags.get(tag);
    if (other !== undefined) this.faults.push(`tag ${tag} is of ${other} and of ${serialNumber}`);
    if (tag <= this.#floor) this.faults.push(`tag ${tag} of ${serialNumber} is below ${this.#floor}, given out before a kill`);
    this.#tags.set(tag, serialNumber);
    this.#highest = Math.max(this.#highest, tag);
    Object.assign(line, { revision, tag, acknowledged: count });
    line.tags.push(tag);
  }

  /** All tags from now on must be above all that were acknowledged. */
  raiseFloor(): void {
    this.#floor = this.#highest;
  }

  note(listing: Listing): void {
    this.#listings.push(listing);
  }

  /** Whether a count may be the newest of a pass: none below what was acknowledged, none that nobody asked for. */
  isPossible(serialNumber: string, count: number): boolean {
    const { acknowledged, attempted } = this.line(serialNumber);
    return count >= acknowledged && count <= attempted;
  }

  line(serialNumber: string): PassLine {
    const line = this.#passes.get(serialNumber);
    if (line === undefined) throw new Error(`${serialNumber} was not issued`);
    return line;
  }

  /**
   * Listings that hide an update: its tag is above what the device asked with, not above what it was given, and its pass is not
   * named. The device would never ask for it again.
   */
  hiddenUpdates(): readonly string[] {
    const hidden: string[] = [];
    for (const { device, since, tag, serialNumbers, registered } of this.#listings) {
      for (const serialNumber of registered) {
        if (serialNumbers.has(serialNumber)) continue;
        const lost = this.line(serialNumber).tags.find((one) => one > (since ?? 0) && one <= tag);
        if (lost !== undefined)
          hidden.push(`${device} asked since ${since} and was given ${tag} without ${serialNumber} (${lost})`);
      }
    }
    return hidden;
  }
}
