import type { AreaResult } from "../area-result.ts";
import { withBenchWorld } from "../server/bench-world.ts";
import { measureBuilds } from "../server/measure-builds.ts";

/** Passes that are built and signed when they are fetched, by the composition that `passwright serve` starts. */
export async function measureServerBuilds(): Promise<AreaResult> {
  return withBenchWorld(measureBuilds);
}
