/** A rest that can be ended: what wakes before it begins ends it at once. */
export class WakeableRest {
  #isWoken = false;
  #end: (() => void) | undefined;

  wake(): void {
    this.#isWoken = true;
    this.#end?.();
  }

  /** Forgets wakings so far. */
  begin(): void {
    this.#isWoken = false;
  }

  async rest(milliseconds: number): Promise<void> {
    if (this.#isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }
}
