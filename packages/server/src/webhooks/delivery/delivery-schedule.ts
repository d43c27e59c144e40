const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Between attempts, the first of which is made at once: three days in all, the most of them in the first hours. Milliseconds. */
export const RETRY_DELAYS_MS = [
  5000,
  30_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  18 * HOUR,
  22 * HOUR,
] as const;

/** A delivery that has not come through is given up after this. Milliseconds. */
export const GIVE_UP_MS = 72 * HOUR;

/** Longest wait that a receiver can ask for. Milliseconds. */
const LONGEST_WISH = 24 * HOUR;

/**
 * When a delivery is tried again, epoch ms; null: no more.
 *
 * @param random from 0 to 1: each delay is from four fifths to six fifths of its own, so that what failed together does not
 *   come back together.
 */
export function nextAttemptAt(given: {
  readonly roundAt: number;
  /** Attempts that were made, the one that just failed among them. */
  readonly tries: number;
  readonly now: number;
  readonly random: number;
  /** What the receiver asked to wait, ms. */
  readonly wish: number | null;
}): number | null {
  const { roundAt, tries, now, random, wish } = given;
  const delay = RETRY_DELAYS_MS[tries - 1];
  const last = roundAt + GIVE_UP_MS;
  if (delay === undefined || now >= last) return null;
  const wanted = Math.max(delay * (0.8 + 0.4 * random), Math.min(wish ?? 0, LONGEST_WISH));
  return Math.round(Math.min(now + wanted, last));
}

/** How many failures in a row make an endpoint suspect, and how long it is left alone then. Milliseconds. */
const DOUBT = { failures: 5, firstMs: 5000, mostMs: 10 * MINUTE } as const;

/** Answers that ask to be left alone for a while, with or without saying how long. */
const THROTTLING: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const THROTTLE_MS = 10_000;

/**
 * Until when nothing at all is sent to an endpoint that has just failed, epoch ms; null: it may go on.
 *
 * @param failures in a row, the present one among them.
 */
export function holdUntil(given: {
  readonly failures: number;
  readonly status: number | null;
  readonly now: number;
  readonly wish: number | null;
}): number | null {
  const { failures, status, now, wish } = given;
  const excess = failures - DOUBT.failures;
  const doubt = excess < 0 ? 0 : Math.min(DOUBT.mostMs, DOUBT.firstMs * 2 ** Math.min(excess, 20));
  const throttle = status !== null && THROTTLING.has(status) ? Math.max(THROTTLE_MS, Math.min(wish ?? 0, HOUR)) : 0;
  const hold = Math.max(doubt, throttle);
  return hold === 0 ? null : now + hold;
}

/** `Retry-After` (RFC 9110 §10.2.3) in ms; null: there is none that can be read. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | null {
  if (typeof header !== "string") return null;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header) * 1000;
  // Any other text, "-5" among it, would be some date or other to Date.parse.
  const at = header.endsWith(" GMT") ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
