import * as z from "zod";
import { API_LIMITS } from "./api-limits.ts";
import {
  count,
  cursor,
  limit,
  NO_CONTROLS,
  pictureMembers,
  serialNumber,
  templateId,
  text,
  time,
  timeOut,
  values,
} from "./members.ts";

export const externalId = z
  .string()
  .min(1)
  .max(API_LIMITS.text)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, NO_CONTROLS)
  .describe("Your own id of the pass, unique among those of its template.");

export const push = z
  .union([
    z.literal("now"),
    z.literal("none"),
    z.strictObject({ over: z.int().min(1).max(API_LIMITS.pushOver).describe("Seconds over which the pushes are spread.") }),
  ])
  .describe("When devices are told: at once, not at all, or spread over a time.");

const Pass = z.object({
  passTypeIdentifier: z.string(),
  serialNumber: z.string(),
  externalId: z.string().nullable(),
  templateId: z.string(),
  templateVersion: count,
  values,
  voided: z.boolean(),
  expiresAt: timeOut.nullable(),
  personalization: z.enum(["none", "open", "done"]),
  source: z.string().nullable().describe("Where its holder found it, as the link says through which it was made."),
  revision: count.describe("Counts from 1."),
  createdAt: timeOut.nullable().describe("Null for a pass that was not made by the API."),
  updatedAt: timeOut,
});

export const FieldNotice = z.object({
  key: z.string().nullable(),
  label: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  notification: z.string().nullable().describe("What the lock screen says; null when this field makes no notification."),
  silence: z.string().nullable().describe("Why it makes none."),
});

const PassRevision = z.object({
  revision: count,
  at: timeOut,
  templateVersion: count,
  values,
  voided: z.boolean(),
  expiresAt: timeOut.nullable(),
});

const PassImage = z.object({
  name: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: count, sha256: z.string() })),
});

/** Passes, one at a time. */
export const PASS_SCHEMAS = {
  PassImage,
  PassImageList: z.object({ items: z.array(PassImage) }),
  Pass,
  PassPage: z.object({
    items: z.array(Pass).describe("May be fewer than asked for, and none, before the end."),
    nextCursor: z.string().nullable().describe("Null at the end."),
  }),
  NewPass: z.strictObject({
    templateId,
    templateVersion: z.int().min(1).optional().describe("The newest when absent."),
    values: values.optional(),
    serialNumber: serialNumber.optional().describe("A random one when absent."),
    externalId: externalId.optional(),
    expiresAt: time.nullable().optional(),
  }),
  PassUpdate: z.strictObject({
    values: values.optional().describe("A JSON Merge Patch (RFC 7396) on the values: null takes one away."),
    templateVersion: z.int().min(1).optional(),
    expiresAt: time.nullable().optional(),
    push: push.optional(),
    ifRevision: z.int().min(1).optional().describe("Refuses the update when the pass has another revision by now."),
  }),
  PassAction: z.strictObject({ push: push.optional() }),
  ExpireRequest: z.strictObject({ at: time.optional().describe("Now when absent."), push: push.optional() }),
  PassChange: z.object({
    changed: z.boolean().describe("False when the pass was like this already: then there is no revision and no push."),
    pass: Pass,
    fields: z.array(FieldNotice).describe("Fields that differ for the holder, in English."),
    notice: z
      .enum(["none", "message", "general"])
      .describe("What the lock screen says: nothing, the text of the one field that has one, or that the pass has changed."),
    devices: count.describe("Devices that hold the pass."),
  }),
  PassRevision,
  PassHistory: z.object({
    items: z.array(PassRevision).describe("Newest first."),
    nextCursor: z.string().nullable(),
  }),
} as const;

export const PASS_IMAGE_QUERY = z.strictObject({
  push: z.enum(["now", "none"]).optional().describe("Whether devices are told at once; now when absent."),
});

export const PICTURE_QUERY = z.strictObject(pictureMembers);

export const PASSES_QUERY = z.strictObject({
  passTypeIdentifier: text,
  templateId: text,
  externalId: text.describe("Finds at most one pass of each template; takes no cursor."),
  voided: z.enum(["true", "false"]).optional(),
  search: z
    .string()
    .min(2)
    .max(200)
    .optional()
    .describe(
      "Text in the serial number, the external id or a value, whatever its case and accents. Passes are read through for it.",
    ),
  limit,
  cursor,
});
