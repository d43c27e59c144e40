import bidiModule, { type Bidi } from "bidi-js";

// Its types describe an ES module, its file is CommonJS: the default import is the function itself, everywhere.
const createBidi = bidiModule as unknown as () => Bidi;

/** Made when first needed and then kept: it reads its tables anew each time it is made, which takes ten milliseconds. */
const LOADED: { bidi: Bidi | null } = { bidi: null };

/** The Unicode bidirectional algorithm (UAX #9). */
export function loadBidi(): Bidi {
  LOADED.bidi ??= createBidi();
  return LOADED.bidi;
}

/** Characters of scripts that run right to left, and the marks that turn the direction. */
export const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Puts stretches of a line, given in logical order with their levels, into visual order (rule L2). */
export function reorder<Item extends { readonly level: number }>(items: readonly Item[]): Item[] {
  const ordered = [...items];
  const highest = Math.max(...items.map(({ level }) => level), 0);
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start + 1) ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}
