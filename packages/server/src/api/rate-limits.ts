import { createRateLimiter, type RateLimiter } from "../device-service/rate-limiter.ts";
import { ApiProblem } from "./api-problem.ts";

/** How often keys and strangers may ask. */
export interface ApiRates {
  /** Requests of one key at once, and in a second for long. */
  readonly keyBurst: number;
  readonly keyPerSecond: number;
  /** Requests without a valid key, of one address. */
  readonly strangerBurst: number;
  readonly strangerPerSecond: number;
}

export const API_RATES: ApiRates = { keyBurst: 600, keyPerSecond: 100, strangerBurst: 30, strangerPerSecond: 1 };

/** Keys and addresses that are remembered. */
const REMEMBERED = 10_000;

/** A limit that a request falls under. */
export interface Quota {
  /** Counts a request. @throws {ApiProblem} `too-many-requests`. */
  take(who: string): void;
  /** What is left of it, for the answer: `RateLimit-Policy` and `RateLimit` of draft-ietf-httpapi-ratelimit-headers. */
  headers(who: string): readonly string[];
}

/** The limits of the API in this process. */
export function createQuotas(rates: ApiRates, clock: () => number): { readonly key: Quota; readonly stranger: Quota } {
  return {
    key: createQuota("key", rates.keyBurst, rates.keyPerSecond, clock),
    stranger: createQuota("stranger", rates.strangerBurst, rates.strangerPerSecond, clock),
  };
}

function createQuota(name: string, burst: number, perSecond: number, clock: () => number): Quota {
  const limiter: RateLimiter = createRateLimiter({ burst, perSecond, keys: REMEMBERED, clock });
  // A bucket that is empty is full again after so long: the window of the policy.
  const policy = `"${name}";q=${burst};w=${Math.max(1, Math.ceil(burst / perSecond))}`;
  return {
    take: (who) => {
      const waitMs = limiter.take(who);
      if (waitMs > 0) throw new ApiProblem("too-many-requests", undefined, {}, ["retry-after", String(Math.ceil(waitMs / 1000))]);
    },
    headers: (who) => {
      const { left, fullInMs } = limiter.look(who);
      return ["ratelimit-policy", policy, "ratelimit", `"${name}";r=${left};t=${Math.ceil(fullInMs / 1000)}`];
    },
  };
}
