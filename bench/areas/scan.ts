import type { AreaResult } from "../area-result.ts";
import { withBenchWorld } from "../server/bench-world.ts";
import type { Measured } from "../server/measure-requests.ts";
import { measureRaces, measureScan } from "../server/measure-scan.ts";

/** Passes at doors: how many a second, and that one ticket lets one person in. */
export async function measureScans(): Promise<AreaResult> {
  return withBenchWorld(async (world) => {
    const parts: Measured[] = [];
    parts.push(await measureScan(world));
    parts.push(await measureRaces(world, "sqlite"));
    parts.push(await measureRaces(world, "postgres"));
    return {
      figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Readonly<Record<string, number>>,
      notes: parts.flatMap(({ notes }) => notes),
    };
  });
}
