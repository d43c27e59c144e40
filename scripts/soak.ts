/**
 * Feeds hostile input to the readers for some minutes: `npm run soak`, or
 *
 *   node scripts/soak.ts --seed 7 --cases 200000   other and more cases
 *   node scripts/soak.ts --seed 7 --first 1234 --cases 1   one case again
 *
 * `npm run soak` keeps the young part of the heap small (`--max-semi-space-size`): the copies that are made here, some ten per
 * case, would otherwise lie in memory uncollected and hide what the readers take.
 *
 * The samples of our own are signed with new keys each time, so a case over one of them differs in its random bytes.
 *
 * Prints a table, writes `scripts/soak-result.json` (of 50,000 cases or more), and fails when a bound is broken.
 */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runSoak, SOAK_KINDS } from "../packages/pass/test/soak/run-soak.ts";
import { loadSamples } from "../packages/pass/test/soak/samples.ts";
import { createBombs } from "./soak/bombs.ts";

/** Of a case, of a bomb, and of the whole process. */
const LIMITS = { caseMs: 250, bombMs: 50, peakRssMB: 300 } as const;

const { values } = parseArgs({
  options: { seed: { type: "string" }, cases: { type: "string", default: "50000" }, first: { type: "string", default: "0" } },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const [cases, first] = [Number(values.cases), Number(values.first)];
if (![seed, cases, first].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error("--seed, --cases and --first are whole numbers");
  process.exit(2);
}
const broken: string[] = [];

interface Explosion {
  readonly bomb: string;
  readonly refusal: string | null;
  readonly ms: number;
}

async function lightBombs(): Promise<readonly Explosion[]> {
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

const samples = await loadSamples();
const isOnTerminal = process.stdout.isTTY;
const started = performance.now();
let shown = started;
console.log(`seed ${seed}, ${cases} cases from ${samples.passes.length} passes and ${samples.strings.length} strings files`);
const { tallies, failures } = await runSoak({
  samples,
  seed,
  cases,
  first,
  onProgress: (done) => {
    const now = performance.now();
    if (now - shown < (isOnTerminal ? 500 : 15_000)) return;
    shown = now;
    const line = `${done} of ${cases} cases, ${((now - started) / 1000).toFixed(0)} s, ${rssMB()} MB`;
    process.stdout.write(isOnTerminal ? `\r${line} ` : `${line}\n`);
  },
});
if (isOnTerminal) process.stdout.write("\r\u001b[K");
const seconds = (performance.now() - started) / 1000;
const peakRssMB = rssMB();
const bombs = await lightBombs();

function rssMB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

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
for (const line of broken) console.error(`✗ ${line}`);
if (first === 0 && cases >= 50_000) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`;
  const result = {
    machine,
    seed,
    cases,
    samples: samples.passes.length,
    seconds: Math.round(seconds),
    peakRssMB,
    limits: LIMITS,
    kinds,
    bombs,
    broken,
  };
  await writeFile(fileURLToPath(new URL("soak-result.json", import.meta.url)), `${JSON.stringify(result, null, 2)}\n`);
}
process.exitCode = broken.length > 0 ? 1 : 0;
