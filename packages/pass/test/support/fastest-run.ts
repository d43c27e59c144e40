/**
 * Bounds on time guard against work that explodes with the input, not against a busy machine: a bound counts as broken only
 * when none of five runs keeps it. What a run takes when nothing is wrong is far below every bound in these tests.
 */
const RUNS = 5;

/** Milliseconds of the fastest run; the first below `enough` is the last. */
export function fastestRun(enough: number, work: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && fastest >= enough; run += 1) {
    const started = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

/** The same for work that has to be waited for. */
export async function fastestAsyncRun(enough: number, work: () => Promise<void>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && fastest >= enough; run += 1) {
    const started = performance.now();
    await work();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}
