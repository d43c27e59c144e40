import { WakeableRest } from "../wakeable-rest.ts";
import { backOffDelay, STORAGE_BACK_OFF } from "../back-off.ts";
import { Fifo } from "../apns/fifo.ts";
import { type ClaimedPush, NO_PUSH_SERVICE, type PushOutcome } from "../push-queue.ts";
import { OutcomeRecorder } from "./outcome-recorder.ts";
import { PassTypePauses } from "./pass-type-pauses.ts";
import { AlertGate, type PushAlert } from "./push-alert.ts";
import { PushJudge } from "./push-judge.ts";
import { type PushWorkerOptions, type PushWorkerSettings, readPushWorkerOptions } from "./push-worker-options.ts";

/** What a worker has done and holds, for metrics. */
export interface PushWorkerStatistics {
  readonly delivered: number;
  readonly retry: number;
  readonly dead: number;
  readonly failed: number;
  /** Being sent. */
  readonly underWay: number;
  /** Claimed, not yet being sent. */
  readonly ahead: number;
  /** Sent, not yet recorded. */
  readonly unrecorded: number;
}

/** Takes pushes out of the queue, sends them, and records what became of them. */
export interface PushWorker {
  readonly statistics: PushWorkerStatistics;
  start(): void;
  /** New work has been written: look at once. Cheap, call it after every commit. */
  wake(): void;
  /**
   * Claims no more, lets what is under way end, records it and gives the rest back. Once `signal` is aborted, what is under
   * way is given back too. The senders stay open.
   */
  stop(options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/**
 * Makes a worker; any number of them, in any number of processes, share a queue.
 *
 * @throws {PushError} `ERR_PUSH_OPTION` for an option out of range.
 *
 * @example
 * ```ts
 * const worker = createPushWorker({ queue, senders: new Map([["apple", sender]]), worker: crypto.randomUUID() });
 * worker.start();
 * await worker.stop();
 * ```
 */
export function createPushWorker(options: PushWorkerOptions): PushWorker {
  return new RunningPushWorker(readPushWorkerOptions(options), options.onAlert);
}

/** Between claims that did not fill their limit, so that pushes due one after the other are claimed together. Milliseconds. */
const LEAST_REST = 20;

/** After so much of a lease a push is no longer begun: another worker may soon have it. */
const USABLE_LEASE = 0.5;

/** A clock that goes back so far was set. Milliseconds. */
const SET_BACK = 60_000;

class RunningPushWorker implements PushWorker {
  readonly #settings: PushWorkerSettings;
  readonly #judge: PushJudge;
  readonly #pauses: PassTypePauses;
  readonly #recorder: OutcomeRecorder<PushOutcome>;
  readonly #alerts: AlertGate;
  readonly #ahead = new Fifo<{ readonly push: ClaimedPush; readonly usableUntil: number }>();
  readonly #abort = new AbortController();
  readonly #counts = { delivered: 0, retry: 0, dead: 0, failed: 0 };
  /** When storage was last asked; before the first time, what it holds may be of a clock that went otherwise. */
  #latest = Number.POSITIVE_INFINITY;
  #underWay = 0;
  #loop: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #isStopping = false;
  readonly #rest = new WakeableRest();
  #onRoom: (() => void) | undefined;
  #onQuiet: (() => void) | undefined;

  constructor(settings: PushWorkerSettings, onAlert: ((alert: PushAlert) => void) | undefined) {
    const { queue, worker, recordLimit, recordDelayMs, clock, random } = settings;
    this.#settings = settings;
    this.#alerts = new AlertGate(onAlert);
    this.#judge = new PushJudge(settings);
    const onError = (error: unknown): void => this.#blameStorage(error);
    this.#pauses = new PassTypePauses(queue, onError);
    this.#recorder = new OutcomeRecorder({
      queue,
      worker,
      limit: recordLimit,
      delayMs: recordDelayMs,
      backOff: STORAGE_BACK_OFF,
      clock,
      random,
      onRecorded: () => this.#onRoom?.(),
      onError,
    });
  }

  get statistics(): PushWorkerStatistics {
    const { pending: unrecorded } = this.#recorder;
    return { ...this.#counts, underWay: this.#underWay, ahead: this.#ahead.length, unrecorded };
  }

  start(): void {
    if (!this.#isStopping) this.#loop ??= this.#run();
  }

  wake(): void {
    this.#rest.wake();
  }

  stop(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    this.#stopping ??= this.#stop(options.signal);
    return this.#stopping;
  }

  async #stop(signal: AbortSignal | undefined): Promise<void> {
    this.#isStopping = true;
    this.wake();
    this.#onRoom?.();
    const hurry = (): void => this.#abort.abort(signal?.reason);
    if (signal?.aborted === true) hurry();
    signal?.addEventListener("abort", hurry, { once: true });
    await this.#loop;
    this.#ahead.drain();
    if (this.#underWay > 0) await new Promise<void>((resolve) => (this.#onQuiet = resolve));
    signal?.removeEventListener("abort", hurry);
    await this.#recorder.flush({ hurry: true });
    const { queue, worker, clock } = this.#settings;
    try {
      await queue.release({ worker, now: clock() });
    } catch (error) {
      // The leases end by themselves.
      this.#blameStorage(error);
    }
  }

  async #run(): Promise<void> {
    let failures = 0;
    let empty = 0;
    while (!this.#isStopping) {
      await this.#waitForRoom();
      if (this.#isStopping) return;
      this.#rest.begin();
      try {
        const { claimed, limit } = await this.#claim();
        failures = 0;
        empty = claimed === 0 ? empty + 1 : 0;
        if (claimed < limit) await this.#rest.rest(await this.#restTime(empty));
      } catch (error) {
        failures += 1;
        this.#blameStorage(error);
        this.#rest.begin();
        if (!this.#isStopping) await this.#rest.rest(backOffDelay(STORAGE_BACK_OFF, failures, this.#settings.random()));
      }
    }
  }

  /** Free places: what may be under way, two claims ahead, less what is there, sent or not. */
  get #room(): number {
    const { concurrency, claimLimit } = this.#settings;
    return concurrency + 2 * claimLimit - this.#underWay - this.#ahead.length - this.#recorder.pending;
  }

  async #waitForRoom(): Promise<void> {
    while (this.#room < this.#settings.claimLimit && !this.#isStopping) {
      await new Promise<void>((resolve) => (this.#onRoom = resolve));
    }
    this.#onRoom = undefined;
  }

  async #claim(): Promise<{ readonly claimed: number; readonly limit: number }> {
    const { queue, worker, claimLimit: limit, leaseMs, backOff, clock } = this.#settings;
    const now = clock();
    if (now < this.#latest - SET_BACK) {
      await queue.hasten({ now, laterThan: now + 2 * Math.max(leaseMs, backOff.mostMs) });
    }
    this.#latest = now;
    const claim = this.#pauses.beginClaim();
    const pushes = await queue.claim({ worker, limit, now, leaseMs });
    for (const push of pushes) {
      if (this.#pauses.takeResumed(push.passTypeIdentifier, claim)) this.#judge.forget(push.passTypeIdentifier);
      this.#ahead.push({ push, usableUntil: now + leaseMs * USABLE_LEASE });
    }
    this.#fill();
    return { claimed: pushes.length, limit };
  }

  /** Until the next push is due; longer and longer while nothing comes of it (its pass type is paused, or another has it). */
  async #restTime(empty: number): Promise<number> {
    const { queue, clock, pollMs } = this.#settings;
    const now = clock();
    const due = await queue.nextDue({ now });
    const least = Math.min(pollMs, LEAST_REST * 2 ** Math.min(empty, 20));
    return Math.min(pollMs, Math.max(least, due === undefined ? pollMs : due - now));
  }

  #fill(): void {
    const { concurrency, clock } = this.#settings;
    while (this.#underWay < concurrency && this.#ahead.length > 0 && !this.#isStopping) {
      const next = this.#ahead.shift();
      if (next === undefined) return;
      if (clock() >= next.usableUntil) continue;
      if (this.#pauses.has(next.push.passTypeIdentifier)) this.#recorder.add(this.#judge.postpone(next.push, "paused"));
      else void this.#send(next.push);
    }
    if (this.#room >= this.#settings.claimLimit) this.#onRoom?.();
  }

  async #send(push: ClaimedPush): Promise<void> {
    this.#underWay += 1;
    try {
      const sender = this.#settings.senders.get(push.deviceKind);
      if (sender === undefined) {
        this.#counts.failed += 1;
        this.#recorder.add({ kind: "failed", push, reason: `${NO_PUSH_SERVICE} ${push.deviceKind}` });
        return;
      }
      const sentAt = this.#settings.clock();
      const result = await sender.send(push, { signal: this.#abort.signal });
      const { outcome, alert, isPaused = false } = this.#judge.judge(push, result);
      if (alert !== undefined && !(isPaused && this.#pauses.has(push.passTypeIdentifier))) this.#alerts.give(alert);
      // Back in the queue before the pause is stored, it would be claimed at once.
      if (isPaused && outcome.kind === "retry")
        await this.#pauses.pause(push.passTypeIdentifier, outcome.reason, this.#settings.clock());
      this.#counts[outcome.kind] += 1;
      this.#recorder.add({ ...outcome, sentAt });
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      // A sender that throws is broken; the push is not to blame.
      const words = error instanceof Error ? error.message : String(error);
      this.#alerts.give({ kind: "refused", reason: "sender", words, at: this.#settings.clock() });
      this.#recorder.add(this.#judge.postpone(push, "sender failed"));
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#onQuiet?.();
      this.#fill();
    }
  }

  #blameStorage(error: unknown): void {
    const words = `Storage fails: ${error instanceof Error ? error.message : String(error)}`;
    this.#alerts.give({ kind: "storage", reason: "storage", words, at: this.#settings.clock() });
  }
}
