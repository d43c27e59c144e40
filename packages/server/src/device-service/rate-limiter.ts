import { isIPv6 } from "node:net";

/** Lets so many through at once, and so many a second in the long run, for each key. */
export interface RateLimiter {
  /** Milliseconds until the next may come; 0: this one may. */
  take(key: string): number;
  /** How many may come at once now, and when it is as many as ever again. Counts nothing. */
  look(key: string): { readonly left: number; readonly fullInMs: number };
}

/** How a limiter is set. */
export interface RateLimiterOptions {
  readonly burst: number;
  readonly perSecond: number;
  /** Keys that are remembered. Who comes back after having been forgotten begins anew: the bound of memory goes first. */
  readonly keys: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets in a bounded table, those unused for longest thrown out first. */
export function createRateLimiter({ burst, perSecond, keys, clock }: RateLimiterOptions): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key) => {
      const now = clock();
      const known = buckets.get(key);
      const bucket = known ?? { tokens: burst, at: now };
      // A clock that was set back gives nothing and takes nothing.
      const passed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(burst, bucket.tokens + (passed / 1000) * perSecond);
      bucket.at = now;
      // Deleted and set again: a Map keeps the order of insertion, so the first is the one unused for longest.
      if (known !== undefined) buckets.delete(key);
      else if (buckets.size >= keys) forgetOldest(buckets);
      buckets.set(key, bucket);
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
      }
      return Math.ceil(((1 - bucket.tokens) / perSecond) * 1000);
    },
    look: (key) => {
      const bucket = buckets.get(key);
      const passed = bucket === undefined ? 0 : Math.max(0, clock() - bucket.at);
      const tokens = bucket === undefined ? burst : Math.min(burst, bucket.tokens + (passed / 1000) * perSecond);
      return { left: Math.floor(tokens), fullInMs: Math.ceil(((burst - tokens) / perSecond) * 1000) };
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}

/**
 * The key of an address. One subscriber has a whole /64 of IPv6 (RFC 6177) and could come from a new address each time.
 */
export function rateKeyOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head = "", tail] = (address.split("%", 1)[0] ?? "").toLowerCase().split("::", 2);
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ""))
    .join(":");
}
