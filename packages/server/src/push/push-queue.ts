/**
 * Pushes that must not be lost, as storage keeps them: one row per (device, pass type), written in the same transaction as the
 * change that caused it, taken by any number of workers. The worker sends what it claims and records what became of it.
 *
 * @module
 */

/** One device to tell that passes of one pass type have changed. It is told nothing else, so several changes are one push. */
export interface ClaimedPush {
  readonly passTypeIdentifier: string;
  readonly deviceLibraryIdentifier: string;
  /** Which app holds the passes, and so where the token is good: a `ClientName` of `@passwright/wallet/protocol`. */
  readonly deviceKind: string;
  readonly pushToken: string;
  /** Sends that have failed so far: 0 at first; recording `retry` adds one. */
  readonly attempts: number;
  /** When this work was last written: a newer write must not be deleted by completing this claim. */
  readonly version: number;
  /** Epoch ms: when the token was last given. */
  readonly registeredAt: number;
}

/** What a push service said, for the story of a pass. */
export interface PushReceipt {
  readonly status: number;
  readonly apnsId?: string;
}

/** What became of a push, and what is known of how. */
export type PushOutcome = PushEnd & {
  readonly receipt?: PushReceipt;
  /** Epoch ms; when it is recorded, unless given. */
  readonly sentAt?: number;
};

export type PushEnd =
  | { readonly kind: "delivered"; readonly push: ClaimedPush }
  | {
      readonly kind: "retry";
      readonly push: ClaimedPush;
      /** Epoch ms. */
      readonly at: number;
      readonly reason: string;
    }
  | {
      readonly kind: "dead";
      readonly push: ClaimedPush;
      readonly reason: string;
      /** Only registrations given before this instant go. */
      readonly unregisteredAt?: number;
    }
  | { readonly kind: "failed"; readonly push: ClaimedPush; readonly reason: string };

/** How the reason begins where a device's app has no push service that this server speaks to: such apps look by themselves. */
export const NO_PUSH_SERVICE = "no push service for";

/** The port that storage implements. Moments are epoch milliseconds. */
export interface PushQueue {
  /** Takes up to `limit` due pushes for `leaseMs`, of pass types that are not paused. */
  claim(options: {
    readonly worker: string;
    readonly limit: number;
    readonly now: number;
    readonly leaseMs: number;
  }): Promise<readonly ClaimedPush[]>;
  /** Writes outcomes of one batch in one transaction. */
  record(options: { readonly worker: string; readonly outcomes: readonly PushOutcome[]; readonly now: number }): Promise<void>;
  /** Gives claimed work back at once (graceful stop). */
  release(options: { readonly worker: string; readonly now: number }): Promise<void>;
  /**
   * Makes due at once what failed or was claimed and would come again only after `laterThan`: a clock that was set back since has
   * put it off for as long.
   */
  hasten(options: { readonly now: number; readonly laterThan: number }): Promise<void>;
  /** When the next push is due, epoch ms; undefined when there is none. */
  nextDue(options: { readonly now: number }): Promise<number | undefined>;
  /** Holds the work of a pass type back: claims pass it by until {@link resumePassType}. */
  pausePassType(options: { readonly passTypeIdentifier: string; readonly reason: string; readonly now: number }): Promise<void>;
  resumePassType(options: { readonly passTypeIdentifier: string }): Promise<void>;
}
