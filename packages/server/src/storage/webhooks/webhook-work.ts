import type { Kysely } from "kysely";
import type { ClaimedDelivery } from "../../webhooks/delivery/delivery-queue.ts";
import { createEventIds, firstEventId } from "../../webhooks/event-id.ts";
import type { EventType } from "../../webhooks/event-types.ts";
import { addAudit } from "../issuer/issuer-queries.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type StepsOf, type Work } from "../work.ts";
import { addDeliveries } from "./record-events.ts";
import {
  addEndpoint,
  changeEndpoint,
  changeSecret,
  deliveriesDue,
  deliveryOf,
  dropDeliveries,
  dropEndpoint,
  type EndpointColumns,
  endpointOf,
  endpointsDue,
  endpointsOf,
  endpointsToTrim,
  eventIdsOf,
  leaseDeliveries,
  releaseDeliveries,
  restartDeliveries,
} from "./webhook-queries.ts";
import { recordOutcomes, type RecordInput } from "./webhook-outcomes.ts";
import { type EndpointRow, parseAttempts, toDelivery, toEndpoint, toFilterColumns } from "./webhook-rows.ts";
import {
  DELIVERY_STATES,
  type DeliveryKey,
  type NewWebhookEndpoint,
  WEBHOOK_LIMITS,
  type WebhookChange,
  type WebhookDelivery,
  type WebhookEndpoint,
} from "./webhook-storage.ts";
import type { DeliveryQueue, DisabledEndpoint } from "../../webhooks/delivery/delivery-queue.ts";

type EndpointKey = Pick<WebhookEndpoint, "id" | "projectId">;

/** All that is written of webhooks, by name. */
export interface WebhookOperations {
  readonly createWebhook: (input: {
    readonly endpoint: NewWebhookEndpoint;
    readonly audit: AuditEntry;
  }) => WebhookEndpoint | "too-many";
  readonly updateWebhook: (input: {
    readonly key: EndpointKey;
    readonly change: WebhookChange;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => WebhookEndpoint | "absent";
  readonly removeWebhook: (input: {
    readonly key: EndpointKey;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => "removed" | "absent";
  readonly sendWebhook: (input: {
    readonly endpointId: string;
    readonly type: EventType;
    readonly data: unknown;
    readonly now: number;
  }) => WebhookDelivery;
  readonly replayWebhook: (input: {
    readonly key: DeliveryKey;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => WebhookDelivery | "absent";
  /** The next part of what failed; `last` is the last event in it, null at the end. */
  readonly replayFailedPart: (input: {
    readonly endpointId: string;
    readonly from: string;
    readonly before: string;
    readonly now: number;
    /** With the first part. */
    readonly audit: AuditEntry | null;
  }) => { readonly replayed: number; readonly last: string | null };
  readonly claimDeliveries: (input: Parameters<DeliveryQueue["claim"]>[0]) => readonly ClaimedDelivery[];
  readonly recordDeliveries: (input: RecordInput) => readonly DisabledEndpoint[];
  readonly releaseDeliveries: (input: { readonly worker: string; readonly now: number }) => void;
  /** Deletes a part of what is old; tells how much, and whether there may be more. */
  readonly trimDeliveries: (input: { readonly now: number }) => { readonly deleted: number; readonly isDone: boolean };
}

/** The steps of each operation. */
export function webhookSteps(queries: Kysely<Tables>): StepsOf<WebhookOperations> {
  function* find(key: EndpointKey): Work<EndpointRow | undefined> {
    return (yield* rowsOf(endpointOf(queries, key)))[0];
  }

  function* show(key: DeliveryKey): Work<WebhookDelivery | undefined> {
    const [row] = yield* rowsOf(deliveryOf(queries, key));
    return row === undefined ? undefined : toDelivery(row);
  }

  return {
    *createWebhook({ endpoint, audit }) {
      const others = yield* rowsOf(endpointsOf(queries, endpoint.projectId));
      if (others.length >= WEBHOOK_LIMITS.endpointsPerProject) return "too-many";
      yield addEndpoint(queries, endpoint);
      yield addAudit(queries, audit);
      const row = yield* find(endpoint);
      return row === undefined ? "too-many" : toEndpoint(row);
    },
    *updateWebhook({ key, change, now, audit }) {
      const known = yield* find(key);
      if (known === undefined) return "absent";
      yield changeEndpoint(queries, key, toColumns(toEndpoint(known), change, now));
      if (change.secret !== undefined) yield changeSecret(queries, key, change.secret.sealed, change.secret.oldUntil);
      yield addAudit(queries, audit);
      return toEndpoint((yield* find(key)) ?? known);
    },
    *removeWebhook({ key, now, audit }) {
      if ((yield* find(key)) === undefined) return "absent";
      // Its deliveries may be many: they are deleted little by little. Its secrets go at once.
      const gone = { deleted_at: now, is_enabled: 0, sealed_secret: "", old_sealed_secret: null, old_until: null };
      yield changeEndpoint(queries, key, gone);
      yield addAudit(queries, audit);
      return "removed";
    },
    *sendWebhook({ endpointId, type, data, now }) {
      const [eventId = ""] = createEventIds(now, 1);
      const body = JSON.stringify({ type, timestamp: new Date(now).toISOString(), data });
      yield addDeliveries(queries, { endpointId, type, at: now, told: { [eventId]: body } });
      return { endpointId, eventId, type, at: now, body, state: "waiting", dueAt: now, attempts: [] };
    },
    *replayWebhook({ key, now, audit }) {
      if ((yield* show(key)) === undefined) return "absent";
      yield restartDeliveries(queries, { endpointId: key.endpointId, eventIds: [key.eventId], now });
      yield addAudit(queries, audit);
      return (yield* show(key)) ?? "absent";
    },
    *replayFailedPart({ endpointId, from, before, now, audit }) {
      if (audit !== null) yield addAudit(queries, audit);
      const limit = WEBHOOK_LIMITS.rowsPerTransaction;
      const eventIds = yield* idsOf(queries, { endpointId, state: "failed", from, before, limit });
      if (eventIds.length > 0) yield restartDeliveries(queries, { endpointId, eventIds, now });
      return { replayed: eventIds.length, last: eventIds.length < limit ? null : (eventIds.at(-1) ?? null) };
    },
    *claimDeliveries({ worker, limit, perEndpoint, busy, now, leaseMs }) {
      const endpoints = yield* rowsOf(endpointsDue(queries, { now, busy }));
      const claimed: ClaimedDelivery[] = [];
      // Begins at another endpoint each time, so that none with endless work keeps the others waiting.
      const first = Math.floor(Math.random() * endpoints.length);
      for (const { id, url, secret, oldSecret, oldUntil, failures } of [...endpoints.slice(first), ...endpoints.slice(0, first)]) {
        // One that keeps failing is tried with one event at a time.
        const most = Math.min(limit - claimed.length, failures >= DOUBTED_AFTER ? 1 : perEndpoint);
        if (most <= 0) break;
        const rows = yield* rowsOf(deliveriesDue(queries, { endpointId: id, now, limit: most }));
        if (rows.length === 0) continue;
        const eventIds = rows.map(({ eventId }) => eventId);
        yield leaseDeliveries(queries, { endpointId: id, eventIds, worker, until: now + leaseMs });
        const secrets = [secret, ...(oldSecret !== null && (oldUntil ?? 0) > now ? [oldSecret] : [])];
        for (const { history, type, ...row } of rows) {
          const attempts = parseAttempts(history);
          claimed.push({ ...row, type: type as EventType, attempts, endpointId: id, url, secrets, failures });
        }
      }
      return claimed;
    },
    *recordDeliveries(input) {
      return yield* recordOutcomes(queries, input);
    },
    *releaseDeliveries({ worker, now }) {
      yield releaseDeliveries(queries, worker, now);
    },
    *trimDeliveries({ now }) {
      const limit = WEBHOOK_LIMITS.rowsPerTransaction;
      for (const { id, deletedAt } of yield* rowsOf(endpointsToTrim(queries))) {
        for (const state of DELIVERY_STATES) {
          const before = deletedAt === null ? firstEventId(now - WEBHOOK_LIMITS.keptMs[state]) : LAST_ID;
          const eventIds = yield* idsOf(queries, { endpointId: id, state, from: "", before, limit });
          if (eventIds.length === 0) continue;
          yield dropDeliveries(queries, id, eventIds);
          return { deleted: eventIds.length, isDone: false };
        }
        if (deletedAt !== null) yield dropEndpoint(queries, id);
      }
      return { deleted: 0, isDone: true };
    },
  };
}

/** Failures in a row after which an endpoint is doubted. */
const DOUBTED_AFTER = 5;

/** Sorts behind every event's id. */
const LAST_ID = "n";

function* idsOf(queries: Kysely<Tables>, options: Parameters<typeof eventIdsOf>[1]): Work<readonly string[]> {
  return (yield* rowsOf(eventIdsOf(queries, options))).map(({ eventId }) => eventId);
}

function toColumns(known: WebhookEndpoint, change: WebhookChange, now: number): EndpointColumns {
  const { url, description, isEnabled } = change;
  return {
    ...toFilterColumns({ ...known, ...change }),
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(isEnabled === true && { is_enabled: 1, disabled_reason: null, disabled_at: null }),
    ...(isEnabled === false && known.isEnabled && { is_enabled: 0, disabled_reason: "request", disabled_at: now }),
    // Another address, and one that somebody has seen to, begin without a past.
    ...((isEnabled === true || url !== undefined) && { failures: 0, failing_since: null, hold_until: 0 }),
    updated_at: now,
  };
}
