import { runSoak, SOAK_KINDS } from "../../packages/pass/test/soak/run-soak.ts";
import { loadSamples } from "../../packages/pass/test/soak/samples.ts";
import { createBombs } from "./bombs.ts";
import type { AreaOptions, AreaResult } from "./soak-area.ts";

/** Of a case, of a bomb, and of the whole process. */
const LIMITS = { caseMs: 250, bombMs: 50, peakRssMB: 300 } as const;

/**
 * Feeds hostile input to the readers of passes. The samples of our own are signed with new keys each time, so a case over one of
 * them differs in its random bytes.
 */
export async function soakReaders(options: AreaOptions & { readonly cases: number; readonly first: number }): Promise<AreaResult> {
  const { seed, cases, first, onProgress } = options;
  const broken: string[] = [];
  const samples = await loadSamples();
  const started = performance.now();
  console.log(`seed ${seed}, ${cases} cases from ${samples.passes.length} passes and ${samples.strings.length} strings files`);
  const { tallies, failures } = await runSoak({
    samples,
    seed,
    cases,
    first,
    onProgress: (done) => onProgress(`${done} of ${cases} cases, ${rssMB()} MB`),
  });
  const seconds = (performance.now() - started) / 1000;
  const peakRssMB = rssMB();
  const bombs = await lightBombs(broken);
  for (const kind of SOAK_KINDS) {
    const { slowestMs, slowest } = tallies[kind];
    if (slowestMs > LIMITS.caseMs) broken.push(`case ${slowest} (${kind}) takes ${slowestMs.toFixed(0)} ms`);
  }
  for (const failure of failures) broken.push(`case ${failure.case} (${failure.kind} of ${failure.sample}): ${failure.error}`);
  if (peakRssMB > LIMITS.peakRssMB) broken.push(`peak memory is ${peakRssMB} MB`);

  const kinds = SOAK_KINDS.map((kind) => {
    const { cases: count, refused, findings, totalMs, slowestMs } = tallies[kind];
    return { kind, cases: count, refused, findings, meanMs: round(totalMs / Math.max(1, count)), slowestMs: round(slowestMs) };
  });
  console.table(kinds);
  console.table(bombs);
  console.log(`peak memory ${peakRssMB} MB, ${seconds.toFixed(0)} s, ${failures.length} failures`);
  return { broken, facts: { cases, samples: samples.passes.length, peakRssMB, limits: LIMITS, kinds, bombs } };
}

interface Explosion {
  readonly bomb: string;
  readonly refusal: string | null;
  readonly ms: number;
}

async function lightBombs(broken: string[]): Promise<readonly Explosion[]> {
  const bombs = await createBombs();
  const explosions: Explosion[] = [];
  for (const { name, light } of bombs) {
    let refusal: string | null = null;
    const times: number[] = [];
    // The middle of five: what is bounded is the work, not the compiler or the collector of garbage that happens to run.
    for (let turn = 0; turn < 5; turn += 1) {
      const started = performance.now();
      refusal = await light();
      times.push(performance.now() - started);
    }
    const ms = times.toSorted((left, right) => left - right)[2] ?? 0;
    explosions.push({ bomb: name, refusal, ms: round(ms) });
    if (refusal === null) broken.push(`${name} is not refused`);
    if (ms > LIMITS.bombMs) broken.push(`${name} takes ${ms.toFixed(0)} ms`);
  }
  return explosions;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function rssMB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
