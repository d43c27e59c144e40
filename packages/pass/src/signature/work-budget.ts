import { derInvalid } from "../der/der-header.ts";
import { PassError } from "../errors.ts";

/** What a key file may be and ask for before it is refused: work that an attacker's file could demand of a server without end. */
export const KEY_LIMITS = {
  /** An RSA-16384 key in PKCS#8 has 9.5 KB, a PKCS#12 file with its chain some 10 KB. */
  maxBytes: 262_144,
  /**
   * Rounds of PBKDF2 over all encrypted parts of a file, up to 1 µs each. OpenSSL and Keychain write 2,048, Java 10,000;
   * OWASP advises 600,000 with SHA-256 and 1,300,000 with SHA-1.
   */
  maxRounds: 2_000_000,
} as const;

/** Rounds that may still be made for a file. */
export interface WorkBudget {
  left: number;
}

/** A budget for one file. */
export function createWorkBudget(): WorkBudget {
  return { left: KEY_LIMITS.maxRounds };
}

/** A round in JavaScript counts for four: it takes 1 to 2.5 µs and blocks, where PBKDF2 runs natively beside. */
export const JAVASCRIPT_ROUND = 4;

/** Takes rounds from the budget before they are made; throws `ERR_PASS_KEY_LIMIT`, or `ERR_PASS_DER_INVALID` for none at all. */
export function spendRounds(budget: WorkBudget, iterations: number, weight = 1): void {
  if (iterations < 1) throw derInvalid("The passphrase is stretched in no round at all", 0);
  if (iterations * weight > budget.left) {
    const most = Math.floor(KEY_LIMITS.maxRounds / weight);
    const message = `The passphrase would be stretched in ${iterations} rounds; at most ${most} are made for a file.`;
    throw new PassError("ERR_PASS_KEY_LIMIT", message, { details: { iterations, maxRounds: most } });
  }
  budget.left -= iterations * weight;
}
