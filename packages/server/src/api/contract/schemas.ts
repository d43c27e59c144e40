import * as z from "zod";
import { PROBLEM_PREFIX, PROBLEMS } from "./problems.ts";
import { SCOPES } from "./scopes.ts";

/** Longest texts, in characters, and other bounds of requests. */
export const API_LIMITS = {
  jsonBytes: 1024 * 1024,
  templateBytes: 32 * 1024 * 1024,
  pageItems: 100,
  text: 200,
  /** Longest time over which pushes can be spread, in seconds. */
  pushOver: 24 * 60 * 60,
} as const;

const time = z.iso.datetime({ offset: true }).describe("Date and time with its zone (RFC 3339).");
const timeOut = z.string().describe("Date and time in UTC (RFC 3339).");
const values = z.record(z.string(), z.unknown()).describe("Values of the template's inputs.");
const count = z.int().min(0);

/** Serial numbers that the API gives out or takes: no character that would have to be escaped in a path. */
export const serialNumber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@+~=-]{0,127}$/u)
  .describe("Letters, digits and . _ : @ + ~ = -, beginning with a letter or digit.");

export const templateId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u)
  .describe("Letters, digits and . _ -, beginning with a letter or digit.");

const externalId = z
  .string()
  .min(1)
  .max(API_LIMITS.text)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .describe("Your own id of the pass, unique among those of its template.");

const push = z
  .union([
    z.literal("now"),
    z.literal("none"),
    z.strictObject({ over: z.int().min(1).max(API_LIMITS.pushOver).describe("Seconds over which the pushes are spread.") }),
  ])
  .describe("When devices are told: at once, not at all, or spread over a time.");

const name = z
  .string()
  .min(1)
  .max(API_LIMITS.text)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

const scopes = z.array(z.enum(SCOPES)).min(1).max(SCOPES.length);

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().describe("How the key begins."),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: timeOut,
  lastUsedAt: timeOut.nullable().describe("To a minute or so."),
  revokedAt: timeOut.nullable(),
});

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
  revision: count.describe("Counts from 1."),
  createdAt: timeOut.nullable().describe("Null for a pass that was not made by the API."),
  updatedAt: timeOut,
});

const FieldNotice = z.object({
  key: z.string().nullable(),
  label: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  notification: z.string().nullable().describe("What the lock screen says; null when this field makes no notification."),
  silence: z.string().nullable().describe("Why it makes none."),
});

const Finding = z.object({
  rule: z.string(),
  severity: z.string(),
  effect: z.string(),
  file: z.string().nullable(),
  path: z.string().nullable().describe("JSON Pointer into the file."),
  message: z.string(),
  fix: z.string().nullable(),
});

const Template = z.object({
  templateId: z.string(),
  passTypeIdentifier: z.string(),
  version: count.nullable().describe("The newest published version; null for a draft that never was."),
  publishedAt: timeOut.nullable(),
  draftAt: timeOut.nullable().describe("When the draft was uploaded; null without one."),
});

const TemplateDetails = Template.extend({
  shown: z.enum(["draft", "published"]).describe("Which of both the rest describes: the draft where there is one."),
  name: z.string().nullable(),
  description: z.string().nullable(),
  inputs: z.record(z.string(), z.unknown()).nullable().describe("JSON Schema of the values; null when any are taken."),
  sample: z.record(z.string(), z.unknown()).nullable(),
  names: z.array(z.string()).describe("Names that the template's expressions use."),
  undeclaredNames: z.array(z.string()),
  files: z.array(z.string()),
});

const ValueFault = z.object({ place: z.string(), message: z.string() });

const AuditEntry = z.object({
  id: count,
  at: timeOut,
  actor: z.string().describe("Id of the API key, or `local`."),
  action: z.string(),
  object: z.string(),
  requestId: z.string(),
});

const PassType = z.object({
  passTypeIdentifier: z.string(),
  teamIdentifier: z.string().nullable(),
  certificates: z.array(
    z.object({
      fingerprint: z.string().describe("SHA-256 of the certificate, in hex."),
      validFrom: timeOut,
      expiresAt: timeOut,
      expired: z.boolean(),
      allowsNfc: z.boolean(),
    }),
  ),
});

const PassRevision = z.object({
  revision: count,
  at: timeOut,
  templateVersion: count,
  values,
  voided: z.boolean(),
  expiresAt: timeOut.nullable(),
});

/** Everything that has a name in the document of the API, by it. Answers may get more members; requests take none but these. */
export const SCHEMAS = {
  ApiKey,
  ApiKeyList: z.object({ items: z.array(ApiKey) }),
  NewApiKey: z.strictObject({ name, scopes }),
  CreatedApiKey: ApiKey.extend({ key: z.string().describe("The key itself: told here once and never again.") }),
  AuditEntry,
  AuditPage: z.object({
    items: z.array(AuditEntry),
    nextCursor: z.string().nullable(),
  }),
  PassType,
  PassTypeList: z.object({ items: z.array(PassType) }),
  Template,
  TemplateList: z.object({ items: z.array(Template) }),
  TemplateDetails,
  PreviewRequest: z.strictObject({
    values: values.optional().describe("The template's sample when absent."),
    version: z.int().min(1).optional().describe("A published version; the draft, or else the newest, when absent."),
  }),
  Preview: z.object({
    version: count.nullable().describe("Null: the draft."),
    faults: z.array(ValueFault).describe("What is wrong with the values; with any there is no pass."),
    pass: z.record(z.string(), z.unknown()).nullable().describe("The pass.json that comes of it."),
    findings: z.array(Finding),
  }),
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
  Problem: z.object({
    type: z.enum((Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map((problem) => `${PROBLEM_PREFIX}${problem}` as const)),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().describe("Tells the request in the log of the server."),
    faults: z.array(ValueFault).optional().describe("Of `invalid-request` and `invalid-values`: each fault and its place."),
    passTypeIdentifier: z.string().optional().describe("Of `external-id-taken`: the pass that has it."),
    serialNumber: z.string().optional(),
    revision: z.int().optional().describe("Of `revision-conflict`: the one that the pass has."),
  }),
} as const;

const limit = z.coerce.number().int().min(1).max(API_LIMITS.pageItems).optional();
const cursor = z.string().min(1).max(2000).optional().describe("`nextCursor` of the page before.");
const text = z.string().min(1).max(512).optional();

/** Parameters behind the question mark. */
export const QUERIES = {
  page: z.strictObject({ limit, cursor }),
  passes: z.strictObject({
    passTypeIdentifier: text,
    templateId: text,
    externalId: text.describe("Finds at most one pass of each template; takes no cursor."),
    voided: z.enum(["true", "false"]).optional(),
    limit,
    cursor,
  }),
} as const;
