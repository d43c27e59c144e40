import {
  checkFile,
  compareManifest,
  describeFinding,
  parseStrings,
  PassError,
  PassPackage,
  verifySignature,
} from "@passwright/pass";
import { buildRawZip } from "../support/raw-zip.ts";
import { mutate, type Grain } from "./mutate.ts";
import { createRandom, type Random } from "./random.ts";
import { OWN_IDENTITY, type PassSample, type Samples } from "./samples.ts";

/** What is changed in a case. */
export const SOAK_KINDS = ["archive", "file", "manifest", "signature", "strings"] as const;
export type SoakKind = (typeof SOAK_KINDS)[number];

export interface SoakOptions {
  readonly samples: Samples;
  readonly seed: number;
  readonly cases: number;
  /** Number of the first case; each is the same whatever ran before it. */
  readonly first?: number;
  readonly onProgress?: (done: number) => void;
}

/** What one kind of cases came to. */
export interface SoakTally {
  cases: number;
  /** Refused with a PassError. */
  refused: number;
  /** Reported as bad, or with findings. */
  findings: number;
  totalMs: number;
  slowestMs: number;
  /** Number of the case that took longest. */
  slowest: number;
}

/** A case that threw what is no PassError. */
export interface SoakFailure {
  readonly case: number;
  readonly kind: SoakKind;
  readonly sample: string;
  readonly error: string;
}

export interface SoakResult {
  readonly tallies: Readonly<Record<SoakKind, SoakTally>>;
  readonly failures: readonly SoakFailure[];
}

/** Ten times what a case takes. */
const SLOW_MS = 30;

/** Ten turns: half of them are whole passes, whose check calls all the readers. */
const TURNS: readonly SoakKind[] = [
  "archive",
  "file",
  "signature",
  "archive",
  "strings",
  "file",
  "archive",
  "manifest",
  "signature",
  "file",
];

/** Every so many cases timers and the finalisers of zlib get their turn. */
const BREATH = 20;

/** Feeds changed files to the public API and keeps account. Nothing but a PassError may be thrown, and by readers only. */
export async function runSoak({ samples, seed, cases, first = 0, onProgress }: SoakOptions): Promise<SoakResult> {
  const blank = (): SoakTally => ({ cases: 0, refused: 0, findings: 0, totalMs: 0, slowestMs: 0, slowest: -1 });
  const tallies: Record<SoakKind, SoakTally> = {
    archive: blank(),
    file: blank(),
    manifest: blank(),
    signature: blank(),
    strings: blank(),
  };
  const failures: SoakFailure[] = [];
  const whole = samples.passes.filter(isWhole);
  for (let number = first; number < first + cases; number += 1) {
    const random = createRandom(seed, number);
    const kind = TURNS[number % TURNS.length] ?? "archive";
    const sample = random.pick(kind === "archive" ? samples.passes : whole);
    const attempt = await CASES[kind](sample, random, samples);
    const tally = tallies[kind];
    let milliseconds = Number.POSITIVE_INFINITY;
    let outcome: Outcome = "findings";
    try {
      // A case that is slow may have been held up by something else: its time is the best of three.
      for (let turn = 0; turn < 3 && milliseconds > SLOW_MS; turn += 1) {
        const started = performance.now();
        outcome = await outcomeOf(attempt, kind);
        milliseconds = Math.min(milliseconds, performance.now() - started);
      }
    } catch (error) {
      failures.push({ case: number, kind, sample: sample.name, error: describe(error) });
      milliseconds = 0;
    }
    tally[outcome] += 1;
    tally.cases += 1;
    tally.totalMs += milliseconds;
    if (milliseconds > tally.slowestMs) [tally.slowestMs, tally.slowest] = [milliseconds, number];
    if (number % BREATH === 0) {
      onProgress?.(number - first);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  return { tallies, failures };
}

type Outcome = "refused" | "findings";
type Attempt = () => Promise<Outcome>;

/** Reports are never thrown: a PassError from them is a failure like any other. */
async function outcomeOf(attempt: Attempt, kind: SoakKind): Promise<Outcome> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof PassError && kind !== "manifest" && kind !== "signature") return "refused";
    throw error;
  }
}

/** Prepares a case, so that only the readers are timed. */
const CASES: Readonly<Record<SoakKind, (sample: PassSample, random: Random, samples: Samples) => Promise<Attempt>>> = {
  archive: async (sample, random, { trustAnchors }) => {
    const bytes = mutate(sample.bytes, random, "zip");
    return () => openAndCheck(bytes, trustAnchors);
  },

  file: async (sample, random, { trustAnchors }) => {
    const path = random.below(3) === 0 ? "pass.json" : random.pick([...sample.files.keys()]);
    const changed = new Map(sample.files).set(path, mutate(sample.files.get(path) ?? new Uint8Array(), random, grainOf(path)));
    const bytes = await buildRawZip([...changed].map(([name, content]) => ({ name, content })));
    return () => openAndCheck(bytes, trustAnchors);
  },

  manifest: async (sample, random) => {
    const manifest = mutate(sample.files.get("manifest.json") ?? new Uint8Array(), random, "text");
    return async () => {
      const report = await compareManifest(manifest, sample.files);
      return report.readable ? "findings" : "refused";
    };
  },

  signature: async (sample, random, { trustAnchors }) => {
    const signature = mutate(sample.files.get("signature") ?? new Uint8Array(), random, "der");
    const manifest = sample.files.get("manifest.json") ?? new Uint8Array();
    const roots = sample.name.startsWith("own") ? { trustAnchors } : {};
    return async () => {
      const report = await verifySignature({ signature, manifest, ...OWN_IDENTITY, ...roots });
      return report.readable ? "findings" : "refused";
    };
  },

  strings: async (_, random, { strings }) => {
    const bytes = mutate(random.pick(strings), random, random.below(4) === 0 ? "bytes" : "text");
    return async () => {
      parseStrings(bytes);
      return "findings";
    };
  },
};

/** Both ways to look at a pass: the check, which may not throw at all, and opening it, which may refuse it, now or when it is asked. */
async function openAndCheck(bytes: Uint8Array, trustAnchors: readonly Uint8Array[]): Promise<"findings"> {
  try {
    const check = await checkFile(bytes, { trustAnchors });
    if (check.kind === "pass") for (const finding of check.findings) describeFinding(finding);
  } catch (cause) {
    throw new Error("the check threw", { cause });
  }
  const opened = await PassPackage.read(bytes);
  const { description } = opened.pass;
  opened.localize("de", "en").text(typeof description === "string" ? description : "");
  void opened.personalization;
  return "findings";
}

function isWhole({ files }: PassSample): boolean {
  return files.has("manifest.json") && files.has("signature") && files.has("pass.json");
}

function grainOf(path: string): Grain {
  if (path === "signature") return "der";
  return /\.(?:json|strings)$/u.test(path) ? "text" : "bytes";
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\n  caused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
