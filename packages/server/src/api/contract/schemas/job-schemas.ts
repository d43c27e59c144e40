import * as z from "zod";
import { API_LIMITS } from "./api-limits.ts";
import { count, cursor, limit, serialNumber, templateId, time, timeOut, values } from "./members.ts";
import { externalId, FieldNotice, push } from "./pass-schemas.ts";

const KINDS = ["create", "update", "segment", "roll-out"] as const;
const STATES = ["open", "running", "paused", "finished", "cancelled", "failed"] as const;

const total = z.int().min(0).max(50_000_000).optional().describe("How many rows there will be, for progress.");

const scalar = z.union([z.string().max(API_LIMITS.filterText), z.number(), z.boolean(), z.null()]);

const comparison = z
  .union([
    scalar,
    z
      .strictObject({
        in: z.array(scalar).min(1).max(API_LIMITS.filterChoices).optional(),
        not: scalar.optional().describe("Any other value, or none."),
        exists: z.boolean().optional(),
        gt: z.union([z.number(), z.string().max(API_LIMITS.filterText)]).optional(),
        gte: z.union([z.number(), z.string().max(API_LIMITS.filterText)]).optional(),
        lt: z.union([z.number(), z.string().max(API_LIMITS.filterText)]).optional(),
        lte: z.union([z.number(), z.string().max(API_LIMITS.filterText)]).optional(),
      })
      .refine((rules) => Object.keys(rules).length > 0, "holds no rule"),
  ])
  .describe("A value that it equals, or rules that all hold. Numbers compare with numbers, texts with texts.");

const between = z
  .strictObject({ after: time.optional(), before: time.optional() })
  .refine((rules) => Object.keys(rules).length > 0, "holds no rule");

const where = z
  .strictObject({
    values: z
      .record(z.string().min(1).max(API_LIMITS.text), comparison)
      .refine((rules) => Object.keys(rules).length <= API_LIMITS.filterRules, `holds more than ${API_LIMITS.filterRules} rules`)
      .optional()
      .describe("By input of the template; `seat.row` is a value inside another."),
    voided: z.boolean().optional(),
    expiresAt: z.union([z.null(), between]).optional().describe("Null: passes that never expire."),
    createdAt: between.optional().describe("Finds only passes that were made by the API."),
    templateVersion: z.int().min(1).optional(),
  })
  .describe("All of it has to be so. Without anything: every pass of the template.");

const change = z
  .strictObject({
    values: values.optional().describe("A JSON Merge Patch (RFC 7396) on the values of each pass: null takes one away."),
    expiresAt: time.nullable().optional(),
    voided: z.boolean().optional(),
    templateVersion: z.int().min(1).optional(),
  })
  .refine((wish) => Object.keys(wish).length > 0, "changes nothing");

const segment = { kind: z.literal("segment"), templateId, where: where.optional(), change, push: push.optional() };
const rollOut = {
  kind: z.literal("roll-out"),
  templateId,
  templateVersion: z.int().min(1).optional().describe("The newest when absent."),
  push: push.optional(),
};

const Job = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(STATES).describe("`open` takes rows, `running` goes on by itself; `finished`, `cancelled` and `failed` are ends."),
  templateId: z.string(),
  passTypeIdentifier: z.string(),
  rows: count.describe("Rows that are done: send on with the next one. Of jobs that go on by themselves, passes looked at."),
  total: count.nullable(),
  created: count,
  changed: count,
  unchanged: count,
  failed: count,
  problem: z.string().nullable(),
  plan: z.record(z.string(), z.unknown()).describe("What was asked for."),
  createdAt: timeOut,
  updatedAt: timeOut,
  endedAt: timeOut.nullable(),
});

const PlannedPass = z.object({
  serialNumber: z.string(),
  externalId: z.string().nullable(),
  fields: z.array(FieldNotice).describe("Fields that will differ for the holder, in English."),
  notice: z.enum(["none", "message", "general"]),
});

/** Bulk work. */
export const JOB_SCHEMAS = {
  NewJob: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("create"),
      templateId,
      templateVersion: z.int().min(1).optional().describe("The newest when absent."),
      total,
    }),
    z.strictObject({ kind: z.literal("update"), templateId, push: push.optional(), total }),
    z.strictObject(segment),
    z.strictObject(rollOut),
  ]),
  JobPreviewRequest: z.discriminatedUnion("kind", [z.strictObject(segment), z.strictObject(rollOut)]),
  Job,
  JobPage: z.object({ items: z.array(Job), nextCursor: z.string().nullable() }),
  JobCreateRow: z
    .strictObject({
      values: values.optional(),
      serialNumber: serialNumber.optional().describe("One that begins with the time when absent."),
      externalId: externalId.optional(),
      expiresAt: time.nullable().optional(),
    })
    .describe("One line of NDJSON. In CSV every column that is none of these is an input of the template."),
  JobUpdateRow: z
    .strictObject({
      serialNumber: z.string().min(1).max(512).optional(),
      externalId: externalId.optional(),
      values: values.optional().describe("A JSON Merge Patch (RFC 7396) on the values: null takes one away."),
      expiresAt: time.nullable().optional(),
      voided: z.boolean().optional(),
    })
    .refine(({ serialNumber: serial, externalId: id }) => (serial === undefined) !== (id === undefined), {
      message: "names a pass by serialNumber or by externalId",
    }),
  JobResult: z.object({
    row: count.describe("Counts from 1 over the whole job."),
    line: count.optional().describe("In the body that it came in."),
    result: z.enum(["created", "changed", "unchanged", "failed"]),
    serialNumber: z.string().nullable(),
    externalId: z.string().optional(),
    problem: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
  JobPreview: z.object({
    total: count.describe("Passes of the template."),
    looked: count.describe("Passes that were looked at: a dry run ends after some thousands, or some seconds."),
    complete: z.boolean().describe("Whether that was all of them; else the numbers are of those that were looked at."),
    matched: count.describe("Passes that the question finds."),
    changed: count,
    unchanged: count,
    failed: count.describe("Passes that cannot be changed so."),
    failures: z
      .array(z.object({ serialNumber: z.string(), externalId: z.string().nullable(), message: z.string() }))
      .describe("Some of them, and why."),
    compared: count.describe("Changes that were worked out as their holders see them."),
    notified: count.describe("Those among them that show a notice on the lock screen."),
    sample: z.array(PlannedPass),
  }),
} as const;

export const JOBS_QUERY = z.strictObject({ state: z.enum(STATES).optional(), kind: z.enum(KINDS).optional(), limit, cursor });

export const JOB_ROWS_QUERY = z.strictObject({
  from: z.coerce.number().int().min(1).max(50_000_000).optional().describe("Number of the first row of the body; 1 when absent."),
  end: z.enum(["true", "false"]).optional().describe("Whether the job is finished with this body; true when absent."),
});

export const JOB_RESULTS_QUERY = z.strictObject({
  failures: z.enum(["true", "false"]).optional().describe("Only rows that failed."),
  limit: z.coerce.number().int().min(1).max(API_LIMITS.resultItems).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/u)
    .optional()
    .describe("`Passwright-Next-Cursor` of the page before."),
});
