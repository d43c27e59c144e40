import type { BackOff } from "../back-off.ts";
import { PushError } from "../push-error.ts";
import type { PushQueue } from "../push-queue.ts";
import type { PushSender } from "../push-sender.ts";
import type { PushAlert } from "./push-alert.ts";

/** Options of {@link createPushWorker}. Times in milliseconds. */
export interface PushWorkerOptions {
  readonly queue: PushQueue;
  /** Who sends to which `deviceKind`. A push of another kind is recorded as failed, without an alert: such apps poll. */
  readonly senders: ReadonlyMap<string, PushSender>;
  /** Names this worker among those of other processes: it must be unique. */
  readonly worker: string;
  /** Pushes under way at a time, 2000 by default. */
  readonly concurrency?: number;
  /** Most pushes of one claim, 500 by default; about two claims are held ahead. */
  readonly claimLimit?: number;
  /** How long a claim is held, 5 minutes by default: longer than a push can take. */
  readonly leaseMs?: number;
  /** The longest rest without asking storage, 5 seconds by default: work that other processes write is found by then. */
  readonly pollMs?: number;
  /** Most outcomes of one transaction, 500 by default. */
  readonly recordLimit?: number;
  /** How long an outcome waits for others, 25 by default. */
  readonly recordDelayMs?: number;
  /** Between sends of a push that failed: from 1 second to 15 minutes by default, never below what the push service asks. */
  readonly backOff?: BackOff;
  /** Sends that were answered after which a push is given up; 100 by default, about a day. Unreached services do not end it. */
  readonly maxAttempts?: number;
  /** `Date.now` by default. */
  readonly clock?: () => number;
  /** From 0 to 1; `Math.random` by default. */
  readonly random?: () => number;
  readonly onAlert?: (alert: PushAlert) => void;
}

/** The options with every default in place. */
export type PushWorkerSettings = Required<Omit<PushWorkerOptions, "onAlert">>;

const NUMBERS = {
  concurrency: 2000,
  claimLimit: 500,
  leaseMs: 300_000,
  pollMs: 5000,
  recordLimit: 500,
  recordDelayMs: 25,
  maxAttempts: 100,
} as const satisfies Partial<Record<keyof PushWorkerOptions, number>>;

/** Fills in defaults. Throws `ERR_PUSH_OPTION` for a number that is none above 0. */
export function readPushWorkerOptions(options: PushWorkerOptions): PushWorkerSettings {
  const numbers = Object.entries(NUMBERS).map(([name, otherwise]) => {
    const value = options[name as keyof typeof NUMBERS] ?? otherwise;
    if (!Number.isFinite(value) || value < 1) throw new PushError("ERR_PUSH_OPTION", `${name} is a number from 1 on.`);
    return [name, value] as const;
  });
  return {
    queue: options.queue,
    senders: options.senders,
    worker: options.worker,
    backOff: options.backOff ?? { firstMs: 1000, mostMs: 900_000 },
    clock: options.clock ?? Date.now,
    random: options.random ?? Math.random,
    ...(Object.fromEntries(numbers) as Record<keyof typeof NUMBERS, number>),
  };
}
