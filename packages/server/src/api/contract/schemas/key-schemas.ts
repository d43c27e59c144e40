import * as z from "zod";
import { SCOPES } from "../scopes.ts";
import { count, cursor, limit, name, time, timeOut } from "./members.ts";

const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().describe("How the key begins."),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: timeOut,
  lastUsedAt: timeOut.nullable().describe("To a minute or so."),
  revokedAt: timeOut.nullable(),
  expiresAt: timeOut.nullable().describe("From then on it no longer works; null: never."),
});

const expiresAt = time.nullable().optional().describe("From then on the key no longer works; null: never.");

const AuditEntry = z.object({
  id: count,
  at: timeOut,
  actor: z.string().describe("Id of the API key, or `local`."),
  action: z.string(),
  object: z.string(),
  requestId: z.string(),
});

/** Keys and the audit log. */
export const KEY_SCHEMAS = {
  ApiKey,
  ApiKeyList: z.object({ items: z.array(ApiKey) }),
  NewApiKey: z.strictObject({ name, scopes, expiresAt }),
  ApiKeyUpdate: z.strictObject({ name: name.optional(), expiresAt }),
  CreatedApiKey: ApiKey.extend({ key: z.string().describe("The key itself: told here once and never again.") }),
  AuditEntry,
  AuditPage: z.object({
    items: z.array(AuditEntry),
    nextCursor: z.string().nullable(),
  }),
} as const;

export const PAGE_QUERY = z.strictObject({ limit, cursor });
