/** One way on from a place in the payload. */
export interface SpellingStep<Emit> {
  /** The state (mode, character set, submode) afterwards. */
  readonly to: number;
  /** Bytes of the payload that it spells; 0 changes the state alone. */
  readonly advance: number;
  /** What it takes in the symbol, in a unit of the caller's. Never negative, and above 0 where `advance` is 0. */
  readonly cost: number;
  readonly emit: Emit;
}

/** What can be spelled next, at a position in the payload and in a state. */
export type StepsFrom<Emit> = (at: number, state: number) => Iterable<SpellingStep<Emit>>;

interface Reached<Emit> {
  readonly cost: number;
  readonly step: SpellingStep<Emit> | null;
  readonly from: number;
}

/**
 * The cheapest way to spell a payload in a code that has modes: the shortest path through (position, state), found from left
 * to right. All four two-dimensional symbologies and Code 128 describe their modes as steps and share this search.
 *
 * @param length bytes of the payload
 * @param states how many states there are, numbered from 0
 * @param starts the states a symbol may begin in, with what beginning in them costs
 * @returns the steps in order, the state begun in, and the sum of their costs; null when no way leads to the end
 *
 * @example
 * ```ts
 * const spelled = cheapestSpelling(2, 1, [[0, 0]], () => [{ to: 0, advance: 1, cost: 8, emit: "byte" }]);
 * spelled?.cost; // 16
 * ```
 */
export function cheapestSpelling<Emit>(
  length: number,
  states: number,
  starts: readonly (readonly [state: number, cost: number])[],
  stepsFrom: StepsFrom<Emit>,
): { readonly start: number; readonly cost: number; readonly steps: readonly SpellingStep<Emit>[] } | null {
  const reached: (Reached<Emit> | undefined)[] = Array.from({ length: (length + 1) * states });
  for (const [state, cost] of starts) reached[state] = { cost, step: null, from: -1 };
  for (let at = 0; at < length; at += 1) {
    // A change of state costs something, so settling the cheapest first reaches each state of a position once (Dijkstra).
    const open = new Set(Array.from({ length: states }, (_, state) => state));
    while (open.size > 0) {
      const state = cheapestOf(open, reached, at * states);
      if (state === null) break;
      open.delete(state);
      const from = at * states + state;
      const cost = reached[from]?.cost ?? 0;
      for (const step of stepsFrom(at, state)) {
        const node = (at + step.advance) * states + step.to;
        const known = reached[node];
        if (known === undefined || cost + step.cost < known.cost) reached[node] = { cost: cost + step.cost, step, from };
      }
    }
  }
  return traceBack(reached, length, states);
}

function cheapestOf<Emit>(open: ReadonlySet<number>, reached: readonly (Reached<Emit> | undefined)[], base: number): number | null {
  let best: number | null = null;
  let bestCost = Infinity;
  for (const state of open) {
    const cost = reached[base + state]?.cost ?? Infinity;
    if (cost < bestCost) [best, bestCost] = [state, cost];
  }
  return best;
}

function traceBack<Emit>(reached: readonly (Reached<Emit> | undefined)[], length: number, states: number) {
  const all = new Set(Array.from({ length: states }, (_, state) => state));
  const last = cheapestOf(all, reached, length * states);
  if (last === null) return null;
  let node = length * states + last;
  const cost = reached[node]?.cost ?? 0;
  const steps: SpellingStep<Emit>[] = [];
  for (let way = reached[node]; way !== undefined && way.step !== null; way = reached[node]) {
    steps.push(way.step);
    node = way.from;
  }
  return { start: node, cost, steps: steps.toReversed() };
}
