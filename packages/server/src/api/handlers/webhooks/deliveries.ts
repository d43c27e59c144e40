import type * as z from "zod";
import type { WebhookDelivery } from "../../../storage/webhooks/webhook-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import { badCursor, json, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { findOwnWebhook } from "./endpoints.ts";

const PAGE = 20;

export async function listDeliveries(call: ApiCall<z.output<typeof QUERIES.deliveries>>): Promise<ApiAnswer> {
  const { limit = PAGE, cursor, state } = call.query;
  if (cursor !== undefined && !/^msg_[0-9a-f]{1,40}$/u.test(cursor)) throw badCursor();
  const { id: endpointId } = await findOwnWebhook(call);
  const found = await call.storage.webhooks.deliveries({
    endpointId,
    limit: limit + 1,
    ...(state !== undefined && { state }),
    ...(cursor !== undefined && { before: cursor }),
  });
  const items = found.slice(0, limit);
  return json({
    items: items.map((delivery) => toDelivery(delivery)),
    nextCursor: found.length > limit ? (items.at(-1)?.eventId ?? null) : null,
  });
}

export async function getDelivery(call: ApiCall): Promise<ApiAnswer> {
  const { id: endpointId } = await findOwnWebhook(call);
  const found = await call.storage.webhooks.delivery({ endpointId, eventId: call.params["eventId"] ?? "" });
  if (found === undefined) throw notFound();
  return json(toDelivery(found));
}

export async function testWebhook(call: ApiCall): Promise<ApiAnswer> {
  const { id, isEnabled } = await findOwnWebhook(call);
  if (!isEnabled) throw new ApiProblem("webhook-disabled");
  const data = { message: "This is a test: events arrive here." };
  const sent = await call.storage.webhooks.send(id, { type: "webhook.test", data }, { now: call.clock() });
  call.onWebhook();
  return json(toDelivery(sent), 201);
}

export async function replayDelivery(call: ApiCall): Promise<ApiAnswer> {
  const { id: endpointId } = await findOwnWebhook(call);
  const eventId = call.params["eventId"] ?? "";
  const audit = auditOf(call, "replayDelivery", `${endpointId}/${eventId}`);
  const replayed = await call.storage.webhooks.replay({ endpointId, eventId }, { now: call.clock(), audit });
  if (replayed === "absent") throw notFound();
  call.onWebhook();
  return json(toDelivery(replayed));
}

export async function replayFailedDeliveries(call: ApiCall<unknown, z.output<typeof SCHEMAS.ReplayRequest>>): Promise<ApiAnswer> {
  const { id: endpointId } = await findOwnWebhook(call);
  const now = call.clock();
  const since = Date.parse(call.body.since);
  // Those of this millisecond are among them.
  const until = call.body.until === undefined ? now + 1 : Date.parse(call.body.until);
  const audit = auditOf(call, "replayFailedDeliveries", endpointId);
  const result = await call.storage.webhooks.replayFailed({ endpointId, since, until, now, audit });
  if (result.replayed > 0) call.onWebhook();
  return json(result);
}

function notFound(): ApiProblem {
  return new ApiProblem("not-found", "The endpoint was told no such event, or it is not kept any more.");
}

function toDelivery({ eventId, type, at, state, dueAt, attempts, body }: WebhookDelivery) {
  return {
    eventId,
    type,
    at: toTime(at),
    state,
    dueAt: toOptionalTime(dueAt),
    attempts: attempts.map((attempt) => Object.assign({}, attempt, { at: toTime(attempt.at) })),
    event: JSON.parse(body) as unknown,
  };
}
