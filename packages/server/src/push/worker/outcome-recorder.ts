import { type BackOff, backOffDelay } from "../back-off.ts";

/** Options of an {@link OutcomeRecorder}. Times in milliseconds. */
export interface OutcomeRecorderOptions<Outcome> {
  readonly queue: {
    /** Writes outcomes of one batch in one transaction. */
    record(options: { readonly worker: string; readonly outcomes: readonly Outcome[]; readonly now: number }): Promise<void>;
  };
  readonly worker: string;
  /** Most outcomes of one transaction. */
  readonly limit: number;
  /** An outcome waits so long for company. */
  readonly delayMs: number;
  /** Between attempts when storage does not take a batch. */
  readonly backOff: BackOff;
  readonly clock: () => number;
  readonly random: () => number;
  /** Storage took a batch. */
  readonly onRecorded: () => void;
  readonly onError: (error: unknown) => void;
}

/** Writes outcomes in batches, one batch at a time; what storage does not take stays and is tried again. */
export class OutcomeRecorder<Outcome> {
  readonly #options: OutcomeRecorderOptions<Outcome>;
  #pending: Outcome[] = [];
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isHurried = false;
  #wakeUp: (() => void) | undefined;

  constructor(options: OutcomeRecorderOptions<Outcome>) {
    this.#options = options;
  }

  /** Outcomes that storage does not have yet. */
  get pending(): number {
    return this.#pending.length;
  }

  add(outcome: Outcome): void {
    this.#pending.push(outcome);
    if (this.#writing !== undefined) return;
    if (this.#pending.length >= this.#options.limit) this.#start();
    else this.#timer ??= setTimeout(() => this.#start(), this.#options.delayMs);
  }

  /** Writes all that is there. With `hurry` a batch that storage refuses is given up: its lease ends, and it is sent again. */
  async flush(options: { readonly hurry: boolean }): Promise<void> {
    this.#isHurried = options.hurry;
    this.#wakeUp?.();
    while (this.#pending.length > 0) {
      this.#start();
      await this.#writing;
    }
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    const { queue, worker, limit, clock, onRecorded, onError } = this.#options;
    let isFirst = true;
    // A rest that is no full batch waits for company again.
    while (this.#pending.length >= (isFirst || this.#isHurried ? 1 : limit)) {
      isFirst = false;
      const outcomes = this.#pending.slice(0, limit);
      try {
        await queue.record({ worker, outcomes, now: clock() });
        this.#failures = 0;
      } catch (error) {
        onError(error);
        if (!this.#isHurried) {
          await this.#wait();
          isFirst = true;
          continue;
        }
      }
      this.#pending.splice(0, outcomes.length);
      onRecorded();
    }
    if (this.#pending.length > 0) this.#timer ??= setTimeout(() => this.#start(), this.#options.delayMs);
  }

  async #wait(): Promise<void> {
    const { backOff, random } = this.#options;
    this.#failures += 1;
    const delay = backOffDelay(backOff, this.#failures, random());
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = undefined;
  }
}
