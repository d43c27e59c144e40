/** How much structure a reader takes before it refuses with `ERR_PASS_DER_LIMIT`. */
export interface DerLimits {
  /** Longest input in bytes. */
  readonly maxBytes: number;
  /** Deepest nesting of constructed elements; a signature of a real pass needs about 15. */
  readonly maxDepth: number;
  /** Most elements in all; a signature with two certificates has about 400. */
  readonly maxElements: number;
}

/** The limits where the caller gives none: ample for certificates and signatures. */
export const DER_LIMITS: DerLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 100_000,
};
