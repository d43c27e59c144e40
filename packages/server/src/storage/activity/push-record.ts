import type { PushOutcome } from "../../push/push-queue.ts";

/** What becomes known of a device by a push of its. */
export interface PushRecord {
  readonly passType: string;
  readonly device: string;
  readonly at: number;
  readonly outcome: PushOutcome["kind"];
  readonly status: number | null;
  readonly reason: string | null;
  readonly apnsId: string | null;
  readonly diedAt: number | null;
  readonly version: number;
  readonly acceptedAt: number | null;
  readonly acceptedVersion: number | null;
  readonly accepted: 0 | 1;
  readonly refused: 0 | 1;
}

/** Characters that are kept of a reason: a push service chooses them. */
const REASON_LENGTH = 200;

/** The record of an outcome. The token itself is in none: whoever has it can push. */
export function toPushRecord(outcome: PushOutcome, now: number): PushRecord {
  const { push, kind, receipt, sentAt: at = now } = outcome;
  const isAccepted = kind === "delivered";
  return {
    passType: push.passTypeIdentifier,
    device: push.deviceLibraryIdentifier,
    at,
    outcome: kind,
    status: receipt?.status ?? null,
    reason: isAccepted ? null : outcome.reason.slice(0, REASON_LENGTH).replaceAll("\0", "").toWellFormed(),
    apnsId: receipt?.apnsId?.slice(0, REASON_LENGTH).replaceAll("\0", "").toWellFormed() ?? null,
    diedAt: kind === "dead" ? (outcome.unregisteredAt ?? null) : null,
    version: push.version,
    acceptedAt: isAccepted ? at : null,
    acceptedVersion: isAccepted ? push.version : null,
    accepted: isAccepted ? 1 : 0,
    refused: isAccepted || kind === "retry" ? 0 : 1,
  };
}
