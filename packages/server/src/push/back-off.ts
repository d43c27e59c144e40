/** How waiting grows with failures. Milliseconds. */
export interface BackOff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** While storage does not answer. */
export const STORAGE_BACK_OFF: BackOff = { firstMs: 100, mostMs: 10_000 };

/**
 * Milliseconds to wait after so many failures in a row (1 at least): doubling up to the most, between half and one and a half of it
 * by chance, so that what failed together does not return together; never above the most, never below `notBeforeMs`.
 *
 * @param random from 0 to 1.
 */
export function backOffDelay(backOff: BackOff, failures: number, random: number, notBeforeMs = 0): number {
  const plain = Math.min(backOff.mostMs, backOff.firstMs * 2 ** Math.min(Math.max(0, failures - 1), 40));
  // A floor that many share is jittered above itself, or they would all come back at once.
  const floor = notBeforeMs * (1 + random / 4);
  return Math.round(Math.max(Math.min(backOff.mostMs, plain * (0.5 + random)), floor));
}
