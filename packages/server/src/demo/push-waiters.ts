interface Push {
  readonly passTypeIdentifier: string;
  readonly pushToken: string;
}

/** Hands pushes of the stand-in to whoever waits for one of a token. */
export class PushWaiters {
  readonly #waiting = new Map<string, (push: Push) => void>();

  take(push: Push): void {
    this.#waiting.get(push.pushToken.toLowerCase())?.(push);
  }

  /** The next push to a token. Rejects with the reason of `signal` when that aborts first. */
  next(pushToken: string, signal: AbortSignal): Promise<Push> {
    const name = pushToken.toLowerCase();
    return new Promise<Push>((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.delete(name);
        reject(signal.reason as Error);
      };
      if (signal.aborted) {
        onAbort();
        return;
      }
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.set(name, (push) => {
        this.#waiting.delete(name);
        signal.removeEventListener("abort", onAbort);
        resolve(push);
      });
    });
  }
}
