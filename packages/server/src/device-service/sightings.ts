/** Remembers what was asked for lately, in a fixed space and without a byte for the garbage collector. */
export interface Sightings {
  /** Whether this was asked for before; from now on it was. Another may have taken its place meanwhile. */
  note(name: string): boolean;
  clear(): void;
}

/** Places: 256 KB, more than the passes that are fetched in a minute of the greatest rush. */
const PLACES = 2 ** 16;

/**
 * A table of hashes, each at the place that it names by itself. Whoever makes two names fall together gains that something is kept
 * that need not be, or not kept that could: no answer depends on it.
 */
export function createSightings(): Sightings {
  const seen = new Uint32Array(PLACES);
  return {
    note: (name) => {
      const hash = hashOf(name);
      const place = hash % PLACES;
      const isKnown = seen[place] === hash;
      seen[place] = hash;
      return isKnown;
    },
    clear: () => void seen.fill(0),
  };
}

/** FNV-1a over UTF-16 units; never 0, which an empty place holds. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0 || 1;
}
