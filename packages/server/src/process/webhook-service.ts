import { randomUUID } from "node:crypto";
import { createOutgoingClient } from "../http/outgoing/outgoing-client.ts";
import type { OutgoingPolicy } from "../http/outgoing/outgoing-policy.ts";
import type { SealingSecret } from "../installation/sealed-secret.ts";
import type { Logger } from "../logging/logger.ts";
import type { MetricRegistry } from "../metrics/metric-registry.ts";
import type { Storage } from "../storage/storage.ts";
import { DISABLED_REASONS } from "../storage/webhooks/webhook-storage.ts";
import { deliver } from "../webhooks/delivery/deliver.ts";
import type { DeliveryOutcome } from "../webhooks/delivery/delivery-queue.ts";
import { createDeliveryWorker, type DeliveryWorker } from "../webhooks/delivery/delivery-worker.ts";
import { openWebhookSecret } from "../webhooks/webhook-secret.ts";

/** What tells endpoints of events. */
export interface WebhookService {
  readonly worker: Pick<DeliveryWorker, "wake">;
  /** Lets attempts under way end for so long, gives the rest back, and closes the connections. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/** How often old deliveries are deleted. */
const TRIM_MS = 600_000;

/** Attempts take up to their time limit. Upper bounds in seconds. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20] as const;

/** Starts to send what is due, and to count it. */
export function startWebhooks(parts: {
  readonly storage: Storage;
  readonly policy: OutgoingPolicy;
  readonly sealing: SealingSecret;
  readonly registry: MetricRegistry;
  readonly log: Logger;
  readonly clock: () => number;
}): WebhookService {
  const { storage, policy, sealing, registry, log, clock } = parts;
  const { webhooks } = storage;
  const count = countWebhooks(registry, { webhooks, clock, underWay: () => worker.underWay });
  const client = createOutgoingClient({ policy });
  const openSecret = (sealed: string, endpointId: string) => openWebhookSecret(sealing, sealed, endpointId);
  const attempt = { client, policy, openSecret, clock, random: Math.random };
  const worker = createDeliveryWorker({
    queue: webhooks.queue,
    deliver: (delivery, signal) => deliver(attempt, delivery, signal),
    worker: randomUUID(),
    clock,
    onOutcome: (outcome) => {
      count.outcome(outcome);
      logOutcome(log, outcome);
    },
    onDisabled: ({ endpointId, reason, failures }) => {
      count.disabled(reason);
      log.error("webhook endpoint disabled", { endpointId, reason, failures });
    },
    onStorageError: (error) => log.error("webhook deliveries cannot be taken or recorded", { error }),
  });
  worker.start();
  const stopTrimming = new AbortController();
  let trimming: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    trimming = trim(storage, { log, clock, signal: stopTrimming.signal });
  }, TRIM_MS);
  timer.unref();
  return {
    worker,
    stop: async ({ graceMs }) => {
      clearInterval(timer);
      stopTrimming.abort();
      await worker.stop({ signal: AbortSignal.timeout(graceMs) });
      await trimming;
      client.close();
    },
  };
}

async function trim(
  { webhooks }: Storage,
  { log, clock, signal }: { readonly log: Logger; readonly clock: () => number; readonly signal: AbortSignal },
): Promise<void> {
  try {
    const { deleted } = await webhooks.trim({ now: clock(), signal });
    if (deleted > 0) log.info("old webhook deliveries deleted", { deleted });
  } catch (error) {
    if (!signal.aborted) log.warn("old webhook deliveries were not deleted", { error });
  }
}

/** The address stays out of it: paths of receivers may hold what only they should know. */
function logOutcome(log: Logger, { kind, delivery, attempt }: DeliveryOutcome): void {
  const { endpointId, eventId, type, tries } = delivery;
  const { status, ms, error } = attempt;
  const fields = { endpointId, eventId, type, attempt: tries + 1, status, ms };
  if (kind === "delivered") log.debug("webhook delivered", fields);
  else log.warn("webhook not delivered", { ...fields, outcome: kind, error });
}

function countWebhooks(
  registry: MetricRegistry,
  given: { readonly webhooks: Storage["webhooks"]; readonly clock: () => number; readonly underWay: () => number },
) {
  const { webhooks, clock, underWay } = given;
  const deliveries = registry.counter("passwright_webhook_attempts_total", "Attempts to tell an endpoint of an event.", [
    "outcome",
  ]);
  const seconds = registry.histogram("passwright_webhook_attempt_seconds", "Time of an attempt.", [], SECONDS).series({});
  const disabled = registry.counter(
    "passwright_webhook_endpoints_given_up_total",
    "Endpoints that were disabled for what they answered.",
    ["reason"],
  );
  registry.gauge(
    "passwright_webhook_queue",
    "Events to be told: due now, or waiting for their time as well.",
    ["state"],
    async () => {
      const { due, waiting } = await webhooks.statistics({ now: clock() });
      return [
        { labels: { state: "due" }, value: due },
        { labels: { state: "waiting" }, value: waiting },
      ];
    },
  );
  registry.gauge("passwright_webhook_oldest_due_seconds", "How long the oldest event that is due has been so.", [], async () => {
    const now = clock();
    const { oldestDue } = await webhooks.statistics({ now });
    return [{ labels: {}, value: oldestDue === null ? 0 : Math.max(0, (now - oldestDue) / 1000) }];
  });
  registry.gauge("passwright_webhook_endpoints_disabled", "Endpoints that are told nothing.", ["reason"], async () => {
    const counts = (await webhooks.statistics({ now: clock() })).disabled;
    return DISABLED_REASONS.map((reason) => ({ labels: { reason }, value: counts[reason] }));
  });
  registry.gauge("passwright_webhook_under_way", "Attempts being made by this process.", [], () => [
    { labels: {}, value: underWay() },
  ]);
  return {
    outcome: ({ kind, attempt }: DeliveryOutcome) => {
      deliveries.add({ outcome: kind });
      seconds.observe(attempt.ms / 1000);
    },
    disabled: (reason: string) => disabled.add({ reason }),
  };
}
