import type { EventType } from "../../webhooks/event-types.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { DeliveryAttempt, DeliveryQueue } from "../../webhooks/delivery/delivery-queue.ts";

export const WEBHOOK_LIMITS = {
  /** Endpoints of a project: each event is written once for each that wants it. */
  endpointsPerProject: 20,
  /** Pass types or templates that an endpoint's filter names. */
  filterEntries: 50,
  deliveriesPerPage: 100,
  deliveriesPerClaim: 200,
  /** Deliveries that one transaction replays or trims. */
  rowsPerTransaction: 500,
  /** How long deliveries are kept, in ms since their event. */
  keptMs: { delivered: 7 * 86_400_000, failed: 30 * 86_400_000, waiting: 30 * 86_400_000 },
  /** Deliveries that are counted for the metrics; more are told as this many. */
  deliveriesCounted: 10_000,
} as const;

/** Why nothing is sent to an endpoint: somebody said so, it answered 410, or it has failed for days. */
export const DISABLED_REASONS = ["request", "gone", "failing"] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Which events an endpoint is told. */
export interface WebhookFilter {
  /** Null: all, those of later versions too. */
  readonly eventTypes: readonly EventType[] | null;
  /** Null: all. Events of no pass type reach an endpoint with a filter too. */
  readonly passTypeIdentifiers: readonly string[] | null;
  readonly templateIds: readonly string[] | null;
}

/** What belongs to a caller and is told events. Moments are epoch ms. */
export interface WebhookEndpoint extends WebhookFilter {
  readonly id: string;
  readonly projectId: string;
  readonly url: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly disabledReason: DisabledReason | null;
  readonly disabledAt: number | null;
  /** Attempts in a row that failed, and since when. */
  readonly failures: number;
  readonly failingSince: number | null;
  /** Until when the secret before the present one signs too. */
  readonly oldSecretUntil: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An endpoint to be kept; the secret is sealed. */
export interface NewWebhookEndpoint extends WebhookFilter {
  readonly id: string;
  readonly projectId: string;
  readonly url: string;
  readonly description: string;
  readonly secret: string;
  readonly createdAt: number;
}

/** What changes of an endpoint; what is absent stays. */
export interface WebhookChange extends Partial<WebhookFilter> {
  readonly url?: string;
  readonly description?: string;
  readonly isEnabled?: boolean;
  /** A new secret, sealed; the present one signs too until then. */
  readonly secret?: { readonly sealed: string; readonly oldUntil: number };
}

export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** An event on its way to one endpoint. */
export interface WebhookDelivery {
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: EventType;
  /** Epoch ms: when it happened. */
  readonly at: number;
  /** What is sent, as JSON text. */
  readonly body: string;
  readonly state: DeliveryState;
  /** When it is tried next; null: no more. */
  readonly dueAt: number | null;
  readonly attempts: readonly DeliveryAttempt[];
}

/** By what a delivery is named. */
export type DeliveryKey = Pick<WebhookDelivery, "endpointId" | "eventId">;

type EndpointKey = Pick<WebhookEndpoint, "id" | "projectId">;

/** Endpoints and what they are told. Endpoints of another project are not there. */
export interface WebhookStore {
  create(endpoint: NewWebhookEndpoint, options: { readonly audit: AuditEntry }): Promise<WebhookEndpoint | "too-many">;
  /** In the order of their making. */
  list(projectId: string): Promise<readonly WebhookEndpoint[]>;
  find(key: EndpointKey): Promise<WebhookEndpoint | undefined>;
  /** Enabling forgets failures; what waits is sent again from then on. */
  update(
    key: EndpointKey,
    change: WebhookChange,
    options: { readonly now: number; readonly audit: AuditEntry },
  ): Promise<WebhookEndpoint | "absent">;
  /** What waits is not sent any more. */
  remove(key: EndpointKey, options: { readonly now: number; readonly audit: AuditEntry }): Promise<"removed" | "absent">;
  /** Newest first. */
  deliveries(options: {
    readonly endpointId: string;
    readonly state?: DeliveryState;
    /** Id of an event. */
    readonly before?: string;
    readonly limit: number;
  }): Promise<readonly WebhookDelivery[]>;
  delivery(key: DeliveryKey): Promise<WebhookDelivery | undefined>;
  /** Writes an event for one endpoint, whatever that has asked for. */
  send(
    endpointId: string,
    event: { readonly type: EventType; readonly data: unknown },
    options: { readonly now: number },
  ): Promise<WebhookDelivery>;
  /** Sends one again, however it ended; what waits anyway is sent at once. */
  replay(key: DeliveryKey, options: { readonly now: number; readonly audit: AuditEntry }): Promise<WebhookDelivery | "absent">;
  /** Sends again what has failed of events from `since` on and before `until`. */
  replayFailed(options: {
    readonly endpointId: string;
    readonly since: number;
    readonly until: number;
    readonly now: number;
    readonly audit: AuditEntry;
    readonly signal?: AbortSignal;
  }): Promise<{ readonly replayed: number }>;
  readonly queue: DeliveryQueue;
  /** Deletes what is older than it is kept, and what belonged to removed endpoints; in small transactions. */
  trim(options: { readonly now: number; readonly signal?: AbortSignal }): Promise<{ readonly deleted: number }>;
  statistics(options: { readonly now: number }): Promise<WebhookStatistics>;
}

/** Of endpoints that are enabled. */
export interface WebhookStatistics {
  readonly waiting: number;
  readonly due: number;
  /** Epoch ms: when the first of those that are due was; null: none is. */
  readonly oldestDue: number | null;
  readonly disabled: Readonly<Record<DisabledReason, number>>;
}
