/** Letters that may be wrong in a name before it is another name. */
const MAX_EDITS = 3;

/** Names are compared up to this length, so that a hostile text costs nothing. */
const MAX_LENGTH = 64;

/**
 * The known name that was probably meant: equal but for case, or a few letters away, or (for Apple's `PK…` values) the
 * same without its prefix, as in "Train" for `PKTransitTypeTrain`.
 */
export function nearestName<Name extends string>(text: string, known: readonly Name[]): Name | undefined {
  if (text === "" || text.length > MAX_LENGTH) return undefined;
  const wanted = text.toLowerCase();
  let best: Name | undefined;
  let bestDistance = Math.min(MAX_EDITS, Math.floor(text.length / 3)) + 1;
  for (const name of known) {
    const candidate = name.toLowerCase();
    if (candidate === wanted) return name;
    if (candidate.startsWith("pk") && wanted.length >= 3 && candidate.endsWith(wanted)) return name;
    const distance = editDistance(wanted, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** Levenshtein distance with adjacent swaps; stops as soon as it cannot fall below `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? limit;
}
