import type { PassKey } from "../storage.ts";

/** What happened to a pass since it was noted last; a count of 0 leaves everything of its kind as it was. Times are epoch ms. */
export interface PassNote extends PassKey {
  readonly downloads: number;
  readonly downloadedAt: number | null;
  /** How: `api`, `page`, … */
  readonly downloadWay: string | null;
  /** Answered with the pass. */
  readonly fetches: number;
  readonly fetchedAt: number | null;
  readonly fetchedRevision: number | null;
  /** Answered with 304. */
  readonly unchanged: number;
  readonly unchangedAt: number | null;
  readonly unchangedRevision: number | null;
  /** If-Modified-Since of the last, seconds since 1970, where it is not the date of the revision; else null. */
  readonly unchangedSince: number | null;
  /** Answered with 401. */
  readonly refusals: number;
  readonly refusedAt: number | null;
  readonly refusedEndpoint: string | null;
  /** Asked for with the right token at an address that is not the service's. */
  readonly strays: number;
  readonly strayAt: number | null;
  /** What stood before `/v1/…`. */
  readonly strayPath: string | null;
}

/** A device asked which of its passes have changed. */
export interface DeviceNote {
  readonly passTypeIdentifier: string;
  readonly deviceLibraryIdentifier: string;
  readonly lists: number;
  readonly listedAt: number;
  /** The tag that it came with; null without one of ours. */
  readonly listedSince: number | null;
  /** The tag that it was answered with; null: nothing has changed. */
  readonly listedTag: number | null;
  /** The last answer that named passes. */
  readonly toldAt: number | null;
  readonly toldTag: number | null;
}

/** What is known of a pass. */
export type PassActivity = Omit<PassNote, keyof PassKey>;

/** How a push of a device ended, or goes on. */
export interface PushActivity {
  readonly at: number;
  readonly outcome: string;
  readonly status: number | null;
  /** In the push service's own words. */
  readonly reason: string | null;
  readonly apnsId: string | null;
  /** With 410, epoch ms: since when the push service knows that the token is dead. */
  readonly diedAt: number | null;
  /** Update tag of the newest change that the push told of. */
  readonly version: number;
}

/** A device that holds a pass. */
export interface HolderActivity {
  readonly deviceLibraryIdentifier: string;
  readonly client: string;
  /** Null for registrations of before there was a record. */
  readonly registeredAt: number | null;
  /** The registration's own tag: above 0 where it came after a change. */
  readonly tag: number;
  readonly lists: number;
  readonly listedAt: number | null;
  readonly listedSince: number | null;
  readonly listedTag: number | null;
  readonly toldAt: number | null;
  readonly toldTag: number | null;
  /** The last attempt. */
  readonly push: PushActivity | null;
  readonly accepted: number;
  readonly refused: number;
  readonly acceptedAt: number | null;
  readonly acceptedVersion: number | null;
  /** What waits in the queue for the device. */
  readonly queued: {
    readonly dueAt: number;
    readonly attempts: number;
    readonly version: number;
    /** A worker has it; `dueAt` is when it would be given to another. */
    readonly isTaken: boolean;
  } | null;
}

/** Why a registration is over. */
export const END_CAUSES = ["unregistered", "token-dead"] as const;
export type EndCause = (typeof END_CAUSES)[number];

/** A registration that is over. */
export interface EndedRegistration {
  readonly deviceLibraryIdentifier: string;
  readonly registeredAt: number | null;
  readonly endedAt: number;
  readonly cause: EndCause;
  /** The last push of the device, which may have been what ended it. */
  readonly push: PushActivity | null;
}

/** All that storage knows of the way of a pass. */
export interface PassStory {
  readonly activity: PassActivity | null;
  readonly holders: readonly HolderActivity[];
  readonly ended: readonly EndedRegistration[];
  /** Pushes of the pass type are held back. */
  readonly paused: { readonly at: number; readonly reason: string } | null;
}

export const ACTIVITY_LIMITS = {
  /** Devices of a pass that its story tells of. */
  holders: 50,
  /** How long an end of a registration is remembered, in ms. */
  endedKeptMs: 180 * 24 * 60 * 60 * 1000,
} as const;

/** What happened last to passes and devices. */
export interface ActivityStore {
  /**
   * Adds what was noted: for passes that are there, and devices that registered once. At most
   * `STORAGE_LIMITS.rowsPerTransaction` of both together.
   */
  note(notes: { readonly passes: readonly PassNote[]; readonly devices: readonly DeviceNote[] }): Promise<void>;
  /** Of a pass that is there; the devices that registered last, at most `ACTIVITY_LIMITS.holders` of each kind. */
  storyOf(key: PassKey): Promise<PassStory>;
  /** Forgets ended registrations of before a moment, and what was known of their devices. */
  prune(options: { readonly before: number }): Promise<void>;
}
