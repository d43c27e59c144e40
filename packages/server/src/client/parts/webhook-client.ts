import type {
  NewWebhook,
  ReplayRequest,
  ReplayResult,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookList,
  WebhookRemoval,
  WebhookUpdate,
  WebhookWithSecret,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";

/** Endpoints that are told events, and what they were told. */
export interface WebhookClient {
  readonly list: () => Promise<WebhookList>;
  /** The answer holds the secret, this once. */
  readonly create: (webhook: NewWebhook) => Promise<WebhookWithSecret>;
  readonly get: (webhookId: string) => Promise<Webhook>;
  readonly update: (webhookId: string, change: WebhookUpdate) => Promise<Webhook>;
  readonly delete: (webhookId: string) => Promise<WebhookRemoval>;
  /** The answer holds the new secret, this once; for 24 hours both sign. */
  readonly rotateSecret: (webhookId: string) => Promise<WebhookWithSecret>;
  readonly test: (webhookId: string) => Promise<WebhookDelivery>;
  readonly deliveries: (webhookId: string, page?: Operations["listDeliveries"]["query"]) => Promise<WebhookDeliveryPage>;
  readonly delivery: (webhookId: string, eventId: string) => Promise<WebhookDelivery>;
  readonly replay: (webhookId: string, eventId: string) => Promise<WebhookDelivery>;
  readonly replayFailed: (webhookId: string, span: ReplayRequest) => Promise<ReplayResult>;
}

export function createWebhookClient(call: Call): WebhookClient {
  return {
    list: () => call("listWebhooks", {}),
    create: (body) => call("createWebhook", { body }),
    get: (webhookId) => call("getWebhook", { path: { webhookId } }),
    update: (webhookId, body) => call("updateWebhook", { path: { webhookId }, body }),
    delete: (webhookId) => call("deleteWebhook", { path: { webhookId } }),
    rotateSecret: (webhookId) => call("rotateWebhookSecret", { path: { webhookId } }),
    test: (webhookId) => call("testWebhook", { path: { webhookId } }),
    deliveries: (webhookId, query) => call("listDeliveries", { path: { webhookId }, query: query ?? {} }),
    delivery: (webhookId, eventId) => call("getDelivery", { path: { webhookId, eventId } }),
    replay: (webhookId, eventId) => call("replayDelivery", { path: { webhookId, eventId } }),
    replayFailed: (webhookId, body) => call("replayFailedDeliveries", { path: { webhookId }, body }),
  };
}
