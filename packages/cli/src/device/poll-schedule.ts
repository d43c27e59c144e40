/** No more than this between two polls, and no timer of the platform takes much more. Milliseconds. */
const MOST = 24 * 3_600_000;
/** Doublings of the interval. */
const MAX_DOUBLINGS = 10;

/**
 * Milliseconds to the next poll: the interval, doubled for each poll in a row that no server answered, a tenth more or less by
 * chance, so that devices that were started together do not come together for ever.
 *
 * @param random from 0 to 1.
 */
export function pollDelay(every: number, failuresInARow: number, random: number): number {
  const plain = every * 2 ** Math.min(failuresInARow, MAX_DOUBLINGS);
  return Math.min(Math.max(every, MOST), plain * (0.9 + random * 0.2));
}
