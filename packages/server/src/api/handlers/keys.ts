import type * as z from "zod";
import { createKey as makeKey } from "../api-keys.ts";
import { ApiProblem } from "../api-problem.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { json, parseNumberCursor, toKey, toTime } from "./answers.ts";
import { auditOf } from "./audit-of.ts";

export async function listKeys({ storage, key }: ApiCall): Promise<ApiAnswer> {
  return json({ items: (await storage.access.keys(key.projectId)).map(toKey) });
}

export async function createKey(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewApiKey>>): Promise<ApiAnswer> {
  const { storage, body, clock, keyKind } = call;
  const { record, key } = makeKey({ ...body, kind: keyKind, projectId: call.key.projectId, now: clock() });
  await storage.access.createKey(record, { audit: auditOf(call, "createKey", record.id) });
  return json({ ...toKey({ ...record, lastUsedAt: null, revokedAt: null }), key }, 201);
}

export async function revokeKey(call: ApiCall): Promise<ApiAnswer> {
  const { storage, key, params, clock } = call;
  const { keyId = "" } = params;
  const own = { id: keyId, projectId: key.projectId };
  await storage.access.revokeKey(own, { now: clock(), audit: auditOf(call, "revokeKey", keyId) });
  // One that was revoked before is as it should be.
  const revoked = (await storage.access.keys(key.projectId)).find(({ id }) => id === keyId);
  if (revoked === undefined) throw new ApiProblem("not-found");
  return json(toKey(revoked));
}

const AUDIT_PAGE = 50;

export async function listAudit(call: ApiCall<z.output<typeof QUERIES.page>>): Promise<ApiAnswer> {
  const { limit = AUDIT_PAGE, cursor } = call.query;
  const before = parseNumberCursor(cursor);
  const entries = await call.storage.access.audit({
    projectId: call.key.projectId,
    limit: limit + 1,
    ...(before !== undefined && { before }),
  });
  const items = entries.slice(0, limit);
  return json({
    items: items.map(({ id, at, actor, action, object, requestId }) => ({ id, at: toTime(at), actor, action, object, requestId })),
    nextCursor: entries.length > limit ? String(items.at(-1)?.id) : null,
  });
}
