import type { ArchiveStore } from "../device-service/archive-store.ts";
import type { MetricRegistry } from "../metrics/metric-registry.ts";
import type { PushWorker } from "../push/worker/push-worker.ts";
import type { Storage, StorageStatistics } from "../storage/storage.ts";
import type { Issuer } from "./issuer.ts";

/** What is measured when somebody asks: queues, caches, memory. */
export function defineProcessGauges(
  registry: MetricRegistry,
  parts: {
    readonly storage: Storage;
    readonly archives: ArchiveStore;
    readonly issuer: Issuer;
    readonly worker: PushWorker | undefined;
  },
): void {
  const { storage, archives, issuer, worker } = parts;
  let asked: Promise<StorageStatistics> | null = null;
  // All gauges of a collection are read at the same time: the queue is counted once for them.
  const readStatistics = (): Promise<StorageStatistics> =>
    (asked ??= storage.statistics().finally(() => {
      asked = null;
    }));
  registry.gauge("passwright_push_queue", "Pushes in the queue: due now, or waiting for their time.", ["state"], async () => {
    const { pushesDue, pushesWaiting } = await readStatistics();
    return [
      { labels: { state: "due" }, value: pushesDue },
      { labels: { state: "waiting" }, value: pushesWaiting },
    ];
  });
  registry.gauge(
    "passwright_push_paused_pass_types",
    "Pass types whose pushes are held back until someone resumes them.",
    [],
    async () => [{ labels: {}, value: (await readStatistics()).pausedPassTypes.length }],
  );
  registry.gauge("passwright_push_under_way", "Pushes being sent by this process.", [], () => [
    { labels: {}, value: worker?.statistics.underWay ?? 0 },
  ]);
  registry.gauge(
    "passwright_certificate_expires_timestamp_seconds",
    "When the certificate that pushes for a pass type expires, in seconds since 1970.",
    ["pass_type"],
    () =>
      [...issuer.credentials].flatMap(([passType, credential]) =>
        credential.kind === "certificate" ? [{ labels: { pass_type: passType }, value: credential.notAfter / 1000 }] : [],
      ),
  );
  registry.gauge("passwright_archive_bytes", "Memory that signed passes take.", [], () => [
    { labels: {}, value: archives.statistics().bytes },
  ]);
  registry.gauge("process_resident_memory_bytes", "Memory of the process.", [], () => [
    { labels: {}, value: process.memoryUsage.rss() },
  ]);
}
