import { parseRetryAfter } from "@passwright/wallet/protocol";
import type { ApnsAnswer } from "./apns-connection.ts";
import { readReason } from "./apns-connection.ts";
import { APNS_FAULTS, type ApnsFault, type ApnsFaultName } from "./apns-fault.ts";
import { type ApnsAction, apnsReasonOf } from "./apns-reasons.ts";

/** What APNs said to a push, or why it said nothing. */
export type ApnsResult =
  | { readonly kind: "delivered"; readonly apnsId: string }
  | {
      readonly kind: "refused";
      readonly status: number;
      /** As APNs says it; `status N` when it gives none. */
      readonly reason: string;
      /** What follows from it: see {@link ApnsAction}. A stale provider token that a new one did not help is `pause`. */
      readonly action: Exclude<ApnsAction, "new-token">;
      readonly doubtful: boolean;
      readonly words: string;
      readonly apnsId: string | undefined;
      /** With 410, epoch ms: APNs knew then that the token was no longer good. A registration given after it stays. */
      readonly unregisteredAt?: number;
      /** Milliseconds before which a retry makes no sense: `Retry-After`, or the reason's own. */
      readonly notBeforeMs?: number;
    }
  | {
      readonly kind: "unreachable";
      readonly fault: ApnsFaultName;
      readonly action: "retry" | "pause";
      readonly words: string;
      readonly detail?: string;
      readonly notBeforeMs?: number;
    };

/** No `Retry-After` is believed beyond this. Milliseconds. */
const LONGEST_RETRY_AFTER = 24 * 3_600_000;

/** Reads an answer. `notBefore` replaces the waiting times of the table by reason. */
export function readAnswer(
  answer: ApnsAnswer,
  options: { readonly now: number; readonly notBefore: Readonly<Record<string, number>> },
): ApnsResult {
  const { status, apnsId, retryAfter, body } = answer;
  if (status === 200) return { kind: "delivered", apnsId: apnsId ?? "" };
  const { reason, timestamp } = readReason(body);
  const row = apnsReasonOf(status, reason);
  const asked = retryAfter === undefined ? null : parseRetryAfter(retryAfter, new Date(options.now));
  const own = (reason === undefined ? undefined : options.notBefore[reason]) ?? row.notBeforeMs;
  const notBeforeMs = asked === null ? own : Math.min(asked, LONGEST_RETRY_AFTER);
  return {
    kind: "refused",
    status,
    reason: reason ?? `status ${status}`,
    action: row.action === "new-token" ? "pause" : row.action,
    doubtful: row.doubtful === true,
    words: row.words,
    apnsId,
    ...(row.action === "drop" && status === 410 && timestamp !== undefined && { unregisteredAt: timestamp }),
    ...(notBeforeMs !== undefined && { notBeforeMs }),
  };
}

/** A result without an answer. */
export function unreachable(fault: ApnsFault, notBeforeMs?: number): ApnsResult {
  const { action, words } = APNS_FAULTS[fault.name];
  return {
    kind: "unreachable",
    fault: fault.name,
    action,
    words,
    ...(fault.detail !== undefined && { detail: fault.detail }),
    ...(notBeforeMs !== undefined && { notBeforeMs }),
  };
}
