import type { AreaResult } from "../area-result.ts";
import { withBenchWorld } from "../server/bench-world.ts";
import { measurePublicPage } from "../server/measure-public-page.ts";

/** What visitors of public pages wait for, by the composition that `passwright serve` starts. */
export async function measurePages(): Promise<AreaResult> {
  return withBenchWorld(measurePublicPage);
}
