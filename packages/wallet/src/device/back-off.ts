/** How a device comes back after a failure. Apple documents only that it does. Milliseconds. */
export const BACK_OFF = {
  first: 60_000,
  factor: 2,
  most: 24 * 3_600_000,
  /** After so many failures a task is given up; a push, a pull or a restart begins anew. */
  attempts: 12,
} as const;

/**
 * Milliseconds until the next attempt: doubling from a minute to a day, between half and one and a half of it by chance, so
 * that devices which failed together do not return together; never sooner than the server asks.
 *
 * @param attempts failures so far, 1 at least.
 * @param random from 0 to 1.
 * @param retryAfter what the server asked for; at most a day of it is believed.
 */
export function backOffDelay(attempts: number, random: number, retryAfter: number | null = null): number {
  const plain = Math.min(BACK_OFF.most, BACK_OFF.first * BACK_OFF.factor ** Math.min(attempts - 1, 30));
  const jittered = Math.min(BACK_OFF.most, plain * (0.5 + random));
  return Math.max(jittered, Math.min(retryAfter ?? 0, BACK_OFF.most));
}
