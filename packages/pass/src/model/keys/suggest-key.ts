import type { DictionaryName, KeySpec } from "./key-spec.ts";
import { keysOf } from "./lookup.ts";

/** A key that was probably meant, and how the given name differs from it. */
export interface KeySuggestion {
  readonly key: KeySpec;
  /** case: by upper and lower case, or signs between the words (`logo_text`), only; spelling: by a letter or two. */
  readonly difference: "case" | "spelling";
}

/** Longer names are no misspelt keys; they would only cost time. */
const MAX_NAME_LENGTH = 64;

/**
 * The key of a dictionary that a name nobody knows was probably meant to be; undefined when none is close. A third of the
 * letters must not differ, so that short names do not match each other; of keys equally close, documented ones come first.
 *
 * @example
 * ```ts
 * suggestKey("Pass", "logotext")?.key.name; // "logoText"
 * suggestKey("Pass", "foregroundColour")?.key.name; // "foregroundColor"
 * ```
 */
export function suggestKey(dictionary: DictionaryName, name: string): KeySuggestion | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined;
  const plain = plainName(name);
  const limit = Math.min(2, Math.floor((plain.length - 1) / 3));
  let best: KeySpec | undefined;
  let bestDistance = limit + 1;
  for (const key of keysOf(dictionary)) {
    if (key.name === name) return undefined;
    const distance = editDistance(plain, plainName(key.name), bestDistance);
    if (distance < bestDistance || (distance === bestDistance && best?.status !== "documented" && key.status === "documented")) {
      if (distance > limit) continue;
      best = key;
      bestDistance = distance;
    }
  }
  return best === undefined ? undefined : { key: best, difference: bestDistance === 0 ? "case" : "spelling" };
}

function plainName(name: string): string {
  return name.replaceAll(/[-_\s]/g, "").toLowerCase();
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (optimal string
 * alignment); anything above `limit` is returned as `limit + 1`.
 */
function editDistance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = at(last, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      let distance = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        distance = Math.min(distance, at(beforeLast, column - 2) + 1);
      }
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
