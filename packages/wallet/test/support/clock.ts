import { TEST_NOW } from "./issuer.ts";

/** A clock that stands until it is moved. */
export class TestClock {
  #time = TEST_NOW.getTime();
  readonly now = (): Date => new Date(this.#time);

  advance(milliseconds: number): void {
    this.#time += milliseconds;
  }
}

/** Bytes that look random and are the same each time. */
export function createTestBytes(seed = 1): (length: number) => Uint8Array {
  let state = seed;
  return (length) =>
    Uint8Array.from({ length }, () => {
      // Park and Miller's generator.
      state = (state * 48_271) % 2_147_483_647;
      return state & 0xff;
    });
}
