import type { ClaimedPush, PushReceipt } from "./push-queue.ts";

/** What a push service said to one push, by what follows from it. `reason` is short and for programs and logs. */
export type PushResult = PushVerdict & { readonly receipt?: PushReceipt };

/** What follows from an answer. */
export type PushVerdict =
  | { readonly kind: "delivered" }
  /**
   * Not now. `afterMs`: not sooner than in so many milliseconds, whatever the back-off says. `unreachable`: the service was not
   * reached, in words for people; such a push is never given up, for it is not to blame.
   */
  | {
      readonly kind: "retry";
      readonly reason: string;
      readonly afterMs?: number;
      readonly alert?: string;
      readonly unreachable?: string;
    }
  /**
   * The token is good for nothing. `doubtful`: the same answer comes when the set-up is wrong, so many of them in a row say more
   * about the set-up than about the devices.
   */
  | {
      readonly kind: "dead";
      readonly reason: string;
      readonly unregisteredAt?: number;
      readonly doubtful?: boolean;
      readonly alert?: string;
    }
  /** Nothing of this pass type will go through until a person has done something: keep the work, hold it back, tell them. */
  | { readonly kind: "paused"; readonly reason: string; readonly alert: string }
  /** Sending it again would fail again. */
  | { readonly kind: "failed"; readonly reason: string; readonly alert: string };

/** Sends pushes to one push service. */
export interface PushSender {
  /** Never rejects but for an aborted signal: whatever happens is a result. */
  send(push: ClaimedPush, options?: { readonly signal?: AbortSignal }): Promise<PushResult>;
  /** Finishes what is under way, takes nothing new, and lets go of connections. */
  close(): Promise<void>;
}
