import type { Logger } from "../logging/logger.ts";
import { indexPasses, type IndexingParts } from "../scan/index-passes.ts";
import type { Storage } from "../storage/storage.ts";
import { startBackgroundWork } from "./background-work.ts";

/** What goes on behind scanners. */
export interface ScanService {
  /** Passes were written: whatever their writer did not say about their barcodes is found out at once. Cheap. */
  wake(): void;
  stop(): Promise<void>;
}

/** How often is looked for passes whose barcodes nobody knows, and the rest between two lots of them: others write meanwhile. */
const INDEXING = { everyMs: 5000, betweenMs: 20 } as const;
/** How often is looked for old scans, and the rest between two lots of them. */
const TRIMMING = { everyMs: 60 * 60_000, betweenMs: 100 } as const;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Starts to find out what scanners find passes by, where nobody said it, and to forget scans.
 *
 * @param options `keptDays`: how long scans are kept; 0: for ever.
 */
export function startScanService(
  parts: IndexingParts & { readonly storage: Pick<Storage, "scans"> },
  { keptDays }: { readonly keptDays: number },
): ScanService {
  const { storage, clock, log } = parts;
  const indexing = startBackgroundWork({
    step: async () => ((await indexPasses(parts)) === 0 ? INDEXING.everyMs : INDEXING.betweenMs),
    failure: "barcodes of passes were not indexed",
    log,
  });
  const trimming = keptDays === 0 ? null : startTrimming({ storage, clock, log, keptMs: keptDays * DAY_MS });
  return {
    wake: () => indexing.wake(),
    stop: async () => {
      await Promise.all([indexing.stop(), trimming?.stop()]);
    },
  };
}

function startTrimming({
  storage,
  clock,
  log,
  keptMs,
}: {
  readonly storage: Pick<Storage, "scans">;
  readonly clock: () => number;
  readonly log: Logger;
  readonly keptMs: number;
}) {
  let total = 0;
  return startBackgroundWork({
    step: async () => {
      const { deleted, isDone } = await storage.scans.trim({ before: clock() - keptMs });
      total += deleted;
      if (!isDone) return TRIMMING.betweenMs;
      if (total > 0) log.info("old scans deleted", { deleted: total });
      total = 0;
      return TRIMMING.everyMs;
    },
    failure: "old scans were not deleted",
    log,
  });
}
