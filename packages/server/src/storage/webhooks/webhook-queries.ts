import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";
import { isForPostgres, isOneOf } from "./dialect.ts";
import type { DeliveryKey, DeliveryState, NewWebhookEndpoint, WebhookEndpoint } from "./webhook-storage.ts";
import { toFilterColumns } from "./webhook-rows.ts";

type Database = Kysely<Tables>;
type EndpointKey = Pick<WebhookEndpoint, "id" | "projectId">;

const ENDPOINT_COLUMNS = [
  "id",
  "project_id as projectId",
  "url",
  "description",
  "event_types as eventTypes",
  "pass_types as passTypes",
  "templates",
  "is_enabled as isEnabled",
  "disabled_reason as disabledReason",
  "disabled_at as disabledAt",
  "failures",
  "failing_since as failingSince",
  "old_until as oldSecretUntil",
  "created_at as createdAt",
  "updated_at as updatedAt",
] as const;

const DELIVERY_COLUMNS = [
  "endpoint_id as endpointId",
  "event_id as eventId",
  "type",
  "at",
  "body",
  "state",
  "due_at as dueAt",
  "history",
] as const;

export const addEndpoint = (database: Database, endpoint: NewWebhookEndpoint): CompiledQuery =>
  database
    .insertInto("webhook_endpoints")
    .values({
      id: endpoint.id,
      project_id: endpoint.projectId,
      url: endpoint.url,
      description: endpoint.description,
      ...toFilterColumns(endpoint),
      is_enabled: 1,
      disabled_reason: null,
      disabled_at: null,
      sealed_secret: endpoint.secret,
      old_sealed_secret: null,
      old_until: null,
      failures: 0,
      failing_since: null,
      hold_until: 0,
      created_at: endpoint.createdAt,
      updated_at: endpoint.createdAt,
      deleted_at: null,
    })
    .compile();

export const endpointsOf = (database: Database, projectId: string) =>
  database
    .selectFrom("webhook_endpoints")
    .where("project_id", "=", projectId)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .select(ENDPOINT_COLUMNS)
    .compile();

export const endpointOf = (database: Database, { id, projectId }: EndpointKey) =>
  database
    .selectFrom("webhook_endpoints")
    .where("id", "=", id)
    .where("project_id", "=", projectId)
    .where("deleted_at", "is", null)
    .select(ENDPOINT_COLUMNS)
    .compile();

/** Columns that a change sets. */
export type EndpointColumns = Partial<Tables["webhook_endpoints"]>;

export const changeEndpoint = (database: Database, { id, projectId }: EndpointKey, columns: EndpointColumns): CompiledQuery =>
  database
    .updateTable("webhook_endpoints")
    .set(columns)
    .where("id", "=", id)
    .where("project_id", "=", projectId)
    .where("deleted_at", "is", null)
    .compile();

/** Gives an endpoint a new secret; the present one becomes the old one. */
export const changeSecret = (database: Database, { id }: EndpointKey, sealed: string, oldUntil: number): CompiledQuery =>
  database
    .updateTable("webhook_endpoints")
    .set((column) => ({ old_sealed_secret: column.ref("sealed_secret"), old_until: oldUntil, sealed_secret: sealed }))
    .where("id", "=", id)
    .compile();

export function deliveriesOf(
  database: Database,
  options: {
    readonly endpointId: string;
    readonly state?: DeliveryState;
    readonly before?: string;
    readonly limit: number;
  },
) {
  let query = database.selectFrom("webhook_deliveries").where("endpoint_id", "=", options.endpointId);
  if (options.state !== undefined) query = query.where("state", "=", options.state);
  if (options.before !== undefined) query = query.where("event_id", "<", options.before);
  return query.orderBy("event_id", "desc").limit(options.limit).select(DELIVERY_COLUMNS).compile();
}

export const deliveryOf = (database: Database, { endpointId, eventId }: DeliveryKey) =>
  database
    .selectFrom("webhook_deliveries")
    .where("endpoint_id", "=", endpointId)
    .where("event_id", "=", eventId)
    .select(DELIVERY_COLUMNS)
    .compile();

/** Begins a new round of attempts. */
export const restartDeliveries = (
  database: Database,
  { endpointId, eventIds, now }: { readonly endpointId: string; readonly eventIds: readonly string[]; readonly now: number },
): CompiledQuery =>
  database
    .updateTable("webhook_deliveries")
    .set({ state: "waiting", due_at: now, round_at: now, tries: 0, leased_by: null })
    .where("endpoint_id", "=", endpointId)
    .where(isOneOf(database, "event_id", eventIds))
    .compile();

/** Ids of deliveries of a state, from one id on and before another, in their order. */
export const eventIdsOf = (
  database: Database,
  options: {
    readonly endpointId: string;
    readonly state: DeliveryState;
    readonly from: string;
    readonly before: string;
    readonly limit: number;
  },
) =>
  database
    .selectFrom("webhook_deliveries")
    .where("endpoint_id", "=", options.endpointId)
    .where("state", "=", options.state)
    .where("event_id", ">=", options.from)
    .where("event_id", "<", options.before)
    .orderBy("event_id")
    .limit(options.limit)
    .select("event_id as eventId")
    .compile();

export const dropDeliveries = (database: Database, endpointId: string, eventIds: readonly string[]): CompiledQuery =>
  database
    .deleteFrom("webhook_deliveries")
    .where("endpoint_id", "=", endpointId)
    .where(isOneOf(database, "event_id", eventIds))
    .compile();

export const dropEndpoint = (database: Database, id: string): CompiledQuery =>
  database.deleteFrom("webhook_endpoints").where("id", "=", id).where("deleted_at", "is not", null).compile();

/** Every endpoint, removed ones among them, for trimming. */
export const endpointsToTrim = (database: Database) =>
  database.selectFrom("webhook_endpoints").orderBy("id").select(["id", "deleted_at as deletedAt"]).compile();

/** Endpoints that may be sent to and have something due. */
export function endpointsDue(database: Database, options: { readonly now: number; readonly busy: readonly string[] }) {
  const { now, busy } = options;
  let query = database
    .selectFrom("webhook_endpoints as e")
    .where("e.is_enabled", "=", sql.lit(1))
    .where("e.hold_until", "<=", now)
    .where((given) =>
      given.exists(
        given
          .selectFrom("webhook_deliveries as d")
          .whereRef("d.endpoint_id", "=", "e.id")
          .where("d.due_at", "<=", now)
          .select(sql`1`.as("one")),
      ),
    );
  if (busy.length > 0) query = query.where((given) => given.not(isOneOf(database, "e.id", busy)));
  return query
    .select([
      "e.id as id",
      "e.url as url",
      "e.sealed_secret as secret",
      "e.old_sealed_secret as oldSecret",
      "e.old_until as oldUntil",
      "e.failures as failures",
    ])
    .compile();
}

/** What is due of an endpoint, oldest first, locked; what another worker is taking is passed by. */
export function deliveriesDue(
  database: Database,
  { endpointId, now, limit }: { readonly endpointId: string; readonly now: number; readonly limit: number },
) {
  const query = database
    .selectFrom("webhook_deliveries")
    .where("endpoint_id", "=", endpointId)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .orderBy("event_id")
    .limit(limit)
    .select(["event_id as eventId", "type", "body", "round_at as roundAt", "tries", "history"]);
  return (isForPostgres(database) ? query.forUpdate().skipLocked() : query).compile();
}

export const leaseDeliveries = (
  database: Database,
  options: {
    readonly endpointId: string;
    readonly eventIds: readonly string[];
    readonly worker: string;
    readonly until: number;
  },
): CompiledQuery =>
  database
    .updateTable("webhook_deliveries")
    .set({ leased_by: options.worker, due_at: options.until })
    .where("endpoint_id", "=", options.endpointId)
    .where(isOneOf(database, "event_id", options.eventIds))
    .compile();

/** Writes what became of a delivery, unless it is another worker's by now or settled. */
export const settleDelivery = (
  database: Database,
  key: DeliveryKey,
  worker: string,
  columns: Partial<Tables["webhook_deliveries"]>,
) =>
  database
    .updateTable("webhook_deliveries")
    .set({ ...columns, leased_by: null })
    .where("endpoint_id", "=", key.endpointId)
    .where("event_id", "=", key.eventId)
    .where("leased_by", "=", worker)
    .returning("event_id")
    .compile();

/** How an endpoint fares, its row locked until the transaction ends. */
export function healthOf(database: Database, id: string) {
  const query = database
    .selectFrom("webhook_endpoints")
    .where("id", "=", id)
    .select(["is_enabled as isEnabled", "failures", "failing_since as failingSince", "hold_until as holdUntil"]);
  return (isForPostgres(database) ? query.forUpdate() : query).compile();
}

export const setHealth = (database: Database, id: string, columns: EndpointColumns): CompiledQuery =>
  database.updateTable("webhook_endpoints").set(columns).where("id", "=", id).compile();

export const releaseDeliveries = (database: Database, worker: string, now: number): CompiledQuery =>
  database.updateTable("webhook_deliveries").set({ leased_by: null, due_at: now }).where("leased_by", "=", worker).compile();

/** When the next delivery is due: one step into the index per endpoint. */
export const nextDueDelivery = (database: Database) =>
  database
    .selectFrom("webhook_endpoints as e")
    .where("e.is_enabled", "=", sql.lit(1))
    .select([
      "e.hold_until as holdUntil",
      sql<number | null>`(select min(d.due_at) from webhook_deliveries d where d.endpoint_id = e.id and d.due_at is not null)`.as(
        "due",
      ),
    ])
    .compile();

/** Of each endpoint how much waits, how much is due, and since when; each counted no further than `most`. */
export function endpointCounts(database: Database, { now, most }: { readonly now: number; readonly most: number }) {
  const counted = (condition: ReturnType<typeof sql>) => sql<number>`(select count(*) from (
    select 1 from webhook_deliveries d where d.endpoint_id = e.id and ${condition} limit ${sql.lit(most)}) counted)`;
  return database
    .selectFrom("webhook_endpoints as e")
    .where("e.deleted_at", "is", null)
    .select([
      "e.is_enabled as isEnabled",
      "e.disabled_reason as disabledReason",
      counted(sql`d.due_at is not null`).as("waiting"),
      counted(sql`d.due_at <= ${now} and d.leased_by is null`).as("due"),
      sql<number | null>`(select min(d.due_at) from webhook_deliveries d where d.endpoint_id = e.id and d.due_at <= ${now})`.as(
        "oldestDue",
      ),
    ])
    .compile();
}
