import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { BIG_IMAGE_KILOBYTES, IMAGE_KILOBYTES, PASS_TYPE, TEAM } from "../fixture.ts";
import { measureRsaLimit, median } from "../machine.ts";
import type { MemoryReport } from "../mint/passwright-memory.ts";
import { buildChildren, type ChildName, runChild } from "../mint/run-child.ts";
import { verifyBenchPass } from "../mint/verify-bench-pass.ts";
import type { WorkerReport } from "../mint/worker-report.ts";
import type { AreaResult } from "../area-result.ts";

const ROUNDS = 7;
/** At most so many, if the machine has other work: see {@link quietOf}. */
const MAX_ROUNDS = 16;
/** By so much may the machine's own limit fall before a round counts as disturbed. */
const TOLERANCE = 0.07;
const SECONDS = 3;
const PASSES_TO_SINK = 100_000;
const PASSES_TO_DISK = 10_000;

/** What is measured in turn, and how. */
const CONTENDERS = {
  ours: ["passwright", IMAGE_KILOBYTES],
  big: ["passwright", BIG_IMAGE_KILOBYTES],
  passJs: ["pass-js", IMAGE_KILOBYTES],
  passkitGenerator: ["passkit-generator", IMAGE_KILOBYTES],
} as const satisfies Record<string, readonly [ChildName, number]>;
type Contender = keyof typeof CONTENDERS;

interface Round {
  /** The limit before and after our own turn. */
  readonly limits: readonly [before: number, after: number];
  readonly rsa: number;
  readonly reports: Readonly<Record<Contender, WorkerReport>>;
}

const rateOf = (report: WorkerReport): number => report.passes / report.seconds;

async function writeCertificates(folder: string): Promise<void> {
  const authority = await createThrowawayAuthority();
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM });
  writeFileSync(join(folder, "certificate.pem"), issued.certificatePem);
  writeFileSync(join(folder, "key.pem"), issued.privateKeyPem, { mode: 0o600 });
  writeFileSync(join(folder, "wwdr.pem"), authority.intermediate.certificatePem);
  writeFileSync(join(folder, "root.pem"), authority.root.certificatePem);
}

async function measureRound(folder: string): Promise<Round> {
  const measure = async (name: Contender): Promise<WorkerReport> => {
    const [child, kilobytes] = CONTENDERS[name];
    const report = await runChild<WorkerReport>(child, folder, SECONDS, kilobytes);
    if (report.bytes < kilobytes * 1000) throw new Error(`${child} made a pass of only ${report.bytes} bytes`);
    return report;
  };
  const before = measureRsaLimit(SECONDS);
  const ours = await measure("ours");
  const after = measureRsaLimit(SECONDS);
  const reports = {
    ours,
    big: await measure("big"),
    passJs: await measure("passJs"),
    passkitGenerator: await measure("passkitGenerator"),
  };
  return { limits: [before, after], rsa: (before + after) / 2, reports };
}

function printRound(number: number, { limits, reports }: Round): void {
  const rates = Object.entries(reports).map(([name, report]) => `${name} ${rateOf(report).toFixed(0)}`);
  const limit = limits.map((rate) => rate.toFixed(0)).join(" and ");
  console.log(`  round ${number}: rsa limit ${limit}, ${rates.join(", ")} per second; load ${loadavg()[0]?.toFixed(1)}`);
}

/** Rounds in which nothing else ran: `openssl speed` reached what it reaches at best, before our turn and after it. */
function quietOf(rounds: readonly Round[]): readonly Round[] {
  const best = Math.max(...rounds.flatMap(({ limits }) => limits));
  return rounds.filter(({ limits }) => Math.min(...limits) >= best * (1 - TOLERANCE));
}

/** The rounds that count, and a word on them. */
interface Rounds {
  readonly rounds: readonly Round[];
  readonly note: string;
}

/** Rounds until enough of them are quiet. On a machine that never is, all of them. */
async function measureRounds(folder: string): Promise<Rounds> {
  const rounds: Round[] = [];
  let quiet: readonly Round[] = [];
  while (quiet.length < ROUNDS && rounds.length < MAX_ROUNDS) {
    const round = await measureRound(folder);
    rounds.push(round);
    printRound(rounds.length, round);
    quiet = quietOf(rounds);
  }
  const percent = Math.round(TOLERANCE * 100);
  if (quiet.length < 3) {
    const note = `All ${rounds.length} rounds count, though the machine was busy with something else: do not trust these figures.`;
    return { rounds, note };
  }
  const note = `${quiet.length} rounds count; in ${rounds.length - quiet.length} more the limit fell by over ${percent} % before or after our turn, because something else ran.`;
  return { rounds: quiet, note };
}

/**
 * Minting: how fast against the signatures that the machine can make and against other libraries, what size costs, and how
 * much memory a long run takes. What is compared runs in turn, in rounds; every ratio is of neighbours in time.
 */
export async function measureMint(): Promise<AreaResult> {
  const folder = mkdtempSync(join(tmpdir(), "passwright-bench-"));
  try {
    await writeCertificates(folder);
    await buildChildren();
    const { bytes } = await verifyBenchPass(folder);
    const { rounds, note } = await measureRounds(folder);
    console.log(`  memory: ${PASSES_TO_SINK} passes counted, then ${PASSES_TO_DISK} written …`);
    const memory = await runChild<MemoryReport>("passwright-memory", folder, PASSES_TO_SINK, PASSES_TO_DISK);
    return toResult({ rounds, note }, memory, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toResult({ rounds, note }: Rounds, memory: MemoryReport, bytes: number): AreaResult {
  const ratio = (of: (round: Round) => number): number => median(rounds.map(of));
  const rate = (name: Contender): string =>
    ratio(({ reports }) => rateOf(reports[name])).toFixed(name === "passkitGenerator" ? 1 : 0);
  const cpu = (name: Contender): string =>
    ratio(({ reports: { [name]: report } }) => (report.cpuSeconds * 1000) / report.passes).toFixed(3);
  const rss = (name: Contender): string => ratio(({ reports }) => reports[name].peakRssMB).toFixed(0);
  const line = (label: string, name: Contender): string =>
    `${label}: ${rate(name)} passes a second, ${cpu(name)} ms of processor time each, ${rss(name)} MB.`;
  const spread = rounds.map(({ rsa, reports }) => rateOf(reports.ours) / rsa);
  return {
    figures: {
      "mint.vsRsaLimit": ratio(({ rsa, reports }) => rateOf(reports.ours) / rsa),
      "mint.vsPasskitGenerator": ratio(({ reports }) => rateOf(reports.ours) / rateOf(reports.passkitGenerator)),
      "mint.vsPassJs": ratio(({ reports }) => rateOf(reports.ours) / rateOf(reports.passJs)),
      "mint.bigVsSmall": ratio(({ reports }) => rateOf(reports.ours) / rateOf(reports.big)),
      "mint.peakRssMB": memory.peakRssMB,
    },
    notes: [
      `A pass of ${Math.round(bytes / 1024)} KB (${IMAGE_KILOBYTES} KB of images, two languages, 12 values, RSA-2048), verified by OpenSSL before anything is measured; measured in rounds of ${SECONDS} s each, in turn. ${note}`,
      `\`openssl speed -multi ${availableParallelism()} rsa2048\`: ${ratio(({ rsa }) => rsa).toFixed(0)} signatures a second; our share by round from ${Math.min(...spread).toFixed(2)} to ${Math.max(...spread).toFixed(2)}.`,
      line("Passwright", "ours"),
      line(`Passwright with ${BIG_IMAGE_KILOBYTES} KB of images`, "big"),
      line("@walletpass/pass-js 7.2.0", "passJs"),
      line("passkit-generator 3.6.1", "passkitGenerator"),
      `Memory: ${PASSES_TO_SINK} passes (${(memory.sinkMB / 1024).toFixed(1)} GB) counted in ${memory.sinkSeconds.toFixed(0)} s, then ${PASSES_TO_DISK} written to disk (${memory.diskMB.toFixed(0)} MB, deleted afterwards) in ${memory.diskSeconds.toFixed(0)} s, in one process, bundled into one file, with the usual settings of Node.`,
    ],
  };
}
