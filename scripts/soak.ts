/**
 * Looks for what only shows after many tries: `npm run soak`, or
 *
 *   npm run soak -- readers                        one area
 *   npm run soak -- readers --seed 7 --cases 200000   other and more cases
 *   npm run soak -- readers --seed 7 --first 1234 --cases 1   one case again
 *   npm run soak -- servers --kills 1000
 *
 * `npm run soak` keeps the young part of the heap small (`--max-semi-space-size`): the copies that the readers' cases make, some
 * ten each, would otherwise lie in memory uncollected and hide what the readers take. They go first, before the memory of others
 * counts too.
 *
 * Prints tables, fails when anything is broken, and writes what an area came to into `scripts/soak-result.json` when it was run in
 * its full size.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { soakReaders } from "./soak/readers.ts";
import { soakServerKills } from "./soak/server-kills.ts";
import { soakSharing } from "./soak/sharing.ts";
import type { AreaOptions, AreaResult } from "./soak/soak-area.ts";
import { soakWriterKills } from "./soak/writer-kills.ts";

/** What the committed result is of, at least. */
const FULL = { cases: 50_000, kills: 200, rounds: 20 } as const;

const { values, positionals } = parseArgs({
  options: {
    seed: { type: "string" },
    cases: { type: "string", default: String(FULL.cases) },
    first: { type: "string", default: "0" },
    kills: { type: "string", default: String(FULL.kills) },
    rounds: { type: "string", default: String(FULL.rounds) },
  },
  allowPositionals: true,
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const [cases, first, kills, rounds] = [values.cases, values.first, values.kills, values.rounds].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![seed, cases, first, kills, rounds].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error("--seed, --cases, --first, --kills and --rounds are whole numbers");
  process.exit(2);
}

interface Area {
  readonly isFull: boolean;
  run(options: AreaOptions): Promise<AreaResult>;
}

const AREAS: Readonly<Record<string, Area>> = {
  readers: {
    isFull: first === 0 && cases >= FULL.cases,
    run: (options) => soakReaders({ ...options, cases, first }),
  },
  servers: { isFull: kills >= FULL.kills, run: (options) => soakServerKills({ ...options, kills }) },
  sharing: { isFull: rounds >= FULL.rounds, run: (options) => soakSharing({ ...options, rounds }) },
  writers: { isFull: kills >= FULL.kills, run: (options) => soakWriterKills({ ...options, kills }) },
};

const wanted = positionals.length === 0 ? Object.keys(AREAS) : positionals;
const unknown = wanted.filter((name) => !Object.hasOwn(AREAS, name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: no area; there are ${Object.keys(AREAS).join(", ")}`);
  process.exit(2);
}

const RESULT = fileURLToPath(new URL("soak-result.json", import.meta.url));
const isOnTerminal = process.stdout.isTTY;
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`;

/** A line now and then, over the one before where there is a terminal. */
function createProgress(name: string): (text: string) => void {
  const started = performance.now();
  let shown = started;
  return (text) => {
    const now = performance.now();
    if (now - shown < (isOnTerminal ? 500 : 15_000)) return;
    shown = now;
    const line = `${name}: ${text}, ${((now - started) / 1000).toFixed(0)} s`;
    process.stdout.write(isOnTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

/** The results of other areas stay. */
async function keep(name: string, result: Readonly<Record<string, unknown>>): Promise<void> {
  const kept = JSON.parse(await readFile(RESULT, "utf8")) as Readonly<Record<string, unknown>>;
  const areas = Object.keys(AREAS).filter((area) => area === name || area in kept);
  const next = Object.fromEntries(areas.map((area) => [area, area === name ? result : kept[area]]));
  await writeFile(RESULT, `${JSON.stringify(next, null, 2)}\n`);
}

let isBroken = false;
for (const name of wanted) {
  const area = AREAS[name];
  if (area === undefined) continue;
  const started = performance.now();
  const { broken, facts } = await area.run({ seed, onProgress: createProgress(name) });
  const seconds = Math.round((performance.now() - started) / 1000);
  if (isOnTerminal) process.stdout.write("\r\u001b[K");
  for (const line of broken) console.error(`✗ ${name}: ${line}`);
  console.log(`${broken.length === 0 ? "✓" : "✗"} ${name}, seed ${seed}, ${seconds} s`);
  if (area.isFull) await keep(name, { date: new Date().toISOString(), machine, seed, seconds, ...facts, broken });
  if (broken.length > 0) isBroken = true;
}
process.exitCode = isBroken ? 1 : 0;
