/** Something that a person must know, for it will not mend itself. */
export interface PushAlert {
  /**
   * - `paused`: pushes of a pass type are held back until someone resumes it;
   * - `tokens-doubtful`: nearly every device is refused: paused for a fault of the set-up, or, where others were reached, their pushes given up;
   * - `refused`: pushes are given up: a fault of ours or of a push service's set-up;
   * - `unreachable`: pushes wait, for the push service cannot be reached from here;
   * - `gave-up`: a push failed so often that it is given up;
   * - `storage`: work cannot be taken or recorded.
   */
  readonly kind: "paused" | "tokens-doubtful" | "refused" | "unreachable" | "gave-up" | "storage";
  /** Undefined for what concerns all. */
  readonly passTypeIdentifier?: string;
  /** Short: the reason of the push service. */
  readonly reason: string;
  /** A sentence for people. */
  readonly words: string;
  /** Epoch ms. */
  readonly at: number;
}

/** The same alert is not given again within this. Milliseconds. */
const QUIET = 600_000;

/** No more different alerts are remembered. */
const REMEMBERED = 1000;

/** Passes alerts on, the same one once in ten minutes: a hundred thousand pushes may meet one fault. */
export class AlertGate {
  readonly #pass: ((alert: PushAlert) => void) | undefined;
  readonly #given = new Map<string, number>();

  constructor(pass: ((alert: PushAlert) => void) | undefined) {
    this.#pass = pass;
  }

  give(alert: PushAlert): void {
    const key = JSON.stringify([alert.kind, alert.passTypeIdentifier ?? null, alert.reason]);
    const before = this.#given.get(key);
    if (before !== undefined && Math.abs(alert.at - before) < QUIET) return;
    if (this.#given.size >= REMEMBERED) this.#given.clear();
    this.#given.set(key, alert.at);
    this.#pass?.(alert);
  }
}
