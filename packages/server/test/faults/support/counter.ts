/** Counts what happens, for those who wait for some more of it. */
export class Counter {
  count = 0;
  #waiting: { readonly at: number; readonly resolve: () => void }[] = [];

  add(): void {
    this.count += 1;
    const due = this.#waiting.filter(({ at }) => at <= this.count);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter(({ at }) => at > this.count);
    for (const { resolve } of due) resolve();
  }

  /** Resolves when it happened so many more times, or when `ended` settles. */
  async after(more: number, ended?: Promise<unknown>): Promise<void> {
    const happened = new Promise<void>((resolve) => {
      this.#waiting.push({ at: this.count + more, resolve });
    });
    await Promise.race(ended === undefined ? [happened] : [happened, ended]);
  }
}
