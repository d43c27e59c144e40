import { loadavg } from "node:os";
import { median } from "../machine.ts";

/** Rounds that count, at least; and at most so many, if the machine has other work. */
const ROUNDS = 5;
const MAX_ROUNDS = 8;
/** By so much may the limit fall before a round counts as disturbed. */
const TOLERANCE = 0.1;

interface Round {
  /** The limit before and after our own turn. */
  readonly limits: readonly [before: number, after: number];
  readonly ours: number;
}

/** Our share of a limit, and how it came about. */
export interface Share {
  readonly share: number;
  readonly limit: number;
  readonly ours: number;
  readonly note: string;
}

/**
 * Measures something between two measurements of its limit, again and again, and gives the median of the shares. Rounds in which
 * the limit itself fell, because something else ran, are left out.
 */
export async function measureShare(
  name: string,
  measureLimit: () => Promise<number>,
  measureOurs: () => Promise<number>,
): Promise<Share> {
  const rounds: Round[] = [];
  let quiet: readonly Round[] = [];
  let before = await measureLimit();
  while (quiet.length < ROUNDS && rounds.length < MAX_ROUNDS) {
    const ours = await measureOurs();
    const after = await measureLimit();
    rounds.push({ limits: [before, after], ours });
    before = after;
    const best = Math.max(...rounds.flatMap(({ limits }) => limits));
    quiet = rounds.filter(({ limits }) => Math.min(...limits) >= best * (1 - TOLERANCE));
  }
  const isBusy = quiet.length < 3;
  const counted = isBusy ? rounds : quiet;
  const shares = counted.map(shareOf);
  const share = median(shares);
  const spread = `${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}`;
  const note = isBusy
    ? `${spread} in ${rounds.length} rounds, on a machine that was busy with something else: do not trust it`
    : `${spread} in ${counted.length} rounds of ${rounds.length}`;
  console.log(`  ${name}: ${share.toFixed(3)} (${note}); load ${loadavg()[0]?.toFixed(1)}`);
  return {
    share,
    limit: median(counted.map(({ limits: [first, second] }) => (first + second) / 2)),
    ours: median(counted.map(({ ours }) => ours)),
    note,
  };
}

function shareOf({ limits: [before, after], ours }: Round): number {
  return ours / ((before + after) / 2);
}
