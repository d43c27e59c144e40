import type { PushQueue } from "../push-queue.ts";

/**
 * Pass types that this worker has paused: what it holds of them already is not sent. Somebody may resume one at any time, in
 * another process; a claim that began after the pause was stored and still brings a push of it says so.
 */
export class PassTypePauses {
  readonly #queue: PushQueue;
  readonly #onError: (error: unknown) => void;
  readonly #paused = new Map<string, { storedAtClaim: number; readonly stored: Promise<void> }>();
  #claims = 0;

  constructor(queue: PushQueue, onError: (error: unknown) => void) {
    this.#queue = queue;
    this.#onError = onError;
  }

  has(passTypeIdentifier: string): boolean {
    return this.#paused.has(passTypeIdentifier);
  }

  /** Pauses a pass type, once; done when storage knows, or has failed to. */
  pause(passTypeIdentifier: string, reason: string, now: number): Promise<void> {
    const before = this.#paused.get(passTypeIdentifier);
    if (before !== undefined) return before.stored;
    const stored = this.#store(passTypeIdentifier, reason, now);
    this.#paused.set(passTypeIdentifier, { storedAtClaim: Number.POSITIVE_INFINITY, stored });
    return stored;
  }

  /** A claim begins; give the number to {@link takeResumed}. */
  beginClaim(): number {
    this.#claims += 1;
    return this.#claims;
  }

  /** Whether a push of a claim shows that its pass type has been resumed. */
  takeResumed(passTypeIdentifier: string, claim: number): boolean {
    const pause = this.#paused.get(passTypeIdentifier);
    if (pause === undefined || claim <= pause.storedAtClaim) return false;
    return this.#paused.delete(passTypeIdentifier);
  }

  async #store(passTypeIdentifier: string, reason: string, now: number): Promise<void> {
    try {
      await this.#queue.pausePassType({ passTypeIdentifier, reason, now });
      const pause = this.#paused.get(passTypeIdentifier);
      if (pause !== undefined) pause.storedAtClaim = this.#claims;
    } catch (error) {
      // Not stored: the next push of it will be refused again, and pause it again.
      this.#paused.delete(passTypeIdentifier);
      this.#onError(error);
    }
  }
}
