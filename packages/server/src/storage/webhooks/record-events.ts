import { type CompiledQuery, type Kysely, sql } from "kysely";
import { createEventIds } from "../../webhooks/event-id.ts";
import type { EventType } from "../../webhooks/event-types.ts";
import { DEFAULT_PROJECT } from "../issuer/issuer-storage.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type Work } from "../work.ts";
import { recordTable } from "./dialect.ts";

/** An enabled endpoint, and which events it wants. */
export interface Subscriber {
  readonly id: string;
  readonly eventTypes: string;
  readonly passTypes: string | null;
  readonly templates: string | null;
}

/** Whose events they are. */
export type EventOwner = { readonly passTypeIdentifier: string } | { readonly projectId: string };

/** What is told of one event. */
export interface EventFacts {
  readonly data: Readonly<Record<string, unknown>>;
  /** Of the pass that it is about; absent: it is about none. */
  readonly templateId?: string;
}

/** Enabled endpoints of the project that owns a pass type: a look into a table of a few rows. Its one parameter is the pass type. */
export function subscribersOfPassType(queries: Kysely<Tables>, passTypeIdentifier: string): CompiledQuery<Subscriber> {
  const owner = sql<string>`coalesce(
    (select project_id from project_pass_types where pass_type = ${passTypeIdentifier}), ${sql.lit(DEFAULT_PROJECT)})`;
  return subscribers(queries).where("project_id", "=", owner).compile();
}

function subscribersOfProject(queries: Kysely<Tables>, projectId: string): CompiledQuery<Subscriber> {
  return subscribers(queries).where("project_id", "=", projectId).compile();
}

function subscribers(queries: Kysely<Tables>) {
  return queries
    .selectFrom("webhook_endpoints")
    .where("is_enabled", "=", sql.lit(1))
    .orderBy("id")
    .select(["id", "event_types as eventTypes", "pass_types as passTypes", "templates"]);
}

/** Those of them that want events of a type and pass type. */
export function wanting(
  subscribers: readonly Subscriber[],
  type: EventType,
  passTypeIdentifier: string | null,
): readonly Subscriber[] {
  return subscribers.filter(
    ({ eventTypes, passTypes }) =>
      (eventTypes === "*" || eventTypes.split(" ").includes(type)) &&
      (passTypes === null || passTypeIdentifier === null || isAmong(passTypes, passTypeIdentifier)),
  );
}

function isAmong(list: string, wanted: string): boolean {
  return (JSON.parse(list) as readonly unknown[]).includes(wanted);
}

/**
 * Writes events in the transaction of what caused them, one row for each endpoint that wants it. Where nobody does, that is found
 * by one look into a tiny table; `events` is asked for what there is to tell only where somebody does.
 *
 * @param at epoch ms.
 */
export function* recordEvents(
  queries: Kysely<Tables>,
  {
    owner,
    type,
    at,
    events,
  }: {
    readonly owner: EventOwner;
    readonly type: EventType;
    readonly at: number;
    readonly events: () => readonly EventFacts[];
  },
): Work<void> {
  const passType = "passTypeIdentifier" in owner ? owner.passTypeIdentifier : null;
  const known = yield* rowsOf(
    "projectId" in owner
      ? subscribersOfProject(queries, owner.projectId)
      : subscribersOfPassType(queries, owner.passTypeIdentifier),
  );
  const wanted = wanting(known, type, passType);
  if (wanted.length > 0) yield* writeEvents(queries, wanted, { type, at, events: events() });
}

/** Writes events for those who want them, few statements for however many. */
export function* writeEvents(
  queries: Kysely<Tables>,
  wanted: readonly Subscriber[],
  { type, at, events }: { readonly type: EventType; readonly at: number; readonly events: readonly EventFacts[] },
): Work<void> {
  if (events.length === 0) return;
  const ids = createEventIds(at, events.length);
  const timestamp = new Date(at).toISOString();
  const bodies = events.map(({ data }) => JSON.stringify({ type, timestamp, data }));
  for (const { id, templates } of wanted) {
    const told: Record<string, string> = {};
    for (const [index, { templateId }] of events.entries()) {
      const isTold = templates === null || templateId === undefined || isAmong(templates, templateId);
      if (isTold) told[ids[index] ?? ""] = bodies[index] ?? "";
    }
    if (Object.keys(told).length > 0) yield addDeliveries(queries, { endpointId: id, type, at, told });
  }
}

/** One row for each event. */
export function addDeliveries(
  queries: Kysely<Tables>,
  given: {
    readonly endpointId: string;
    readonly type: EventType;
    readonly at: number;
    /** Bodies by the ids of their events. */
    readonly told: Readonly<Record<string, string>>;
  },
): CompiledQuery {
  const { endpointId, type, at, told } = given;
  const moment = sql`cast(${at} as bigint)`;
  return sql`
    insert into webhook_deliveries
      (endpoint_id, event_id, type, at, body, state, due_at, round_at, tries, leased_by, history)
    select ${endpointId}, told.key, ${type}, ${moment}, told.value, 'waiting', ${moment}, ${moment}, 0, null, '[]'
    from ${recordTable(queries, told)} told`.compile(queries);
}
