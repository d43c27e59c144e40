import type { ArchiveStoreOptions } from "../device-service/archive-store.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";

/** Counts what an archive store does, each series looked up once. */
export function countArchives(metrics: ServerMetrics): Required<Pick<ArchiveStoreOptions, "onBuild" | "onLookup">> {
  const built = metrics.builds.series({ outcome: "built" });
  const failed = metrics.builds.series({ outcome: "failed" });
  const seconds = metrics.buildSeconds.series({});
  const lookups = {
    hit: metrics.archiveLookups.series({ result: "hit" }),
    miss: metrics.archiveLookups.series({ result: "miss" }),
    shared: metrics.archiveLookups.series({ result: "shared" }),
  };
  return {
    onBuild: ({ milliseconds, isBuilt }) => {
      (isBuilt ? built : failed).add();
      seconds.observe(milliseconds / 1000);
    },
    onLookup: (result) => lookups[result].add(),
  };
}
