/** The stand-in for APNs, and a count of what reached which device. */
import { writeFileSync } from "node:fs";
import { openAuthorityFolder, startApnsStandIn } from "@passwright/sandbox/node";
import { answerCalls, readUsage } from "../answer-calls.ts";
import { pushTokenOf } from "../installation.ts";

/** `caFile` is written: what a server must trust. */
export interface ApnsSettings {
  readonly authorityFolder: string;
  readonly caFile: string;
  readonly latencyMs: number;
}

/** What was seen since the last `begin`. */
export interface ApnsReport {
  /** Devices, of the numbers that were asked about, that were told at least once. */
  readonly reached: number;
  /** Pushes that were taken. */
  readonly delivered: number;
  /** Requests, answered in whatever way. */
  readonly requests: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly mostConcurrent: number;
}

const { authorityFolder, caFile, latencyMs } = JSON.parse(process.argv[2] ?? "{}") as ApnsSettings;
let told = new Set<string>();
let firstAt = 0;
let lastAt = 0;
const standIn = await startApnsStandIn({
  authority: await openAuthorityFolder(authorityFolder),
  latencyMs,
  onPush: ({ pushToken }) => {
    lastAt = Date.now();
    if (firstAt === 0) firstAt = lastAt;
    told.add(pushToken);
  },
});
writeFileSync(caFile, standIn.ca);
let before = standIn.counts;

const commands = {
  address: () => ({ origin: standIn.origin }),
  usage: () => readUsage(),
  /** Begins to count anew; with the faults of the requirement, and devices of these numbers gone. */
  begin: ({ faults, dead }: { faults: boolean; dead: readonly number[] }) => {
    told = new Set();
    firstAt = 0;
    before = standIn.counts;
    for (const index of dead) standIn.unregister(pushTokenOf(index), { at: Date.now() });
    standIn.setFaults(
      faults
        ? [
            { when: { every: 10_000 }, effect: { kind: "go-away" } },
            { when: { share: 0.01 }, effect: { kind: "answer", answer: { status: 429, reason: "TooManyRequests" } } },
            { when: { share: 0.01 }, effect: { kind: "answer", answer: { status: 500, reason: "InternalServerError" } } },
          ]
        : [],
    );
  },
  report: ({ from, to, except }: { from: number; to: number; except: readonly number[] }): ApnsReport => {
    const left = new Set(except);
    let reached = 0;
    for (let index = from; index < to; index += 1) if (!left.has(index) && told.has(pushTokenOf(index))) reached += 1;
    const { counts } = standIn;
    const names = Object.keys(counts.answers);
    return {
      reached,
      delivered: counts.delivered - before.delivered,
      requests: counts.requests - before.requests,
      firstAt,
      lastAt,
      answers: Object.fromEntries(names.map((name) => [name, (counts.answers[name] ?? 0) - (before.answers[name] ?? 0)])),
      connections: counts.connections,
      mostConcurrent: counts.mostConcurrent,
    };
  },
};

export type ApnsCommands = typeof commands;
answerCalls(commands);
