/** So many refusals are believed of devices before they are held against the set-up. */
const BELIEVED = 10;

/** Answers that count; older ones weigh half, again and again. */
const REMEMBERED = 200;

/** Pass types that are watched at a time. */
const WATCHED = 10_000;

interface Seen {
  good: number;
  bad: number;
  hasDelivered: boolean;
}

/**
 * Tells tokens that are dead from a set-up that is wrong. A certificate of another pass type makes APNs call *every* token wrong:
 * who believes it loses all registrations, which no device will ever send again. So of refusals of that kind a few are
 * believed, and more only while they are fewer than the deliveries of the same pass type.
 *
 * Where something was delivered the set-up is right, and the refusals are of tokens that somebody made up: whoever holds one pass can
 * register as many devices as they like, and must not bring the pushes of all others to a stop.
 */
export class TokenDoubt {
  readonly #seen = new Map<string, Seen>();

  /** A push was delivered: the set-up is right. */
  addDelivery(passTypeIdentifier: string): void {
    const seen = this.#of(passTypeIdentifier);
    seen.good += 1;
    seen.hasDelivered = true;
  }

  /** Whether the set-up has been seen to work. */
  isSetUpRight(passTypeIdentifier: string): boolean {
    return this.#of(passTypeIdentifier).hasDelivered;
  }

  /** A push was refused in a way that may be the set-up's fault; whether to believe it of the device. */
  isBelieved(passTypeIdentifier: string): boolean {
    const seen = this.#of(passTypeIdentifier);
    seen.bad += 1;
    return seen.bad <= BELIEVED || seen.bad <= seen.good;
  }

  /** Begins anew: someone has mended the set-up. */
  forget(passTypeIdentifier: string): void {
    this.#seen.delete(passTypeIdentifier);
  }

  #of(passTypeIdentifier: string): Seen {
    let seen = this.#seen.get(passTypeIdentifier);
    if (seen === undefined) {
      if (this.#seen.size >= WATCHED) this.#seen.clear();
      seen = { good: 0, bad: 0, hasDelivered: false };
      this.#seen.set(passTypeIdentifier, seen);
    }
    if (seen.good + seen.bad >= REMEMBERED) {
      seen.good /= 2;
      seen.bad /= 2;
    }
    return seen;
  }
}
