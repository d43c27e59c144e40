import type { AreaResult } from "../area-result.ts";
import { type BenchWorld, type Dialect, withBenchWorld } from "../server/bench-world.ts";
import { measureHerd } from "../server/measure-herd.ts";
import { measurePush } from "../server/measure-push.ts";
import type { Measured } from "../server/measure-requests.ts";
import { growTo, measurePoint, measureUpdateAll, type SizePoint, SIZES, toSizeFigures } from "../server/measure-size.ts";

/** Seconds of lists at each size; longer at the one whose figure counts. */
const PACE_SECONDS = { others: 4, last: 10 } as const;

/**
 * The server in the composition that `passwright serve` starts, log and metrics on, over both databases; load, stand-in for APNs
 * and devices are other processes on the same machine.
 */
export async function measureServer(): Promise<AreaResult> {
  return withBenchWorld(async (world) => {
    const sqlite = await measureDialect(world, "sqlite");
    const postgres = await measureDialect(world, "postgres");
    const herd = await measureHerd(world);
    return {
      figures: {
        ...sqlite.figures,
        ...postgres.figures,
        ...herd.figures,
        "size.rssMB": Math.max(sqlite.peakRssMB, postgres.peakRssMB),
      },
      notes: [...sqlite.notes, ...postgres.notes, ...herd.notes],
    };
  });
}

async function measureDialect(world: BenchWorld, dialect: Dialect): Promise<Measured & { readonly peakRssMB: number }> {
  const installation = await world.install(dialect, dialect);
  const points: SizePoint[] = [];
  const parts: Measured[] = [];
  let peakRssMB = 0;
  let size = 0;
  for (const next of SIZES) {
    const grown = await growTo(world, installation, size, next);
    size = next;
    const isLast = next === SIZES.at(-1);
    const serve = await world.serve(installation);
    const seconds = isLast ? PACE_SECONDS.last : PACE_SECONDS.others;
    points.push(await measurePoint(world, serve, { size, seconds, ...grown }));
    if (isLast) {
      const updateAll = await measureUpdateAll(serve);
      if (dialect === "sqlite") {
        await serve.call("drain", { seconds: 90 });
        parts.push(await measurePush(world, serve));
      }
      ({ peakRssMB } = await serve.call("usage", undefined));
      parts.push(toSizeFigures(dialect, points, { updateAll, peakRssMB }));
    }
    await serve.call("stop", undefined);
    await serve.stop();
  }
  await installation.remove();
  return {
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Readonly<Record<string, number>>,
    notes: parts.flatMap(({ notes }) => notes),
    peakRssMB,
  };
}
