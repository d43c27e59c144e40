import { median } from "../machine.ts";
import type { BenchWorld, Dialect, Installation } from "./bench-world.ts";
import { CAMPAIGN_PASSES, listRequest } from "./installation.ts";
import type { Measured } from "./measure-requests.ts";
import type { Program } from "./program.ts";
import type { ServeCommands } from "./programs/serve.ts";

/** Passes, each with a device, at which costs are compared. */
export const SIZES = [10_000, 100_000, 1_000_000] as const;

const PER_SECOND = 300;
const UPDATES = 200;

/** What things cost at one size. */
export interface SizePoint {
  readonly size: number;
  /** Of creating passes since the size before. */
  readonly createMicros: number;
  readonly registerMicros: number;
  /** Processor time of the server for a list. */
  readonly listMicros: number;
  readonly listP50: number;
  readonly listP99: number;
  /** Milliseconds of changing one pass, its push queued: median, and 99 of 100. */
  readonly updateMs: number;
  readonly updateP99: number;
  readonly rssMB: number;
}

/** Grows a database to a size. */
export async function growTo(
  world: BenchWorld,
  installation: Installation,
  from: number,
  to: number,
): Promise<Pick<SizePoint, "createMicros" | "registerMicros">> {
  const fill = await world.fill(installation);
  try {
    const seconds = await fill.call("fill", { from, to, register: true }, { timeoutSeconds: 600 });
    await fill.call("close", undefined);
    const micros = (value: number): number => (value / (to - from)) * 1e6;
    const report = { createMicros: micros(seconds.passes), registerMicros: micros(seconds.registrations) };
    const { dialect } = installation;
    const { passes, registrations } = seconds;
    console.log(`  ${dialect}: ${to} passes; ${passes.toFixed(1)} s to create, ${registrations.toFixed(1)} s to register`);
    return report;
  } finally {
    await fill.stop();
  }
}

/** Lists at a steady pace over devices all over the table, and changes of single passes. */
export async function measurePoint(
  world: BenchWorld,
  serve: Program<ServeCommands>,
  options: { readonly size: number; readonly seconds: number } & Pick<SizePoint, "createMicros" | "registerMicros">,
): Promise<SizePoint> {
  const { size, seconds, createMicros, registerMicros } = options;
  const { load } = world;
  const { port } = await serve.call("address", undefined);
  // Far apart in the index, as the devices of people are.
  const texts = Array.from({ length: 20_000 }, (_, index) => listRequest((index * 7919) % size, 0));
  await load.call("prepare", { name: "lists", texts });
  const settings = { port, requests: "lists", status: 200 };
  await load.call("run", { ...settings, connections: 8, seconds: 1 });
  const cpu = (await serve.call("usage", undefined)).cpuSeconds;
  const { answers } = await load.call("run", { ...settings, connections: 8, seconds: 1 });
  const listMicros = (((await serve.call("usage", undefined)).cpuSeconds - cpu) / answers) * 1e6;
  const { milliseconds } = await load.call("pace", { ...settings, perSecond: PER_SECOND, seconds });
  await serve.call("changeOneByOne", { of: size, times: 20 });
  const updates = (await serve.call("changeOneByOne", { of: size, times: UPDATES })).toSorted((a, b) => a - b);
  const { rssMB } = await serve.call("usage", undefined);
  return {
    size,
    createMicros,
    registerMicros,
    listMicros,
    listP50: at(milliseconds, 0.5),
    listP99: at(milliseconds, 0.99),
    updateMs: median(updates),
    updateP99: at(updates, 0.99),
    rssMB,
  };
}

function at(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Seconds of "update all of a template" of 100,000. */
export interface UpdateAll {
  /** Until the last push is queued, the pushes held back meanwhile. */
  readonly alone: number;
  /** The same once more, while the pushes of both go out to a stand-in that shares the cores. */
  readonly sending: number;
}

/** "Update all of a template" of 100,000, twice. */
export async function measureUpdateAll(serve: Program<ServeCommands>): Promise<UpdateAll> {
  const change = async (expiresAt: number): Promise<number> => {
    const wish = { templateId: "campaign", expected: CAMPAIGN_PASSES, expiresAt } as const;
    return (await serve.call("changeTemplate", wish)).seconds;
  };
  await serve.call("pausePushes", undefined);
  const alone = await change(2_000_000_000);
  await serve.call("resumePushes", undefined);
  const sending = await change(2_000_000_001);
  console.log(`  update all of ${CAMPAIGN_PASSES}: ${alone.toFixed(1)} s, ${sending.toFixed(1)} s while pushes go out`);
  return { alone, sending };
}

/** Figures of one database: those at its largest size, and the curve. */
export function toSizeFigures(
  dialect: Dialect,
  points: readonly SizePoint[],
  rest: { readonly updateAll: UpdateAll; readonly peakRssMB: number },
): Measured {
  const last = points.at(-1);
  const first = points[0];
  if (last === undefined || first === undefined) throw new Error("nothing was measured");
  const curve = points.map(
    (point) =>
      `${point.size.toLocaleString("en")}: create ${point.createMicros.toFixed(0)} µs, register ${point.registerMicros.toFixed(0)} µs, list ${point.listMicros.toFixed(0)} µs of processor time and ${point.listP50.toFixed(2)} ms (p99 ${point.listP99.toFixed(2)}) at ${PER_SECOND} a second, change ${point.updateMs.toFixed(2)} ms (p99 ${point.updateP99.toFixed(2)})`,
  );
  return {
    figures: {
      [`size.listP99ms.${dialect}`]: last.listP99,
      [`size.updateOneMs.${dialect}`]: last.updateMs,
      [`size.updateAllS.${dialect}`]: rest.updateAll.alone,
      [`size.growth.${dialect}`]: Math.max(last.listMicros / first.listMicros, last.updateMs / first.updateMs),
    },
    notes: [
      `${dialect}, cost of one by the number of passes and registrations: ${curve.join("; ")}. Server at the largest: ${last.rssMB.toFixed(0)} MB, at most ${rest.peakRssMB.toFixed(0)} MB with all that follows. Update of all 100,000: ${rest.updateAll.sending.toFixed(1)} s when the pushes go out at once, on the same cores.`,
    ],
  };
}
