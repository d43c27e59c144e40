/** What a `.strings` file may cost before it counts as unreadable. Real ones have up to 200 entries and 10 KB. */
export const STRINGS_LIMITS = { bytes: 1024 * 1024, entries: 10_000 } as const;
