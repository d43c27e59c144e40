import { onTestFinished } from "vitest";
import type { ClaimedPush, PushOutcome } from "../../../src/push/push-queue.ts";
import type { PushResult, PushSender } from "../../../src/push/push-sender.ts";
import type { PushAlert } from "../../../src/push/worker/push-alert.ts";
import { createPushWorker, type PushWorker } from "../../../src/push/worker/push-worker.ts";
import type { PushWorkerOptions } from "../../../src/push/worker/push-worker-options.ts";
import { PASS_TYPE, tokenOf } from "./credentials.ts";
import { MemoryPushQueue } from "./memory-push-queue.ts";

type Answer = (push: ClaimedPush, signal: AbortSignal | undefined) => PushResult | Promise<PushResult>;

/** A sender whose answers the test decides. */
function senderOf(answer: Answer): PushSender {
  return { send: async (push, { signal } = {}) => answer(push, signal), close: () => Promise.resolve() };
}

interface Setting {
  readonly queue: MemoryPushQueue;
  readonly worker: PushWorker;
  readonly alerts: PushAlert[];
}

/** A worker over a queue in memory, which ends with the test. */
export function setWorker(answer: Answer, options: Partial<PushWorkerOptions> = {}): Setting {
  const queue = (options.queue as MemoryPushQueue | undefined) ?? new MemoryPushQueue();
  const alerts: PushAlert[] = [];
  const worker = createPushWorker({
    senders: new Map([["apple", senderOf(answer)]]),
    worker: "w1",
    recordDelayMs: 1,
    pollMs: 30,
    backOff: { firstMs: 1, mostMs: 5 },
    onAlert: (alert) => alerts.push(alert),
    ...options,
    queue,
  });
  onTestFinished(() => worker.stop({ signal: AbortSignal.abort() }));
  return { queue, worker, alerts };
}

export function writePushes(queue: MemoryPushQueue, count: number, passTypeIdentifier = PASS_TYPE): void {
  for (let index = 0; index < count; index += 1) queue.write({ passTypeIdentifier, pushToken: tokenOf(index) });
}

export const DELIVERED: PushResult = { kind: "delivered" };

export function countOutcomes(outcomes: readonly PushOutcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
