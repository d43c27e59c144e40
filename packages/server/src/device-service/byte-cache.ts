/** Things made of byte arrays, as many as fit into so many bytes. */
export interface ByteCache<T> {
  readonly size: number;
  readonly bytes: number;
  /** Counts as use. */
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  delete(name: string): void;
  clear(): void;
}

/** What an entry costs beside its bytes: names, the Map's slot, the arrays' own objects. */
const ENTRY_OVERHEAD = 1024;

/**
 * A cache that throws out what was used least recently. Passes of one template share the bytes of its images: an array that is
 * part of many entries counts once, so the bound is one of real memory.
 */
export function createByteCache<T>(options: {
  readonly maxBytes: number;
  readonly chunksOf: (value: T) => readonly Uint8Array[];
}): ByteCache<T> {
  const { maxBytes, chunksOf } = options;
  const entries = new Map<string, T>();
  const users = new Map<Uint8Array, number>();
  let bytes = 0;
  // Stays where it is from one call to the next: a Map keeps the places of what was deleted for a while, and an iterator that
  // begins at its front walks over all of them.
  let oldest = entries.entries();

  const remove = (name: string, value: T) => {
    entries.delete(name);
    bytes -= ENTRY_OVERHEAD;
    for (const chunk of chunksOf(value)) {
      const left = (users.get(chunk) ?? 1) - 1;
      if (left > 0) {
        users.set(chunk, left);
        continue;
      }
      users.delete(chunk);
      bytes -= chunk.byteLength;
    }
  };

  return {
    get size() {
      return entries.size;
    },
    get bytes() {
      return bytes;
    },
    get: (name) => {
      const value = entries.get(name);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: the first is the one unused for longest.
      entries.delete(name);
      entries.set(name, value);
      return value;
    },
    set: (name, value) => {
      const before = entries.get(name);
      if (before !== undefined) remove(name, before);
      entries.set(name, value);
      bytes += ENTRY_OVERHEAD;
      for (const chunk of chunksOf(value)) {
        const count = users.get(chunk) ?? 0;
        if (count === 0) bytes += chunk.byteLength;
        users.set(chunk, count + 1);
      }
      for (;;) {
        if (bytes <= maxBytes) break;
        const next = oldest.next();
        if (next.done === true) break;
        remove(...next.value);
      }
      // One that came to its end sees nothing that comes after.
      if (entries.size === 0) oldest = entries.entries();
    },
    delete: (name) => {
      const value = entries.get(name);
      if (value !== undefined) remove(name, value);
    },
    clear: () => {
      entries.clear();
      oldest = entries.entries();
      users.clear();
      bytes = 0;
    },
  };
}
