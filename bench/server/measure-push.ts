import type { BenchWorld } from "./bench-world.ts";
import { CAMPAIGN_PASSES, type TemplateName } from "./installation.ts";
import type { Measured } from "./measure-requests.ts";
import type { Program } from "./program.ts";
import type { ApnsReport } from "./programs/apns.ts";
import type { ServeCommands } from "./programs/serve.ts";

/** One device of so many is gone: 1 %. */
const GONE_EVERY = 100;
const CAMPAIGN: TemplateName = "campaign";

/**
 * Pushes to 100,000 devices: how many a second once all are queued, and, in a second run with faults, whether each device was
 * reached. A device that was not, and a registration that is there or not as it should not be, counts as lost.
 */
export async function measurePush(world: BenchWorld, serve: Program<ServeCommands>): Promise<Measured> {
  const { apns } = world;
  const clean = await pushAll(world, serve, { faults: false, gone: [], drainSeconds: 90 });
  console.log(`  push: ${clean.perSecond.toFixed(0)} a second`);

  const gone = Array.from({ length: CAMPAIGN_PASSES / GONE_EVERY }, (_, index) => index * GONE_EVERY);
  const alive = Array.from({ length: CAMPAIGN_PASSES }, (_, index) => index).filter((index) => index % GONE_EVERY !== 0);
  const faulty = await pushAll(world, serve, { faults: true, gone, drainSeconds: 150 });
  await apns.call("begin", { faults: false, dead: [] });
  const lost = {
    unreached: alive.length - faulty.report.reached,
    unsent: faulty.left,
    unregistered: alive.length - (await serve.call("countRegistered", { indexes: alive })),
    undead: await serve.call("countRegistered", { indexes: gone }),
  };
  console.log(`  push with faults: ${JSON.stringify(lost)}, ${JSON.stringify(faulty.report.answers)}`);
  const { answers } = faulty.report;
  const { mostConcurrent } = clean.report;
  return {
    figures: {
      "push.perSecond": clean.perSecond,
      "push.lost": lost.unreached + lost.unsent + Math.abs(lost.unregistered) + lost.undead,
    },
    notes: [
      `push: ${CAMPAIGN_PASSES} to the stand-in in another process at ${world.apnsSettings.latencyMs} ms, up to ${mostConcurrent} at a time; from the first sent to the last recorded ${clean.seconds.toFixed(1)} s, ${clean.cpuMicros.toFixed(0)} µs of processor time each, claiming and recording in SQLite included. Queueing them took ${clean.queueSeconds.toFixed(1)} s.`,
      `push with faults: answers ${JSON.stringify(answers)} and ${faulty.report.connections - clean.report.connections} GOAWAY; ${faulty.seconds.toFixed(0)} s, the waiting after 429 (30 s) included; ${alive.length - lost.unreached} of ${alive.length} devices reached, ${gone.length - lost.undead} of ${gone.length} dead registrations gone, ${lost.unsent} pushes left.`,
    ],
  };
}

interface PushRun {
  readonly perSecond: number;
  readonly seconds: number;
  readonly queueSeconds: number;
  readonly cpuMicros: number;
  readonly left: number;
  readonly report: ApnsReport;
}

async function pushAll(
  { apns }: BenchWorld,
  serve: Program<ServeCommands>,
  options: { readonly faults: boolean; readonly gone: readonly number[]; readonly drainSeconds: number },
): Promise<PushRun> {
  const { faults, gone, drainSeconds } = options;
  await serve.call("pausePushes", undefined);
  const expiresAt = 2_000_000_000 + (faults ? 1 : 2);
  const wish = { templateId: CAMPAIGN, expected: CAMPAIGN_PASSES, expiresAt };
  const { seconds: queueSeconds } = await serve.call("changeTemplate", wish);
  await apns.call("begin", { faults, dead: gone });
  const cpu = (await serve.call("usage", undefined)).cpuSeconds;
  await serve.call("resumePushes", undefined);
  const { left, at } = await serve.call("drain", { seconds: drainSeconds });
  const cpuSeconds = (await serve.call("usage", undefined)).cpuSeconds - cpu;
  const report = await apns.call("report", { from: 0, to: CAMPAIGN_PASSES, except: gone });
  // The first was under way for the latency when it was seen.
  const seconds = (at - report.firstAt) / 1000;
  return {
    perSecond: report.delivered / seconds,
    seconds,
    queueSeconds,
    cpuMicros: (cpuSeconds / report.requests) * 1e6,
    left,
    report,
  };
}
