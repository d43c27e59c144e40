/**
 * Many pushes under one abort signal. A listener per push would be looked through with each further one (`addEventListener` drops
 * doubles), which at some thousand pushes under way costs more than sending them.
 */
export class AbortGroups {
  readonly #groups = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

  /** Calls `abort` when the signal is aborted, unless the function that it returns has been called. */
  join(signal: AbortSignal, abort: (reason: unknown) => void): () => void {
    let group = this.#groups.get(signal);
    if (group === undefined) {
      const made = new Set<(reason: unknown) => void>();
      group = made;
      this.#groups.set(signal, made);
      signal.addEventListener(
        "abort",
        () => {
          for (const each of made) each(signal.reason);
        },
        { once: true },
      );
    }
    group.add(abort);
    return () => {
      group.delete(abort);
    };
  }
}
