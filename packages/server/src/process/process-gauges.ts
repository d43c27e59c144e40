import type { CertificateBook } from "../certificates/certificate-book.ts";
import type { ActivityRecorder } from "../activity/activity-recorder.ts";
import type { ArchiveStore } from "../device-service/archive-store.ts";
import type { MetricRegistry } from "../metrics/metric-registry.ts";
import type { PushWorker } from "../push/worker/push-worker.ts";
import type { Storage, StorageStatistics } from "../storage/storage.ts";

/** What is measured when somebody asks: queues, caches, memory. */
export function defineProcessGauges(
  registry: MetricRegistry,
  parts: {
    readonly storage: Storage;
    readonly archives: ArchiveStore;
    readonly certificates: CertificateBook;
    readonly clock: () => number;
    readonly worker: PushWorker | undefined;
    readonly activity: Pick<ActivityRecorder, "dropped">;
  },
): void {
  const { storage, archives, certificates, clock, worker, activity } = parts;
  const pushing = () => certificates.passTypeIdentifiers().flatMap((passType) => certificates.pushing(passType) ?? []);
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
      pushing().map(({ passTypeIdentifier, credential }) => ({
        labels: { pass_type: passTypeIdentifier },
        value: credential.notAfter / 1000,
      })),
  );
  registry.gauge(
    "passwright_certificate_expiry_seconds",
    "Seconds until the certificate that pushes for a pass type expires, or what issued it; negative once it has.",
    ["pass_type", "of"],
    () =>
      pushing().flatMap(({ passTypeIdentifier, credential, issuerNotAfter }) => [
        { labels: { pass_type: passTypeIdentifier, of: "certificate" }, value: Math.floor((credential.notAfter - clock()) / 1000) },
        { labels: { pass_type: passTypeIdentifier, of: "intermediate" }, value: Math.floor((issuerNotAfter - clock()) / 1000) },
      ]),
  );
  registry.gauge("passwright_activity_dropped", "Passes and devices whose activity was given up since the start.", [], () => [
    { labels: {}, value: activity.dropped },
  ]);
  registry.gauge("passwright_archive_bytes", "Memory that signed passes take.", [], () => [
    { labels: {}, value: archives.statistics().bytes },
  ]);
  registry.gauge("process_resident_memory_bytes", "Memory of the process.", [], () => [
    { labels: {}, value: process.memoryUsage.rss() },
  ]);
}
