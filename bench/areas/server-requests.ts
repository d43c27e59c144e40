import type { AreaResult } from "../area-result.ts";
import { type BenchWorld, type Dialect, withBenchWorld } from "../server/bench-world.ts";
import { growTo } from "../server/measure-size.ts";
import { type Measured, measureRequests } from "../server/measure-requests.ts";

/** Passes and registrations in the database meanwhile. */
const SIZE = 100_000;

/** What devices ask most, answered by the composition that `passwright serve` starts, over both databases. */
export async function measureServerRequests(): Promise<AreaResult> {
  return withBenchWorld(async (world) => {
    const parts = [await measureDialect(world, "sqlite"), await measureDialect(world, "postgres")];
    return {
      figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Readonly<Record<string, number>>,
      notes: parts.flatMap(({ notes }) => notes),
    };
  });
}

async function measureDialect(world: BenchWorld, dialect: Dialect): Promise<Measured> {
  const installation = await world.install(`requests_${dialect}`, dialect);
  await growTo(world, installation, 0, SIZE);
  const serve = await world.serve(installation);
  const measured = await measureRequests(world, serve, dialect);
  await serve.call("stop", undefined);
  await serve.stop();
  await installation.remove();
  return measured;
}
