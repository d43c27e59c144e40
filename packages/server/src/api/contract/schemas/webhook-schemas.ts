import * as z from "zod";
import { DELIVERY_STATES, DISABLED_REASONS, WEBHOOK_LIMITS } from "../../../storage/webhooks/webhook-storage.ts";
import { SUBSCRIBABLE_TYPES } from "../../../webhooks/event-types.ts";
import { API_LIMITS } from "./api-limits.ts";
import { count, cursor, limit, templateId, time, timeOut } from "./members.ts";

const url = z.string().min(1).max(2000).describe("An https address. It is called by POST; redirects are not followed.");

const description = z
  .string()
  .max(API_LIMITS.text)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const eventTypes = z
  .array(z.enum(SUBSCRIBABLE_TYPES))
  .min(1)
  .max(SUBSCRIBABLE_TYPES.length)
  .nullable()
  .describe("Null: all, those of later versions too.");

const passTypeIdentifiers = z
  .array(z.string().min(1).max(512))
  .min(1)
  .max(WEBHOOK_LIMITS.filterEntries)
  .nullable()
  .describe("Only events of these pass types; null: of all.");

const templateIds = z
  .array(templateId)
  .min(1)
  .max(WEBHOOK_LIMITS.filterEntries)
  .nullable()
  .describe("Only events of passes of these templates, and events that are about no single pass; null: of all.");

const Webhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(z.string()).nullable(),
  passTypeIdentifiers: z.array(z.string()).nullable(),
  templateIds: z.array(z.string()).nullable(),
  enabled: z.boolean(),
  disabledReason: z
    .enum(DISABLED_REASONS)
    .nullable()
    .describe("`request`: somebody did; `gone`: it answered 410; `failing`: nothing came through for days."),
  disabledAt: timeOut.nullable(),
  failures: count.describe("Attempts in a row that failed."),
  failingSince: timeOut.nullable(),
  oldSecretUntil: timeOut.nullable().describe("Until when the secret before the present one signs as well."),
  createdAt: timeOut,
  updatedAt: timeOut,
});

const DeliveryAttempt = z.object({
  at: timeOut,
  ms: count,
  status: z.int().nullable().describe("Null: there was no answer."),
  error: z.string().nullable().describe("Null: it was taken."),
  answer: z.string().describe("How the answer began, without what looks like a secret."),
});

const WebhookDelivery = z.object({
  eventId: z.string().describe("`webhook-id` of every attempt, and of the same event at other endpoints."),
  type: z.string(),
  at: timeOut,
  state: z.enum(DELIVERY_STATES),
  dueAt: timeOut.nullable().describe("When it is tried next."),
  attempts: z.array(DeliveryAttempt),
  event: z.record(z.string(), z.unknown()).describe("What is sent."),
});

/** Endpoints, and what they are told. */
export const WEBHOOK_SCHEMAS = {
  Webhook,
  WebhookList: z.object({ items: z.array(Webhook) }),
  NewWebhook: z.strictObject({
    url,
    description: description.optional(),
    eventTypes: eventTypes.optional(),
    passTypeIdentifiers: passTypeIdentifiers.optional(),
    templateIds: templateIds.optional(),
  }),
  WebhookUpdate: z.strictObject({
    url: url.optional(),
    description: description.optional(),
    eventTypes: eventTypes.optional(),
    passTypeIdentifiers: passTypeIdentifiers.optional(),
    templateIds: templateIds.optional(),
    enabled: z.boolean().optional().describe("What happens while it is not enabled is never told; what waits is kept."),
  }),
  WebhookWithSecret: Webhook.extend({
    secret: z.string().describe("Signs what is sent, as Standard Webhooks says; told here once and never again."),
  }),
  WebhookRemoval: z.object({ id: z.string(), removed: z.literal(true) }),
  DeliveryAttempt,
  WebhookDelivery,
  WebhookDeliveryPage: z.object({
    items: z.array(WebhookDelivery).describe("Newest first."),
    nextCursor: z.string().nullable(),
  }),
  ReplayRequest: z.strictObject({
    since: time.describe("Of events from then on."),
    until: time.optional().describe("Of events before then; until now when absent."),
  }),
  ReplayResult: z.object({ replayed: count }),
} as const;

export const DELIVERIES_QUERY = z.strictObject({ state: z.enum(DELIVERY_STATES).optional(), limit, cursor });
