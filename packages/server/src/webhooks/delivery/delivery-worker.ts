import { backOffDelay, STORAGE_BACK_OFF } from "../../push/back-off.ts";
import { OutcomeRecorder } from "../../push/worker/outcome-recorder.ts";
import type { ClaimedDelivery, DeliveryOutcome, DeliveryQueue, DisabledEndpoint } from "./delivery-queue.ts";
import { WakeableRest } from "../../push/wakeable-rest.ts";

/** Options of {@link createDeliveryWorker}. Times in milliseconds. */
export interface DeliveryWorkerOptions {
  readonly queue: DeliveryQueue;
  /** Makes one attempt; rejects only with the reason of the signal. */
  readonly deliver: (delivery: ClaimedDelivery, signal: AbortSignal) => Promise<DeliveryOutcome>;
  /** Names this worker among those of other processes: it must be unique. */
  readonly worker: string;
  /** Attempts under way at a time, 200 by default; at one endpoint 16, and a single one while it keeps failing. */
  readonly concurrency?: number;
  readonly perEndpoint?: number;
  /** How long a claim is held, 2 minutes by default: longer than an attempt can take. */
  readonly leaseMs?: number;
  /** The longest rest without asking storage, 1 second by default. */
  readonly pollMs?: number;
  readonly clock?: () => number;
  readonly random?: () => number;
  readonly onOutcome?: (outcome: DeliveryOutcome) => void;
  /** An endpoint was disabled for what it answered. */
  readonly onDisabled?: (endpoint: DisabledEndpoint) => void;
  /** Storage failed; work goes on when it answers again. */
  readonly onStorageError?: (error: unknown) => void;
}

/** Takes events out of the queue, sends them, and records what became of them. */
export interface DeliveryWorker {
  readonly underWay: number;
  start(): void;
  /** Events have been written: look at once. */
  wake(): void;
  /** Claims no more, lets what is under way end, and gives the rest back. Once `signal` is aborted, what is under way is given back too. */
  stop(options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/** Between claims that did not fill their limit, so that what is due one after the other is claimed together. Milliseconds. */
const LEAST_REST = 10;

/** Makes a worker; any number of them, in any number of processes, share a queue. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  return new RunningDeliveryWorker(options);
}

class RunningDeliveryWorker implements DeliveryWorker {
  readonly #options: DeliveryWorkerOptions;
  readonly #settings: Required<
    Pick<DeliveryWorkerOptions, "concurrency" | "perEndpoint" | "leaseMs" | "pollMs" | "clock" | "random">
  >;
  readonly #recorder: OutcomeRecorder<DeliveryOutcome>;
  readonly #abort = new AbortController();
  readonly #rest = new WakeableRest();
  /** By endpoint. */
  readonly #underWay = new Map<string, { count: number; isDoubted: boolean }>();
  #count = 0;
  #isStopping = false;
  #loop: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #onQuiet: (() => void) | undefined;

  constructor(options: DeliveryWorkerOptions) {
    const { queue, worker, onDisabled, onStorageError } = options;
    this.#options = options;
    this.#settings = {
      concurrency: options.concurrency ?? 200,
      perEndpoint: options.perEndpoint ?? 16,
      leaseMs: options.leaseMs ?? 120_000,
      pollMs: options.pollMs ?? 1000,
      clock: options.clock ?? Date.now,
      random: options.random ?? Math.random,
    };
    const { clock, random } = this.#settings;
    this.#recorder = new OutcomeRecorder<DeliveryOutcome>({
      queue: {
        record: async (given) => {
          for (const disabled of await queue.record(given)) onDisabled?.(disabled);
        },
      },
      worker,
      limit: 100,
      delayMs: 10,
      backOff: STORAGE_BACK_OFF,
      clock,
      random,
      onRecorded: () => this.#rest.wake(),
      onError: (error) => onStorageError?.(error),
    });
  }

  get underWay(): number {
    return this.#count;
  }

  start(): void {
    if (!this.#isStopping) this.#loop ??= this.#run();
  }

  wake(): void {
    this.#rest.wake();
  }

  stop({ signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    this.#stopping ??= this.#stop(signal);
    return this.#stopping;
  }

  async #stop(signal: AbortSignal | undefined): Promise<void> {
    this.#isStopping = true;
    this.wake();
    const hurry = () => this.#abort.abort(signal?.reason);
    if (signal?.aborted === true) hurry();
    signal?.addEventListener("abort", hurry, { once: true });
    await this.#loop;
    if (this.#count > 0) await new Promise<void>((resolve) => (this.#onQuiet = resolve));
    signal?.removeEventListener("abort", hurry);
    await this.#recorder.flush({ hurry: true });
    const { queue, worker, onStorageError } = this.#options;
    try {
      await queue.release({ worker, now: this.#settings.clock() });
    } catch (error) {
      // The leases end by themselves.
      onStorageError?.(error);
    }
  }

  async #run(): Promise<void> {
    let failures = 0;
    let empty = 0;
    while (!this.#isStopping) {
      this.#rest.begin();
      try {
        const restMs = await this.#untilDue();
        const claimed = restMs > 0 ? 0 : await this.#claim();
        failures = 0;
        // Longer and longer while nothing comes of what is due: its endpoint is busy, or another worker has it.
        empty = claimed > 0 || restMs > 0 ? 0 : empty + 1;
        await this.#rest.rest(Math.max(restMs, Math.min(this.#settings.pollMs, LEAST_REST * 2 ** Math.min(empty, 20))));
      } catch (error) {
        failures += 1;
        this.#options.onStorageError?.(error);
        this.#rest.begin();
        if (!this.#isStopping) await this.#rest.rest(backOffDelay(STORAGE_BACK_OFF, failures, this.#settings.random()));
      }
    }
  }

  /** Endpoints that have enough under way for now. */
  #busy(): readonly string[] {
    const most = Math.ceil(this.#settings.perEndpoint / 2);
    return [...this.#underWay].filter(([, { count, isDoubted }]) => isDoubted || count >= most).map(([id]) => id);
  }

  async #claim(): Promise<number> {
    const { concurrency, perEndpoint, leaseMs, clock } = this.#settings;
    const { queue, worker } = this.#options;
    const limit = Math.min(200, concurrency - this.#count - this.#recorder.pending);
    if (limit <= 0) return 0;
    const claimed = await queue.claim({ worker, limit, perEndpoint, busy: this.#busy(), now: clock(), leaseMs });
    for (const delivery of claimed) void this.#deliver(delivery);
    return claimed.length;
  }

  /** Milliseconds until something is due; 0: something is. A claim is a transaction, and this is none. */
  async #untilDue(): Promise<number> {
    const { pollMs, clock } = this.#settings;
    const now = clock();
    const due = (await this.#options.queue.nextDue({ now })) ?? Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(pollMs, due - now));
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    const { endpointId, failures } = delivery;
    const held = this.#underWay.get(endpointId) ?? { count: 0, isDoubted: false };
    this.#underWay.set(endpointId, held);
    held.count += 1;
    held.isDoubted ||= failures > 0;
    this.#count += 1;
    try {
      const outcome = await this.#options.deliver(delivery, this.#abort.signal);
      this.#options.onOutcome?.(outcome);
      this.#recorder.add(outcome);
    } catch {
      // Told to stop: it is given back, and sent again by whoever comes next.
    } finally {
      held.count -= 1;
      this.#count -= 1;
      if (held.count === 0) this.#underWay.delete(endpointId);
      if (this.#count === 0) this.#onQuiet?.();
    }
  }
}
