import type { PassStory } from "../storage/activity/activity-storage.ts";
import type { DeviceLogEntry, StoredPass } from "../storage/storage.ts";

/** What the diagnosis of a pass is made of. Times are epoch ms unless they say otherwise. */
export interface PassFacts {
  readonly now: number;
  readonly pass: Omit<StoredPass, "authenticationToken" | "values">;
  /** Null for a pass that was not made by the API. */
  readonly createdAt: number | null;
  readonly story: PassStory;
  /** Revisions, newest first; `modifiedAt` in seconds. */
  readonly revisions: readonly { readonly revision: number; readonly modifiedAt: number }[];
  /** Lines that devices wrote about the pass, newest first. */
  readonly log: readonly DeviceLogEntry[];
  readonly served: ServedPass;
  /** The newest certificate of the pass type. */
  readonly certificate: { readonly notAfter: number } | null;
  /** What the last change came to on the lock screen; null where there was none, or nothing to compare with. */
  readonly lastChange: LastChange | null;
}

/** The pass as devices get it, or why they get none. */
export type ServedPass =
  | { readonly kind: "built"; readonly webServiceURL: string | null; readonly hasToken: boolean }
  | { readonly kind: "failed"; readonly reason: string };

export interface LastChange {
  readonly notice: "none" | "message" | "general";
  /** Labels, or keys, of fields that differ. */
  readonly fields: readonly string[];
}

/** The tag from which on a list names the pass to a device. */
export function dueTag(facts: PassFacts, holder: PassStory["holders"][number]): number {
  return Math.max(facts.pass.tag, holder.tag);
}

/** Whether a list has named the newest revision to the device, or the device says that it knows it. */
export function isTold(facts: PassFacts, holder: PassStory["holders"][number]): boolean {
  const known = Math.max(holder.listedTag ?? 0, holder.listedSince ?? 0, holder.toldTag ?? 0);
  return known >= dueTag(facts, holder);
}

/** When a device got the newest revision, or was told that it has it; null: never. */
export function currentSince({ pass, story: { activity } }: PassFacts): number | null {
  if (activity === null) return null;
  const times = [
    activity.fetchedRevision === pass.revision ? activity.fetchedAt : null,
    activity.unchangedRevision === pass.revision && !isStale(pass, activity.unchangedSince) ? activity.unchangedAt : null,
  ].filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** A device that says it has a later pass than there is has one that this service did not make. */
export function isStale(pass: Pick<StoredPass, "modifiedAt">, since: number | null): boolean {
  return since !== null && since > pass.modifiedAt;
}

/** Eight characters tell the devices of a pass apart; the whole identifier opens a device's list to anyone. */
export function shortDevice(identifier: string): string {
  return identifier.length > 8 ? `${identifier.slice(0, 8)}…` : identifier;
}
