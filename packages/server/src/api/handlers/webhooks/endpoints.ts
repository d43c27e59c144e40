import { randomBytes } from "node:crypto";
import type * as z from "zod";
import type { WebhookChange, WebhookEndpoint } from "../../../storage/webhooks/webhook-storage.ts";
import { createWebhookSecret, sealWebhookSecret } from "../../../webhooks/webhook-secret.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { SCHEMAS } from "../../contract/schemas.ts";
import { json, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";

/** How long the old secret signs beside the new one. */
const OLD_SECRET_MS = 24 * 60 * 60 * 1000;

export async function listWebhooks({ storage, key }: ApiCall): Promise<ApiAnswer> {
  return json({ items: (await storage.webhooks.list(key.projectId)).map(toWebhook) });
}

export async function createWebhook(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewWebhook>>): Promise<ApiAnswer> {
  const { storage, body, clock, key, sealing } = call;
  // Short, for it is typed at terminals; whose it is is asked each time.
  const id = `wh_${randomBytes(9).toString("base64url")}`;
  const secret = createWebhookSecret();
  const { description = "", eventTypes = null, passTypeIdentifiers = null, templateIds = null } = body;
  const created = await storage.webhooks.create(
    {
      id,
      projectId: key.projectId,
      url: readUrl(call, body.url),
      description,
      eventTypes,
      passTypeIdentifiers,
      templateIds,
      secret: sealWebhookSecret(sealing, secret, id),
      createdAt: clock(),
    },
    { audit: auditOf(call, "createWebhook", id) },
  );
  if (created === "too-many") throw new ApiProblem("too-many-webhooks");
  return json({ ...toWebhook(created), secret }, 201);
}

export async function getWebhook(call: ApiCall): Promise<ApiAnswer> {
  return json(toWebhook(await findOwnWebhook(call)));
}

export async function updateWebhook(call: ApiCall<unknown, z.output<typeof SCHEMAS.WebhookUpdate>>): Promise<ApiAnswer> {
  const { url, description, eventTypes, passTypeIdentifiers, templateIds, enabled } = call.body;
  const changed = await change(call, "updateWebhook", {
    ...(url !== undefined && { url: readUrl(call, url) }),
    ...(description !== undefined && { description }),
    ...(eventTypes !== undefined && { eventTypes }),
    ...(passTypeIdentifiers !== undefined && { passTypeIdentifiers }),
    ...(templateIds !== undefined && { templateIds }),
    ...(enabled !== undefined && { isEnabled: enabled }),
  });
  call.onWebhook();
  return json(toWebhook(changed));
}

export async function deleteWebhook(call: ApiCall): Promise<ApiAnswer> {
  const { storage, clock } = call;
  const key = keyOf(call);
  const end = await storage.webhooks.remove(key, { now: clock(), audit: auditOf(call, "deleteWebhook", key.id) });
  if (end === "absent") throw notFound();
  return json({ id: key.id, removed: true });
}

export async function rotateWebhookSecret(call: ApiCall): Promise<ApiAnswer> {
  const secret = createWebhookSecret();
  const sealed = sealWebhookSecret(call.sealing, secret, keyOf(call).id);
  const oldUntil = call.clock() + OLD_SECRET_MS;
  return json({ ...toWebhook(await change(call, "rotateWebhookSecret", { secret: { sealed, oldUntil } })), secret });
}

/** @throws {ApiProblem} `not-found`: for foreign ones as for those that never were. */
export async function findOwnWebhook(call: ApiCall): Promise<WebhookEndpoint> {
  const found = await call.storage.webhooks.find(keyOf(call));
  if (found === undefined) throw notFound();
  return found;
}

async function change(call: ApiCall, action: string, wanted: WebhookChange): Promise<WebhookEndpoint> {
  const { storage, clock } = call;
  const key = keyOf(call);
  const changed = await storage.webhooks.update(key, wanted, { now: clock(), audit: auditOf(call, action, key.id) });
  if (changed === "absent") throw notFound();
  return changed;
}

function keyOf({ key, params }: ApiCall): Pick<WebhookEndpoint, "id" | "projectId"> {
  return { id: params["webhookId"] ?? "", projectId: key.projectId };
}

function notFound(): ApiProblem {
  return new ApiProblem("not-found", "There is no such endpoint.");
}

/** @throws {ApiProblem} `invalid-request`: an address that nothing is sent to. */
function readUrl({ outgoing }: ApiCall, text: string): string {
  const read = outgoing.readUrl(text);
  if ("url" in read) return read.url.href;
  const faults = [{ place: "body.url", message: read.problem }];
  throw new ApiProblem("invalid-request", `body.url: ${read.problem}`, { faults });
}

function toWebhook(endpoint: WebhookEndpoint) {
  const { id, url, description, eventTypes, passTypeIdentifiers, templateIds, disabledReason, failures } = endpoint;
  return {
    id,
    url,
    description,
    eventTypes,
    passTypeIdentifiers,
    templateIds,
    enabled: endpoint.isEnabled,
    disabledReason,
    disabledAt: toOptionalTime(endpoint.disabledAt),
    failures,
    failingSince: toOptionalTime(endpoint.failingSince),
    oldSecretUntil: toOptionalTime(endpoint.oldSecretUntil),
    createdAt: toTime(endpoint.createdAt),
    updatedAt: toTime(endpoint.updatedAt),
  };
}
