import type { AreaResult } from "../area-result.ts";
import { withBenchWorld } from "../server/bench-world.ts";
import { measureBulk } from "../server/measure-bulk.ts";
import { measureCreate } from "../server/measure-create.ts";
import type { Measured } from "../server/measure-requests.ts";

/** The issuer's side over HTTP: bulk work and single passes. Each figure has a file of its own. */
export async function measurePlatform(): Promise<AreaResult> {
  return withBenchWorld(async (world) => {
    const parts: Measured[] = [];
    parts.push(await measureBulk(world, "sqlite"));
    parts.push(await measureBulk(world, "postgres"));
    parts.push(await measureCreate(world));
    return {
      figures: Object.assign({}, ...parts.map(({ figures }) => figures)) as Readonly<Record<string, number>>,
      notes: parts.flatMap(({ notes }) => notes),
    };
  });
}
