import { expect } from "vitest";
import type { Storage } from "../../../src/storage/storage.ts";
import type { NewWebhookEndpoint, WebhookDelivery } from "../../../src/storage/webhooks/webhook-storage.ts";
import type { ClaimedDelivery, DeliveryAttempt, DeliveryOutcome } from "../../../src/webhooks/delivery/delivery-queue.ts";
import { NOW } from "./samples.ts";

export const AUDIT = {
  at: NOW,
  projectId: "default",
  actor: "key_1",
  action: "createWebhook",
  object: "wh_1",
  requestId: "r",
} as const;

export function endpoint(id: string, rest: Partial<NewWebhookEndpoint> = {}): NewWebhookEndpoint {
  return {
    id,
    projectId: "default",
    url: `https://hooks.example.com/${id}`,
    description: "",
    secret: `sealed-${id}`,
    createdAt: NOW,
    eventTypes: null,
    passTypeIdentifiers: null,
    templateIds: null,
    ...rest,
  };
}

export async function listen(storage: Storage, id = "wh_1", rest: Partial<NewWebhookEndpoint> = {}): Promise<void> {
  expect(await storage.webhooks.create(endpoint(id, rest), { audit: AUDIT })).toMatchObject({ id });
}

export async function told(storage: Storage, endpointId = "wh_1"): Promise<readonly WebhookDelivery[]> {
  const newestFirst = await storage.webhooks.deliveries({ endpointId, limit: 100 });
  return newestFirst.toReversed();
}

export const typesOf = async (storage: Storage, id?: string) => (await told(storage, id)).map(({ type }) => type);

export function dataOf({ body }: { readonly body: string }): Record<string, unknown> {
  return (JSON.parse(body) as { readonly data: Record<string, unknown> }).data;
}

export function claim(
  storage: Storage,
  given: { now?: number; worker?: string; perEndpoint?: number; busy?: readonly string[] } = {},
) {
  const { now = NOW, worker = "w1", perEndpoint = 50, busy = [] } = given;
  return storage.webhooks.queue.claim({ worker, limit: 100, perEndpoint, busy, now, leaseMs: 60_000 });
}

export const ATTEMPT = { at: NOW, ms: 5, status: 500, error: "status 500", answer: "no" } as const;

export function record(storage: Storage, outcomes: readonly DeliveryOutcome[], now = NOW, worker = "w1") {
  return storage.webhooks.queue.record({ worker, outcomes, now });
}

export const ended = (delivery: ClaimedDelivery, kind: "delivered" | "failed"): DeliveryOutcome => ({
  kind,
  delivery,
  attempt: ATTEMPT,
});
export const again = (
  delivery: ClaimedDelivery,
  at: number,
  rest: { readonly holdUntil?: number; readonly attempt?: DeliveryAttempt } = {},
): DeliveryOutcome => Object.assign({ kind: "retry" as const, at, delivery, attempt: ATTEMPT }, rest);
