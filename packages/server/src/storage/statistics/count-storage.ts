import type { Counts } from "./tally.ts";

/** A stretch of time in which the days of a zone begin at one hour of UTC. Moments are epoch ms. */
export interface CountSpan {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** What is added to UTC, in ms. */
  readonly offsetMs: number;
}

/** Counts of one template on one day, or of one source. */
export interface CountRow extends Counts {
  readonly passTypeIdentifier: string;
  readonly templateId: string;
  /** Days since 1970 of the zone; null where sources are asked for. */
  readonly day: number | null;
  /** Null where days are asked for. */
  readonly source: string | null;
}

/** How many passes there are, from the beginning. */
export interface CountTotal {
  readonly passTypeIdentifier: string;
  readonly templateId: string;
  readonly issued: number;
  /** That at least one device holds. */
  readonly installed: number;
}

/** Counts, added in the transactions that cause them. */
export interface CountStore {
  /** Sums of a pass type, of the given template or of all, by day or by source of the link; in the order of both. */
  read(options: {
    readonly passTypeIdentifier: string;
    readonly templateId?: string;
    readonly by: "day" | "source";
    readonly spans: readonly CountSpan[];
  }): Promise<readonly CountRow[]>;
  totals(passTypeIdentifier: string): Promise<readonly CountTotal[]>;
  /** Passes that a device has asked for since the beginning of a day, by template. */
  active(options: { readonly passTypeIdentifier: string; readonly since: number }): Promise<ReadonlyMap<string, number>>;
}
