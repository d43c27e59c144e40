import type { ApnsStandInAnswer } from "./apns-answer.ts";

/** Which requests a fault strikes; all conditions given must hold. */
export interface ApnsFaultCondition {
  /** Each n-th request of all. */
  readonly every?: number;
  /** Requests for one push token. */
  readonly pushToken?: string;
  /** So much of all, from 0 to 1, by a generator with a seed. */
  readonly share?: number;
  /** It strikes so often at most. */
  readonly times?: number;
}

/** What goes wrong. */
export type ApnsFaultEffect =
  /** Answers so instead of delivering. */
  | { readonly kind: "answer"; readonly answer: ApnsStandInAnswer }
  /** Ends the request with an HTTP/2 error code; 7, REFUSED_STREAM, by default. */
  | { readonly kind: "reset"; readonly code?: number }
  /** Never answers. */
  | { readonly kind: "silence" }
  /** Delivers, and tells the peer to go away: open requests are still answered, later ones are not seen. */
  | { readonly kind: "go-away"; readonly reason?: string }
  /** Cuts the connection with all that is open on it, unanswered. */
  | { readonly kind: "cut" };

/** A fault of a script. */
export interface ApnsFault {
  readonly when: ApnsFaultCondition;
  readonly effect: ApnsFaultEffect;
}

/** Decides for each request which fault strikes it: the first of the list whose conditions hold. */
export class ApnsFaultScript {
  readonly #random: () => number;
  #faults: readonly { readonly fault: ApnsFault; struck: number }[] = [];
  #requests = 0;

  constructor(faults: readonly ApnsFault[], seed: number) {
    this.#random = seededRandom(seed);
    this.set(faults);
  }

  set(faults: readonly ApnsFault[]): void {
    this.#faults = faults.map((fault) => ({ fault, struck: 0 }));
    this.#requests = 0;
  }

  next(pushToken: string): ApnsFaultEffect | undefined {
    this.#requests += 1;
    for (const entry of this.#faults) {
      const { when, effect } = entry.fault;
      if (when.times !== undefined && entry.struck >= when.times) continue;
      if (when.pushToken !== undefined && when.pushToken !== pushToken) continue;
      if (when.every !== undefined && this.#requests % when.every !== 0) continue;
      if (when.share !== undefined && this.#random() >= when.share) continue;
      entry.struck += 1;
      return effect;
    }
    return undefined;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
