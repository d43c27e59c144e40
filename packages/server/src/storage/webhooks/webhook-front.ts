import { firstEventId } from "../../webhooks/event-id.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import { deliveriesOf, deliveryOf, endpointCounts, endpointOf, endpointsOf, nextDueDelivery } from "./webhook-queries.ts";
import { toDelivery, toEndpoint } from "./webhook-rows.ts";
import {
  WEBHOOK_LIMITS,
  type WebhookChange,
  type WebhookFilter,
  type WebhookStatistics,
  type WebhookStore,
} from "./webhook-storage.ts";

/** Webhooks over a database. */
export function createWebhookStore(backend: StorageBackend): WebhookStore {
  const { queries } = backend;
  return {
    create: async (endpoint, { audit }) => {
      assertKeyTexts({ id: endpoint.id, projectId: endpoint.projectId });
      assertTexts(endpoint);
      return backend.run("createWebhook", { endpoint, audit });
    },
    list: async (projectId) =>
      isKeyText(projectId) ? (await backend.all(endpointsOf(queries, projectId))).map((row) => toEndpoint(row)) : [],
    find: async (key) => {
      const [row] = isKeyText(key.id) && isKeyText(key.projectId) ? await backend.all(endpointOf(queries, key)) : [];
      return row === undefined ? undefined : toEndpoint(row);
    },
    update: async (key, change, { now, audit }) => {
      if (!isKeyText(key.id) || !isKeyText(key.projectId)) return "absent";
      assertTexts(change);
      return backend.run("updateWebhook", { key, change, now, audit });
    },
    remove: async (key, { now, audit }) =>
      isKeyText(key.id) && isKeyText(key.projectId) ? backend.run("removeWebhook", { key, now, audit }) : "absent",
    deliveries: async (options) => {
      assertCount("Deliveries", options.limit, WEBHOOK_LIMITS.deliveriesPerPage + 1);
      if (!isKeyText(options.endpointId) || !isKeyText(options.before ?? "-")) return [];
      return (await backend.all(deliveriesOf(queries, options))).map((row) => toDelivery(row));
    },
    delivery: async (key) => {
      const [row] = isKeyText(key.endpointId) && isKeyText(key.eventId) ? await backend.all(deliveryOf(queries, key)) : [];
      return row === undefined ? undefined : toDelivery(row);
    },
    send: (endpointId, { type, data }, { now }) => backend.run("sendWebhook", { endpointId, type, data, now }),
    replay: async (key, { now, audit }) =>
      isKeyText(key.endpointId) && isKeyText(key.eventId) ? backend.run("replayWebhook", { key, now, audit }) : "absent",
    replayFailed: async ({ endpointId, since, until, now, audit, signal }) => {
      const before = firstEventId(until);
      let replayed = 0;
      let first: AuditEntry | null = audit;
      for (let from: string | null = firstEventId(since); from !== null;) {
        signal?.throwIfAborted();
        const part: { readonly replayed: number; readonly last: string | null } = await backend.run("replayFailedPart", {
          endpointId,
          from,
          before,
          now,
          audit: first,
        });
        first = null;
        replayed += part.replayed;
        from = part.last;
      }
      return { replayed };
    },
    queue: {
      claim: async (options) => {
        assertCount("Deliveries in one claim", options.limit, WEBHOOK_LIMITS.deliveriesPerClaim);
        return options.limit === 0 ? [] : backend.run("claimDeliveries", options);
      },
      record: async (options) => (options.outcomes.length > 0 ? backend.run("recordDeliveries", options) : []),
      release: (options) => backend.run("releaseDeliveries", options),
      nextDue: async () => {
        const rows = await backend.all(nextDueDelivery(queries));
        const moments = rows.flatMap(({ due, holdUntil }) => (due === null ? [] : [Math.max(due, holdUntil)]));
        return moments.length === 0 ? undefined : Math.min(...moments);
      },
    },
    trim: async ({ now, signal }) => {
      let deleted = 0;
      for (;;) {
        signal?.throwIfAborted();
        const part = await backend.run("trimDeliveries", { now });
        deleted += part.deleted;
        if (part.isDone) return { deleted };
      }
    },
    statistics: async ({ now }) => {
      const most = WEBHOOK_LIMITS.deliveriesCounted;
      const rows = await backend.all(endpointCounts(queries, { now, most }));
      const statistics: WebhookStatistics & { disabled: { request: number; gone: number; failing: number } } = {
        waiting: Math.min(most, sum(rows.map((row) => (row.isEnabled === 0 ? 0 : row.waiting)))),
        due: Math.min(most, sum(rows.map((row) => (row.isEnabled === 0 ? 0 : row.due)))),
        oldestDue: rows.reduce<number | null>(
          (oldest, { isEnabled, oldestDue }) =>
            isEnabled === 0 || oldestDue === null ? oldest : Math.min(oldest ?? oldestDue, oldestDue),
          null,
        ),
        disabled: {
          request: rows.filter(({ disabledReason }) => disabledReason === "request").length,
          gone: rows.filter(({ disabledReason }) => disabledReason === "gone").length,
          failing: rows.filter(({ disabledReason }) => disabledReason === "failing").length,
        },
      };
      return statistics;
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function assertTexts({
  url = "",
  description = "",
  passTypeIdentifiers,
  templateIds,
}: Pick<WebhookChange, "url" | "description"> & Partial<WebhookFilter>): void {
  assertText("url", url, STORAGE_LIMITS.tokenLength);
  assertText("description", description, STORAGE_LIMITS.tokenLength);
  for (const list of [passTypeIdentifiers, templateIds]) {
    assertCount("Entries of a filter", list?.length ?? 0, WEBHOOK_LIMITS.filterEntries);
    for (const entry of list ?? []) assertKeyTexts({ entry });
  }
}
