/** Longest texts, in characters, and other bounds of requests. */
export const API_LIMITS = {
  jsonBytes: 1024 * 1024,
  templateBytes: 32 * 1024 * 1024,
  /** Bytes of a picture as it is sent. */
  imageBytes: 8 * 1024 * 1024,
  pageItems: 100,
  text: 200,
  /** Longest time over which pushes can be spread, in seconds. */
  pushOver: 24 * 60 * 60,
} as const;
