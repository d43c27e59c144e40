import { setTimeout as delay } from "node:timers/promises";
import type { DeviceEvent } from "@passwright/wallet";
import type { Io } from "../io.ts";
import { WalletBusyError } from "./folder-lock.ts";
import { type Device, type DeviceOptions, withDevice } from "./open-device.ts";
import { pollDelay } from "./poll-schedule.ts";

export interface ListenPlan {
  /** Milliseconds between two polls. */
  readonly every: number;
  /** Pass types that were pushed; emptied as they are taken. */
  readonly pushed: Set<string>;
  /** Resolves at the next push. */
  readonly nextPush: () => Promise<void>;
  readonly onEvent: (event: DeviceEvent) => void;
  /** Another command has the wallet, and the round is tried again. */
  readonly onBusy: (error: WalletBusyError) => void;
}

type Round = "poll" | "push" | "due";

/** A timer of the platform takes no more. */
const LONGEST_SLEEP = 2 ** 31 - 1;

/**
 * Keeps the passes up to date until the signal aborts. The wallet is taken for each round and given back after it, so that other
 * commands can be used meanwhile, and see and change the same passes.
 */
export async function listenForUpdates(io: Io, options: DeviceOptions, plan: ListenPlan): Promise<void> {
  let failures = 0;
  let pollAt = io.now().getTime();
  let round: Round = "poll";
  while (!io.signal.aborted) {
    const { events, nextDueAt } = await runRound(io, options, plan, round);
    if (round === "poll") {
      failures = isFruitless(events) ? failures + 1 : 0;
      pollAt = io.now().getTime() + pollDelay(plan.every, failures, Math.random());
    }
    if (plan.pushed.size > 0) {
      round = "push";
      continue;
    }
    const dueIn = nextDueAt === null ? Number.POSITIVE_INFINITY : nextDueAt.getTime() - io.now().getTime();
    const pollIn = pollAt - io.now().getTime();
    const isPushed = await sleep(Math.min(dueIn, pollIn), io.signal, plan.nextPush());
    if (isPushed) round = "push";
    else round = pollIn <= dueIn ? "poll" : "due";
  }
}

interface RoundEnd {
  readonly events: readonly DeviceEvent[];
  readonly nextDueAt: Date | null;
}

async function runRound(io: Io, options: DeviceOptions, plan: ListenPlan, round: Round): Promise<RoundEnd> {
  const use = async ({ wallet }: Device): Promise<RoundEnd> => {
    const events: DeviceEvent[] = [];
    // Taken only now: a push that comes while this waits for the wallet is of this round.
    const topics = [...plan.pushed];
    plan.pushed.clear();
    for (const topic of topics) events.push(...(await wallet.push(topic)));
    if (round === "poll") events.push(...(await wallet.restart()));
    if (round === "due") events.push(...(await wallet.runDue()));
    return { events, nextDueAt: wallet.nextDueAt };
  };
  try {
    return await withDevice(io, options, use, plan.onEvent);
  } catch (error) {
    if (!(error instanceof WalletBusyError)) throw error;
    plan.onBusy(error);
    return { events: [], nextDueAt: null };
  }
}

/** Something was tried, and nothing but failures came of it. */
function isFruitless(events: readonly DeviceEvent[]): boolean {
  const told = events.filter(({ kind }) => kind !== "logged");
  return told.length > 0 && told.every(({ kind }) => kind === "failed");
}

/** Whether a push ended the sleep. */
async function sleep(milliseconds: number, signal: AbortSignal, push: Promise<void>): Promise<boolean> {
  const stop = new AbortController();
  const time = delay(Math.min(Math.max(0, milliseconds), LONGEST_SLEEP), false, { signal: AbortSignal.any([signal, stop.signal]) });
  try {
    return await Promise.race([time.catch(() => false), push.then(() => true)]);
  } finally {
    stop.abort();
  }
}
