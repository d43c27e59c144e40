/**
 * What a JSON file of a pass may be at most. Real ones have a few kilobytes, a nesting of six and some hundred values;
 * the limits stop texts that are made to fill memory or to overflow the stack of whoever walks the values afterwards.
 */
export const JSON_LIMITS = {
  /** Bytes of the file, or UTF-16 units of a text. */
  maxLength: 4 * 1024 * 1024,
  /** Objects and arrays inside one another. */
  maxDepth: 128,
  /** Values of all kinds. A node costs about 100 bytes. */
  maxValues: 100_000,
  /** Tolerated departures from strict JSON. */
  maxProblems: 5_000,
} as const;
