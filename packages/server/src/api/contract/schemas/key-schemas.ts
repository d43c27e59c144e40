import * as z from "zod";
import { API_LIMITS } from "./api-limits.ts";
import { SCOPES } from "../scopes.ts";
import { count, cursor, limit, name, templateId, time, timeOut } from "./members.ts";

const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().describe("How the key begins."),
  test: z.boolean().describe("It makes, changes and scans test passes alone; on a demo's server all keys are test keys."),
  scopes: z.array(z.enum(SCOPES)),
  templates: z.array(z.string()).nullable().describe("Templates that it is limited to; null: all."),
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
  NewApiKey: z.strictObject({
    name,
    scopes,
    expiresAt,
    test: z
      .boolean()
      .optional()
      .describe("For trying: makes, changes and scans test passes alone. Not with admin or installation."),
    templates: z
      .array(templateId)
      .min(1)
      .max(API_LIMITS.keyTemplates)
      .nullable()
      .optional()
      .describe("Limits the key to these templates and their passes; all when absent. Not with admin or installation."),
  }),
  ApiKeyUpdate: z.strictObject({ name: name.optional(), expiresAt }),
  CreatedApiKey: ApiKey.extend({ key: z.string().describe("The key itself: told here once and never again.") }),
  AuditEntry,
  AuditPage: z.object({
    items: z.array(AuditEntry),
    nextCursor: z.string().nullable(),
  }),
} as const;

export const PAGE_QUERY = z.strictObject({ limit, cursor });
