/**
 * Deliveries that must not be lost, as storage keeps them: one row per event and endpoint, written in the same transaction as what
 * caused the event, taken by any number of workers.
 *
 * @module
 */
import type { EventType } from "../event-types.ts";

/** One attempt to deliver. */
export interface DeliveryAttempt {
  /** Epoch ms. */
  readonly at: number;
  readonly ms: number;
  /** Of the answer; null: there was none. */
  readonly status: number | null;
  /** Why it failed, in short words; null: it did not. */
  readonly error: string | null;
  /** How the answer began, without what looks like a secret. */
  readonly answer: string;
}

/** An event to be told to an endpoint. Moments are epoch ms. */
export interface ClaimedDelivery {
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: EventType;
  readonly body: string;
  /** When the first attempt of this round could be made. */
  readonly roundAt: number;
  /** Attempts of this round that were made. */
  readonly tries: number;
  /** All attempts so far. */
  readonly attempts: readonly DeliveryAttempt[];
  readonly url: string;
  /** Sealed secrets that sign it, the present one first. */
  readonly secrets: readonly string[];
  /** Attempts in a row that the endpoint has failed. */
  readonly failures: number;
}

/** What became of an attempt. */
export type DeliveryOutcome = { readonly delivery: ClaimedDelivery; readonly attempt: DeliveryAttempt } & (
  | { readonly kind: "delivered" }
  /** Tried again at `at`. The endpoint itself is left alone until `holdUntil`, if given. */
  | { readonly kind: "retry"; readonly at: number; readonly holdUntil?: number }
  | { readonly kind: "failed"; readonly holdUntil?: number }
  /** Answered 410: the endpoint wants no more. What waits stays, for the case that somebody enables it again. */
  | { readonly kind: "gone"; readonly at: number }
);

/** An endpoint that was disabled by what it answered. */
export interface DisabledEndpoint {
  readonly endpointId: string;
  readonly reason: "gone" | "failing";
  readonly failures: number;
}

/** When an endpoint counts as given up: both must be so. */
export const GIVEN_UP = { failures: 20, overMs: 5 * 86_400_000 } as const;

/** The port that storage implements. */
export interface DeliveryQueue {
  /** Takes what is due, of each endpoint up to `perEndpoint` and of one that keeps failing one; none of `busy` endpoints. */
  claim(options: {
    readonly worker: string;
    readonly limit: number;
    readonly perEndpoint: number;
    readonly busy: readonly string[];
    readonly now: number;
    readonly leaseMs: number;
  }): Promise<readonly ClaimedDelivery[]>;
  /** Writes outcomes in one transaction; tells which endpoints they have disabled. */
  record(options: {
    readonly worker: string;
    readonly outcomes: readonly DeliveryOutcome[];
    readonly now: number;
  }): Promise<readonly DisabledEndpoint[]>;
  /** Gives claimed work back at once. */
  release(options: { readonly worker: string; readonly now: number }): Promise<void>;
  /** When the next delivery of an endpoint that is not held is due, epoch ms; undefined: there is none. */
  nextDue(options: { readonly now: number }): Promise<number | undefined>;
}
